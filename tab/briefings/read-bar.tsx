import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  bar: { display: 'grid', gap: '4px', gridTemplateColumns: 'minmax(0, 1fr)', width: '100%', paddingBottom: '4px' },
  track: {
    height: '6px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground6,
    overflow: 'hidden',
    forcedColorAdjust: 'none',
  },
  part: { height: '100%', backgroundColor: tokens.colorPaletteGreenForeground3 },
});

/** How many of those who were asked have read it: said in words, drawn beside them. */
export function ReadBar({ read, asked }: { readonly read: number; readonly asked: number }) {
  const styles = useStyles();
  return (
    <span className={styles.bar}>
      <span>
        {read} of {asked} have read it
      </span>
      <span className={styles.track} aria-hidden>
        <span
          className={styles.part}
          style={{ display: 'block', width: `${String(asked === 0 ? 0 : Math.round((100 * read) / asked))}%` }}
        />
      </span>
    </span>
  );
}
