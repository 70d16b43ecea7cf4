import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ConcernDetail } from '../../src/areas/concerns/contract.ts';
import { useApi } from '../api/api-context.ts';
import { Card } from '../components/card.tsx';
import { FailurePage } from '../components/failure-page.tsx';
import { Loading } from '../components/loading.tsx';
import { OutsideEntry } from './outside-entry.tsx';
import { outsideQuery } from './queries.ts';

const useStyles = makeStyles({
  sheet: { padding: '16px 20px' },
  title: { margin: '0 0 8px', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '20px' },
});

/** What was done to a concern in SharePoint and not in Lantern, newest first. Asked for only where there is something. */
export function OutsideSection({ concern }: { readonly concern: Pick<ConcernDetail, 'id' | 'outside'> }) {
  const styles = useStyles();
  const query = useQuery(outsideQuery(useApi(), concern.id, concern.outside));
  if (concern.outside === 0) return null;
  return (
    <Card className={styles.sheet} aria-labelledby="outside">
      <h2 className={styles.title} id="outside">
        What was done outside Lantern
      </h2>
      {query.isLoading && <Loading label="Loading what was done outside Lantern" rows={2} />}
      {query.error && (
        <FailurePage
          code={query.error.code}
          message={query.error.message}
          level={2}
          retry={() => void query.refetch()}
        />
      )}
      <ol className={styles.list}>
        {query.data?.items.map((item) => (
          <OutsideEntry key={item.id} item={item} />
        ))}
      </ol>
    </Card>
  );
}
