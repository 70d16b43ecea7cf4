import { Button, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { JournalFilter } from '../../src/areas/journal/contract.ts';
import { useApi } from '../api/api-context.ts';
import { useSchoolClock } from '../api/clock-context.ts';
import { Card } from '../components/card.tsx';
import { FailurePage } from '../components/failure-page.tsx';
import { Loading } from '../components/loading.tsx';
import { Notice } from '../components/notice.tsx';
import { PrintButton } from '../components/print-button.tsx';
import { PrintHead } from '../components/print-head.tsx';
import { absoluteTime, timeOfDay } from '../components/school-time.ts';
import { usePrint } from '../components/use-print.ts';
import { FilterForm } from './filter-form.tsx';
import { JournalEntry } from './journal-entry.tsx';
import { journalQuery } from './queries.ts';
import { TakeOut } from './take-out.tsx';

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', justifyContent: 'space-between', gap: '4px 16px' },
  title: { margin: '24px 0 8px', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  text: { color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: '0 20px' },
  none: { margin: 0, padding: '20px' },
  ways: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: '0 8px' },
  more: { display: 'flex', justifyContent: 'center', padding: '16px 0', '@media print': { display: 'none' } },
});

/** What was done, newest first, narrowed by who, what and when. */
export function JournalPart() {
  const styles = useStyles();
  const clock = useSchoolClock();
  const api = useApi();
  const print = usePrint(() => api.printJournal());
  const [filter, setFilter] = useState<JournalFilter>({});
  const query = useInfiniteQuery(journalQuery(api, filter));
  const { data, error } = query;
  const [people, setPeople] = useState<readonly { readonly person: string; readonly name: string }[]>([]);
  const offered = data?.pages[0]?.people;
  if (offered && offered !== people) setPeople(offered);
  const lines = data?.pages.flatMap((page, place) => page.lines.map((line, i) => ({ line, key: `${place}-${i}` })));
  const indexedTo = data?.pages[0]?.indexedTo;
  return (
    <>
      <PrintHead what="the journal" printed={print.answer} />
      <div className={styles.head}>
        <h2 className={styles.title} id="done">
          What was done
        </h2>
        {query.dataUpdatedAt > 0 && (
          <span className={styles.text}>As of {timeOfDay(clock.at(query.dataUpdatedAt))}</span>
        )}
      </div>
      <FilterForm filter={filter} people={people} choose={setFilter} />
      <div className={styles.ways}>
        <PrintButton act={print} label="Print what is shown" />
        <TakeOut key={JSON.stringify(filter)} filter={filter} />
      </div>
      {indexedTo !== undefined && (
        <Notice intent="warning">
          {indexedTo === ''
            ? 'Lantern is still going through the journal, so that it can be searched. Look again in some minutes.'
            : `Lantern is still going through the journal: what was done after ${absoluteTime(indexedTo)} is not found yet.`}
        </Notice>
      )}
      {query.isLoading && <Loading label="Loading the journal" rows={8} />}
      {error && <FailurePage code={error.code} message={error.message} level={2} retry={() => void query.refetch()} />}
      {lines && (
        <Card>
          {lines.length > 0 ? (
            <ol className={styles.list} aria-labelledby="done">
              {lines.map(({ line, key }) => (
                <JournalEntry key={key} line={line} />
              ))}
            </ol>
          ) : (
            <p className={styles.none}>
              {query.hasNextPage ? 'Nothing found so far.' : 'Nothing was done that fits this.'}
            </p>
          )}
        </Card>
      )}
      {query.hasNextPage && (
        <div className={styles.more}>
          <Button
            icon={query.isFetchingNextPage ? <Spinner size="tiny" /> : null}
            disabledFocusable={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            Show older entries
          </Button>
        </div>
      )}
    </>
  );
}
