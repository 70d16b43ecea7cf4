import { makeStyles, tokens } from '@fluentui/react-components';
import type { MeetingPersonItem } from '../../src/areas/meetings/contract.ts';
import { absoluteTime } from '../components/school-time.ts';
import { Sheet } from '../people/sheet.tsx';

const useStyles = makeStyles({
  list: { display: 'grid', gap: '6px', listStyleType: 'none', margin: 0, padding: 0 },
  detail: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Who of those who were there, or sent apologies, has said that they have read the minutes; whoever has not stands first. */
export function MinutesRead({ people }: { readonly people: readonly MeetingPersonItem[] }) {
  const styles = useStyles();
  const theirs = people.filter(
    ({ as, attendance }) => as === 'staff' && (attendance === 'attended' || attendance === 'apologies'),
  );
  if (theirs.length === 0) return null;
  const read = theirs.filter(({ acknowledgedAt }) => acknowledgedAt !== undefined);
  const open = theirs.filter(({ acknowledgedAt }) => acknowledgedAt === undefined);
  return (
    <Sheet id="read" title={`Read by ${read.length} of ${theirs.length}`}>
      <ul className={styles.list} aria-labelledby="read">
        {[...open, ...read].map(({ id, name, acknowledgedAt }) => (
          <li key={id}>
            <bdi>{name}</bdi>{' '}
            <span className={styles.detail}>
              {acknowledgedAt === undefined ? 'has not said so yet' : `said so ${absoluteTime(acknowledgedAt)}`}
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
