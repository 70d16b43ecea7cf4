import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Card } from '../components/card.tsx';

const useStyles = makeStyles({
  card: { marginTop: '16px' },
  head: { padding: '14px 20px 0' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  none: { margin: 0, padding: '10px 20px 16px', color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

export interface ActionListProps {
  readonly id: string;
  readonly title: string;
  /** What is said when there is nothing. */
  readonly none: string;
  readonly entries: readonly ReactNode[];
  readonly foot?: ReactNode;
}

/** Actions under a heading. */
export function ActionList({ id, title, none, entries, foot }: ActionListProps) {
  const styles = useStyles();
  return (
    <Card className={styles.card} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 className={styles.title} id={id}>
          {title}
          {entries.length > 0 && ` (${entries.length})`}
        </h2>
      </div>
      {entries.length === 0 ? <p className={styles.none}>{none}</p> : <ul className={styles.list}>{entries}</ul>}
      {foot}
    </Card>
  );
}
