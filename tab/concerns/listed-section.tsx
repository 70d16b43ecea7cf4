import { makeStyles, tokens } from '@fluentui/react-components';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Card } from '../components/card.tsx';
import { FailurePage } from '../components/failure-page.tsx';
import { Loading } from '../components/loading.tsx';

const useStyles = makeStyles({
  sheet: { padding: '16px 20px' },
  title: { margin: '0 0 8px', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '20px' },
});

export interface ListedSectionProps<Item> {
  readonly id: string;
  readonly title: string;
  /** Told while it loads. */
  readonly loading: string;
  readonly query: UseQueryResult<{ readonly items: readonly Item[] }>;
  readonly children: (item: Item) => ReactNode;
}

/** A part of a concern that is a list of its own, newest first, fetched when the concern is there. */
export function ListedSection<Item>({ id, title, loading, query, children }: ListedSectionProps<Item>) {
  const styles = useStyles();
  const { error } = query;
  return (
    <Card className={styles.sheet} aria-labelledby={id}>
      <h2 className={styles.title} id={id}>
        {title}
      </h2>
      {query.isLoading && <Loading label={loading} rows={2} />}
      {error && <FailurePage code={error.code} message={error.message} level={2} retry={() => void query.refetch()} />}
      <ol className={styles.list}>{query.data?.items.map(children)}</ol>
    </Card>
  );
}
