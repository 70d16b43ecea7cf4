import { makeStyles, tokens } from '@fluentui/react-components';
import type { BriefingDetail, ReceiptItem } from '../../src/areas/briefings/contract.ts';
import { receiptState } from '../../src/areas/briefings/fields.ts';
import { absoluteTime } from '../components/school-time.ts';

const useStyles = makeStyles({
  part: { display: 'grid', gap: '4px', gridTemplateColumns: 'minmax(0, 1fr)' },
  head: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(240px, 100%), 1fr))',
    gap: '4px 16px',
  },
  one: { overflowWrap: 'anywhere' },
  when: { color: tokens.colorNeutralForeground2 },
});

/** In the order in which somebody has to do something about it. */
const groups: readonly { readonly state: ReceiptItem['state']; readonly hint?: string }[] = [
  { state: 'unreachable', hint: 'They have no chat with Lantern yet, or blocked it. Tell them yourself.' },
  { state: 'on-its-way' },
  { state: 'delivered' },
  { state: 'opened' },
  { state: 'read' },
  { state: 'left', hint: 'They are not chased, and not counted.' },
];

/** Everybody who was asked, by how far it came with them, by name. */
export function ReceiptList({ receipts }: { readonly receipts: BriefingDetail['receipts'] }) {
  const styles = useStyles();
  return groups.map(({ state, hint }) => {
    const items = receipts.filter((one) => one.state === state);
    if (items.length === 0) return null;
    const id = `state-${state}`;
    return (
      <div key={state} className={styles.part}>
        <h3 className={styles.head} id={id}>
          {receiptState[state]} ({items.length})
        </h3>
        {hint !== undefined && <p className={styles.hint}>{hint}</p>}
        <ul className={styles.list} aria-labelledby={id}>
          {items.map((one) => (
            <li key={one.id} className={styles.one}>
              <bdi>{one.name}</bdi>
              {one.readAt !== undefined && <span className={styles.when}> · {absoluteTime(one.readAt)}</span>}
            </li>
          ))}
        </ul>
      </div>
    );
  });
}
