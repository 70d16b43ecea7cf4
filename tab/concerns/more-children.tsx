import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  more: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** How many more children are in a report; nothing where there are none. */
export function MoreChildren({ count = 0 }: { readonly count?: number | undefined }) {
  const styles = useStyles();
  if (count === 0) return null;
  return <span className={styles.more}>and {count === 1 ? 'one more child' : `${count} more children`}</span>;
}
