import { Skeleton, SkeletonItem, makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({ rows: { display: 'grid', gap: '14px', padding: '20px' } });

/** Grey lines where the content will stand. */
export function Loading({ label, rows }: { readonly label: string; readonly rows: number }) {
  const styles = useStyles();
  return (
    <Skeleton aria-label={label} aria-busy className={styles.rows}>
      {Array.from({ length: rows }, (_, row) => (
        <SkeletonItem key={row} size={28} />
      ))}
    </Skeleton>
  );
}
