import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Card } from './card.tsx';

const useStyles = makeStyles({
  card: { marginBottom: '16px' },
  title: { margin: '16px 20px 0', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  none: { margin: 0, padding: '16px 20px', color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: '0 20px' },
  flush: { padding: 0 },
});

export interface TitledListProps {
  readonly id: string;
  readonly title: string;
  /** Whether its entries reach from edge to edge. */
  readonly flush?: boolean;
  /** What is said in place of entries where there are none. */
  readonly none?: string | undefined;
  readonly children?: ReactNode;
}

/** A list on a sheet of its own, under its heading. */
export function TitledList({ id, title, flush = false, none, children }: TitledListProps) {
  const styles = useStyles();
  return (
    <Card className={styles.card} aria-labelledby={id}>
      <h2 className={styles.title} id={id}>
        {title}
      </h2>
      {none !== undefined && <p className={styles.none}>{none}</p>}
      <ul className={mergeClasses(styles.list, flush && styles.flush)} aria-labelledby={id}>
        {children}
      </ul>
    </Card>
  );
}
