import { childState, concernUrgency, safeNow } from '../../src/areas/concerns/fields.ts';
import type { Alert } from '../../src/areas/concerns/views.ts';
import type { Card, CardAction, Container } from '../../src/ports/card.ts';
import { card } from '../cards/card.ts';
import { atSchool, facts, heading, plain, line } from '../cards/text.ts';

type Style = NonNullable<Container['style']>;
type Data = Readonly<Record<string, unknown>>;

/** Urgency by words and a shape; the colour only repeats it. */
const marks: Readonly<Record<Alert['urgency'], { readonly shape: string; readonly style: Style }>> = {
  'immediate-danger': { shape: '▲▲', style: 'attention' },
  'urgent-today': { shape: '▲', style: 'warning' },
  'within-24h': { shape: '●', style: 'accent' },
  routine: { shape: '○', style: 'emphasis' },
};

export interface AlertView {
  readonly alert: Alert;
  /** The child's name, while it is shown. */
  readonly child?: string;
  readonly take: Data;
  readonly show: Data;
  readonly hide: Data;
  /** Address of the concern in the tab; holds its id only. */
  readonly link: string;
}

const button = (title: string, verb: string, data: Data, style: 'default' | 'positive' = 'default'): CardAction => ({
  type: 'Action.Execute',
  title,
  verb,
  data,
  style,
  associatedInputs: 'none',
});

/** Tells a lead that a concern waits. Without a name until they ask, and then only for a moment. */
export function alertCard({ alert, child, take, show, hide, link }: AlertView): Card {
  const { shape, style } = marks[alert.urgency];
  const taken = alert.takenByName !== undefined;
  const title = taken ? 'Taken' : `${shape} ${concernUrgency[alert.urgency]}`;
  return card(
    [
      { type: 'Container', style: taken ? 'good' : style, items: [heading(`${title}: concern ${alert.ref}`)] },
      ...(taken ? [plain(`Taken by ${alert.takenByName}`, { weight: 'bolder' })] : []),
      facts([
        ...(taken ? ([['Urgency', concernUrgency[alert.urgency]]] as const) : []),
        ['Safe now?', safeNow[alert.safeNow]],
        alert.yearGroup ? ['Year group', alert.yearGroup] : ['Child', childState[alert.childState]],
        ['Reported by', alert.reporterName],
        ['Reported', atSchool(alert.reportedAt)],
      ]),
      ...(child === undefined
        ? []
        : [
            plain(child, { weight: 'bolder', size: 'large' }),
            line('Shown for half a minute.', { isSubtle: true, size: 'small' }),
          ]),
    ],
    [
      ...(taken ? [] : [button('I take this', 'take-concern', take, 'positive')]),
      child === undefined ? button('Show name', 'show-child', show) : button('Hide name', 'hide-child', hide),
      { type: 'Action.OpenUrl', title: 'Open in Lantern', url: link },
    ],
  );
}
