import { Badge, type BadgeProps } from '@fluentui/react-components';
import { AlertUrgent16Filled, Circle16Regular, Clock16Regular, Warning16Filled } from '@fluentui/react-icons';
import type { ConcernItem } from '../../src/areas/concerns/contract.ts';
import { concernUrgency } from '../../src/areas/concerns/fields.ts';

type Look = Pick<BadgeProps, 'appearance' | 'color' | 'shape'> & { readonly icon: NonNullable<BadgeProps['icon']> };

const looks: Readonly<Record<ConcernItem['urgency'], Look>> = {
  'immediate-danger': { appearance: 'filled', color: 'danger', shape: 'square', icon: <AlertUrgent16Filled /> },
  'urgent-today': { appearance: 'tint', color: 'danger', shape: 'rounded', icon: <Warning16Filled /> },
  'within-24h': { appearance: 'tint', color: 'warning', shape: 'circular', icon: <Clock16Regular /> },
  routine: { appearance: 'outline', color: 'informative', shape: 'circular', icon: <Circle16Regular /> },
};

/** How soon somebody must act: in words, with a sign and a shape of its own, so that colour only helps. */
export function UrgencyMark({ urgency }: { readonly urgency: ConcernItem['urgency'] }) {
  // A choice that this build does not know yet is shown as it is.
  const look = looks[urgency] ?? looks['urgent-today'];
  return (
    <Badge {...look} size="large">
      {concernUrgency[urgency] ?? urgency}
    </Badge>
  );
}
