import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Card } from './card.tsx';

const useStyles = makeStyles({
  folded: { marginTop: '16px', color: tokens.colorNeutralForeground2 },
  inner: { marginTop: '12px', color: tokens.colorNeutralForeground1 },
  list: { listStyleType: 'none', margin: 0, padding: '0 20px' },
  flush: { padding: 0 },
});

export interface FoldedListProps {
  /** In one word, before how many there are. */
  readonly summary: string;
  /** What the list is called for a screen reader. */
  readonly label: string;
  /** Whether its entries reach from edge to edge. */
  readonly flush?: boolean;
  readonly entries: readonly ReactNode[];
}

/** What is over and seldom looked at, beneath a list: folded away, and absent where there is none. */
export function FoldedList({ summary, label, flush = false, entries }: FoldedListProps) {
  const styles = useStyles();
  if (entries.length === 0) return null;
  return (
    <details className={styles.folded}>
      <summary>
        {summary} ({entries.length})
      </summary>
      <Card className={styles.inner}>
        <ul className={mergeClasses(styles.list, flush && styles.flush)} aria-label={label}>
          {entries}
        </ul>
      </Card>
    </details>
  );
}
