import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircle20Filled,
  ErrorCircle20Filled,
  EyeOff20Regular,
  Warning20Filled,
  type FluentIcon,
} from '@fluentui/react-icons';
import type { HealthState } from '../../src/areas/settings/contract.ts';
import { healthState } from '../../src/areas/settings/fields.ts';

const useStyles = makeStyles({
  mark: {
    display: 'inline-flex',
    gap: '6px',
    alignItems: 'center',
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
  },
  // Beside a line of several rows, at its first.
  beside: { alignSelf: 'start' },
  icon: { flexShrink: 0 },
  fault: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  unseen: { color: tokens.colorNeutralForeground2 },
  ok: { color: tokens.colorStatusSuccessForeground1 },
});

const icons: Readonly<Record<HealthState, FluentIcon>> = {
  fault: ErrorCircle20Filled,
  warning: Warning20Filled,
  unseen: EyeOff20Regular,
  ok: CheckmarkCircle20Filled,
};

/** How a check ended: in a word, with a sign of its own, so that colour only helps. */
export function StateMark({ state, bare }: { readonly state: HealthState; readonly bare?: true }) {
  const styles = useStyles();
  const Icon = icons[state];
  return (
    <span className={mergeClasses(styles.mark, !bare && styles.beside)}>
      <Icon className={mergeClasses(styles.icon, styles[state])} aria-hidden />
      {!bare && healthState[state]}
    </span>
  );
}
