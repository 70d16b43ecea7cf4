import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons';
import type { RosterFaultItem } from '../../src/areas/people/contract.ts';
import { Card } from '../components/card.tsx';
import { faultsCsv } from './faults-csv.ts';

const useStyles = makeStyles({
  card: { padding: '16px 20px', marginTop: '16px' },
  head: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', alignItems: 'center', gap: '8px 16px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  text: { margin: '4px 0 0', color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: '8px 0 0', padding: 0 },
  entry: { padding: '8px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: 'anywhere' },
  place: { display: 'block', fontWeight: tokens.fontWeightSemibold },
});

/** As many as one reads on a screen; the rest is in the download. */
const shown = 20;

const placeOf = ({ file, line, column }: RosterFaultItem) =>
  [file, line > 0 && `line ${line}`, column].filter((part) => part).join(', ');

/** Gives the browser a file to keep. */
function keep(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** What of a roster could not be taken in, or not surely: where it stands and why. It repeats nothing of what stands there. */
export function RosterFaults({ faults }: { readonly faults: readonly RosterFaultItem[] }) {
  const styles = useStyles();
  if (faults.length === 0) return null;
  const title =
    faults.length === 1 ? 'One thing could not be taken in' : `${faults.length} things could not be taken in`;
  return (
    <Card className={styles.card} aria-labelledby="roster-faults">
      <div className={styles.head}>
        <h2 className={styles.title} id="roster-faults">
          {title}
        </h2>
        <Button icon={<ArrowDownload20Regular />} onClick={() => keep(faultsCsv(faults), 'roster-faults.csv')}>
          Download the list
        </Button>
      </div>
      <p className={styles.text}>
        The rest can be imported all the same. Nobody whose row is at fault counts as having left.
        {faults.length > shown && ` The first ${shown} are shown; the list has them all.`}
      </p>
      <ul className={styles.list}>
        {faults.slice(0, shown).map((fault, n) => (
          <li key={n} className={styles.entry}>
            <span className={styles.place}>{placeOf(fault)}</span>
            {fault.why}
          </li>
        ))}
      </ul>
    </Card>
  );
}
