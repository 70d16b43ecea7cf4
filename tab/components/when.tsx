import { makeStyles, tokens } from '@fluentui/react-components';
import { useNow } from '../api/clock-context.ts';
import { absoluteTime, relativeTime } from './school-time.ts';

const useStyles = makeStyles({
  relative: { color: tokens.colorNeutralForeground2, display: 'block', fontSize: tokens.fontSizeBase200 },
});

/** A moment, absolute and relative, in the school's time zone. */
export function When({ instant }: { readonly instant: string }) {
  const styles = useStyles();
  const since = relativeTime(instant, useNow());
  return (
    <time dateTime={instant}>
      {absoluteTime(instant)}
      {since && <span className={styles.relative}> {since}</span>}
    </time>
  );
}
