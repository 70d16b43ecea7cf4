import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ConcernDetail } from '../../src/areas/concerns/contract.ts';
import { useApi } from '../api/api-context.ts';
import { Card } from '../components/card.tsx';
import { FailurePage } from '../components/failure-page.tsx';
import { Loading } from '../components/loading.tsx';
import { DecisionEntry } from './decision-entry.tsx';
import { historyQuery } from './queries.ts';

const useStyles = makeStyles({
  sheet: { padding: '16px 20px' },
  title: { margin: '0 0 8px', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '20px' },
});

/** What was decided about a concern and why, newest first. Asked for only where there is something. */
export function HistorySection({ concern }: { readonly concern: Pick<ConcernDetail, 'id' | 'decisions'> }) {
  const styles = useStyles();
  const query = useQuery(historyQuery(useApi(), concern.id, concern.decisions));
  if (concern.decisions === 0) return null;
  return (
    <Card className={styles.sheet} aria-labelledby="history">
      <h2 className={styles.title} id="history">
        What was decided
      </h2>
      {query.isLoading && <Loading label="Loading what was decided" rows={2} />}
      {query.error && (
        <FailurePage
          code={query.error.code}
          message={query.error.message}
          level={2}
          retry={() => void query.refetch()}
        />
      )}
      <ol className={styles.list}>
        {query.data?.items.map((decision) => (
          <DecisionEntry key={decision.id} decision={decision} />
        ))}
      </ol>
    </Card>
  );
}
