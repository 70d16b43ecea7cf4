import { ProgressBar, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { RosterChangeKind, RosterRun as Run } from '../../src/areas/people/contract.ts';
import { rosterSource } from '../../src/areas/people/fields.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { Card } from '../components/card.tsx';
import { absoluteTime } from '../components/school-time.ts';
import { kindWords } from './kind-words.ts';

const useStyles = makeStyles({
  card: {
    padding: '16px 20px',
    marginBottom: '16px',
    display: 'grid',
    gap: '8px',
    gridTemplateColumns: 'minmax(0, 1fr)',
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  text: { margin: 0, overflowWrap: 'anywhere' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingLeft: '20px' },
});

/** An import that goes on, or how the last one ended and what to do next. */
export function RosterRun({ run }: { readonly run: Run }) {
  const styles = useStyles();
  const announce = useAnnounce();
  const title = titleOf(run);
  useEffect(() => announce(title), [announce, title]);
  const { done, of, ended, byName, startedAt, source } = run;
  return (
    <Card className={styles.card} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      {!ended && (
        <>
          <ProgressBar {...(of > 0 && { value: done, max: of })} aria-label="How far the import is" />
          <p className={styles.text}>
            {of > 0
              ? `${done.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} changes`
              : 'It is just beginning.'}
          </p>
          <p className={styles.quiet}>You can leave this page: it goes on.</p>
        </>
      )}
      {ended && <Ended run={run} />}
      <p className={styles.quiet}>
        {rosterSource[source]}. Begun by <bdi>{byName}</bdi>, {absoluteTime(startedAt)}.
      </p>
    </Card>
  );
}

function titleOf({ school, ended }: Run): string {
  if (!ended) return `The roster of ${school.name} is being imported`;
  if (ended.outcome === 'done') return `The roster of ${school.name} is imported`;
  return ended.outcome === 'confirm'
    ? `The roster of ${school.name} was not imported`
    : `The import for ${school.name} broke off`;
}

/** Who joins a roll that Lantern knew has been at another school. The first roster brings everybody, and asks for nothing. */
function asksSchools({ counts }: NonNullable<Run['ended']>): boolean {
  if (!counts) return false;
  const { created, changed, unchanged } = counts.pupil;
  return created > 0 && changed + unchanged >= created;
}

function Ended({ run: { ended, done, of } }: { readonly run: Run }) {
  const styles = useStyles();
  if (!ended) return null;
  if (ended.outcome === 'confirm')
    return (
      <p className={styles.text}>
        Meanwhile more children would leave than was confirmed. Look again at what would change.
      </p>
    );
  if (ended.outcome === 'broke-off')
    return (
      <p className={styles.text}>
        {of > 0 && `${done.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} changes were done. `}
        {ended.why}
      </p>
    );
  const kinds = Object.entries(ended.kinds ?? {}) as [RosterChangeKind, number][];
  const changed = kinds.filter(([, n]) => n > 0);
  return (
    <>
      {changed.length > 0 ? (
        <ul className={styles.list}>
          {changed.map(([kind, n]) => (
            <li key={kind}>{kindWords[kind](n)}</li>
          ))}
        </ul>
      ) : (
        <p className={styles.text}>
          {of > 0 ? `${of.toLocaleString('en-GB')} changes were made.` : 'Nothing had to be changed.'}
        </p>
      )}
      {asksSchools(ended) && (
        <p className={styles.text}>Ask the previous schools of new children for their child protection files.</p>
      )}
      {(ended.faults ?? 0) > 0 && (
        <p className={styles.text}>
          {`${ended.faults === 1 ? 'One thing' : `${String(ended.faults)} things`} could not be taken in. Mend it where the roster comes from, then import it again.`}
        </p>
      )}
      {of > 0 && (
        <p className={styles.text}>Lantern knows them now. Their rows reach SharePoint one after the other.</p>
      )}
    </>
  );
}
