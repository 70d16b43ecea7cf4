import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  rows: { display: 'grid', gap: '14px', padding: '20px' },
  row: { height: '28px', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralStencil1 },
});

/** Grey lines where the content will stand. They keep still: what moves while nothing happens wears people out. */
export function Loading({ label, rows }: { readonly label: string; readonly rows: number }) {
  const styles = useStyles();
  return (
    <div role="progressbar" aria-label={label} aria-busy className={styles.rows}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row} />
      ))}
    </div>
  );
}
