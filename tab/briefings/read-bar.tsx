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

export interface ReadBarProps {
  readonly read: number;
  /** Absent where nobody was asked by name: there is no number that it could reach. */
  readonly asked: number | undefined;
}

/** How many of those who were asked have read it: said in words, drawn beside them. */
export function ReadBar({ read, asked }: ReadBarProps) {
  const styles = useStyles();
  if (asked === undefined) return <span>{read === 1 ? '1 has read it' : `${String(read)} have read it`}</span>;
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
