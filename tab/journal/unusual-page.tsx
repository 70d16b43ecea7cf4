import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { UnusualPage as Page } from '../../src/areas/journal/contract.ts';
import { unusual } from '../../src/areas/journal/fields.ts';
import { useApi } from '../api/api-context.ts';
import { Card } from '../components/card.tsx';
import { FailurePage } from '../components/failure-page.tsx';
import { Loading } from '../components/loading.tsx';
import { Notice } from '../components/notice.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { absoluteTime } from '../components/school-time.ts';
import { WayBack } from '../components/way-back.tsx';
import { unusualQuery } from './queries.ts';
import { UnusualEntry } from './unusual-entry.tsx';

const useStyles = makeStyles({
  head: { padding: '12px 0' },
  text: { margin: '4px 0 0', color: tokens.colorNeutralForeground2, maxWidth: '68ch' },
  list: { listStyleType: 'none', margin: 0, padding: '0 20px' },
  none: { padding: '20px' },
  nothing: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  rules: { margin: '4px 0 0', paddingLeft: '20px', maxWidth: '68ch', color: tokens.colorNeutralForeground2 },
  details: { margin: '8px 0 0' },
  looked: { margin: '12px 0 0', color: tokens.colorNeutralForeground2, maxWidth: '68ch' },
});

/** What was unusual in how colleagues read cases in the last seven days, for whoever answers for it. */
export function UnusualPage() {
  const styles = useStyles();
  const { data, error, refetch } = useQuery(unusualQuery(useApi()));
  const shown = error ? undefined : data;
  return (
    <>
      <WayBack current="Unusual reading" between={{ label: 'Journal', path: '/settings/journal' }} />
      <main>
        <div className={styles.head}>
          <PageHeading>Unusual reading</PageHeading>
          <p className={styles.text}>
            The last seven days, held against the four weeks before. It says what happened, not that it was wrong: there
            may be a good reason, so ask first.
          </p>
          <details className={styles.details}>
            <summary>What is looked for, and who sees it</summary>
            <ul className={styles.rules}>
              <li>
                {`${unusual.leastCases} or more different cases within an hour, and more than twice their most in the four weeks before.`}
              </li>
              <li>A case whose child has the reader’s own family name.</li>
              <li>
                {`${unusual.leastRefusals} or more refusals within ${unusual.refusalMinutes} minutes, of what was not theirs to see.`}
              </li>
              <li>A child’s file that was opened by break-glass.</li>
              <li>The time of day is held against nobody.</li>
              <li>
                How a lead reads, the head sees; how a head reads, the designated safeguarding lead. Nobody sees their
                own.
              </li>
            </ul>
          </details>
        </div>
        {shown && <Found page={shown} />}
        {error && <FailurePage code={error.code} message={error.message} level={2} retry={() => void refetch()} />}
        {!shown && !error && <Loading label="Looking for unusual reading" rows={4} />}
      </main>
    </>
  );
}

function Found({ page }: { readonly page: Page }) {
  const styles = useStyles();
  const { readers, cut, indexedTo } = page;
  return (
    <>
      {cut && (
        <Notice intent="warning">
          There was more than Lantern goes through at once: something may be missing here, and numbers may be too low.
        </Notice>
      )}
      {indexedTo !== undefined && (
        <Notice intent="warning">
          {indexedTo === ''
            ? 'Lantern is still going through the journal. Look again in some minutes.'
            : `Lantern is still going through the journal: what was done after ${absoluteTime(indexedTo)} is not looked at yet.`}
        </Notice>
      )}
      <Card>
        {readers.length > 0 ? (
          <ul className={styles.list} aria-label="Unusual reading">
            {readers.map((reader, place) => (
              <UnusualEntry key={place} reader={reader} />
            ))}
          </ul>
        ) : (
          <div className={styles.none}>
            <p className={styles.nothing}>Nothing was unusual.</p>
          </div>
        )}
      </Card>
      <p className={styles.looked}>{lookedAt(page)}</p>
    </>
  );
}

const counted = (n: number, one: string, many: string) => `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;

function lookedAt({ from, to, counted: { people, openings, refusals } }: Page): string {
  const what = `${counted(people, 'person', 'people')}, ${counted(openings, 'opening of a case', 'openings of cases')}`;
  const refused = counted(refusals, 'refusal', 'refusals');
  return `Looked at, from ${absoluteTime(from)} to ${absoluteTime(to)}: ${what} and ${refused}.`;
}
