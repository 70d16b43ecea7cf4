import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Card } from '../components/card.tsx';

const useStyles = makeStyles({
  sheet: { padding: '16px 20px', display: 'grid', gap: '12px', gridTemplateColumns: 'minmax(0, 1fr)' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
});

/** A part of a page on a sheet of its own, under its heading. */
export function Sheet(props: { readonly id: string; readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <Card className={styles.sheet} aria-labelledby={props.id}>
      <h2 className={styles.title} id={props.id}>
        {props.title}
      </h2>
      {props.children}
    </Card>
  );
}
