import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import type { SourceBlock } from '../../../src/areas/meetings/contract.ts';
import { useNames } from '../../components/child-name.tsx';
import { timeOfDay } from '../../components/school-time.ts';

const useStyles = makeStyles({
  block: {
    margin: 0,
    padding: '8px 12px',
    display: 'grid',
    gap: '6px',
    gridTemplateColumns: 'minmax(0, 1fr)',
    borderLeft: `4px dashed ${tokens.colorPaletteMarigoldBorderActive}`,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  head: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', justifyContent: 'space-between', alignItems: 'center' },
  mark: { fontWeight: tokens.fontWeightSemibold, flex: '1 1 200px' },
  quote: { margin: 0, display: 'grid', gap: '4px', overflowWrap: 'anywhere', fontStyle: 'italic' },
  line: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export interface SourceBlocksProps {
  /** Of the point, counted from 1. */
  readonly place: number;
  readonly sources: readonly { readonly place: number; readonly source: SourceBlock }[];
  readonly remove: (place: number) => void;
}

/** Lines of a transcript beside a point, marked as what they are. They are read, and never written in. */
export function SourceBlocks({ place: point, sources, remove }: SourceBlocksProps) {
  const styles = useStyles();
  const { hidden } = useNames();
  return sources.map(({ place, source: { lines } }) => {
    const mark = `From the Teams transcript, ${timeOfDay(Date.parse(lines[0]?.at ?? ''))}, not checked`;
    return (
      <figure key={place} className={styles.block}>
        <figcaption className={styles.head}>
          <span className={styles.mark}>{mark}</span>
          <Button
            size="small"
            appearance="subtle"
            icon={<Dismiss16Regular />}
            aria-label={`Take away from point ${point}: ${mark}`}
            onClick={() => remove(place)}
          >
            Take away
          </Button>
        </figcaption>
        {hidden ? (
          <p className={styles.quiet}>Names are hidden on this screen, so these lines are not shown.</p>
        ) : (
          <blockquote className={styles.quote}>
            {lines.map(({ speaker, text }, i) => (
              <p key={i} className={styles.line} dir="auto">
                {speaker !== undefined && <bdi>{speaker}: </bdi>}
                {text}
              </p>
            ))}
          </blockquote>
        )}
        <p className={styles.quiet}>
          It is no part of the minutes, and ends when they are agreed. Write what counts in your own words.
        </p>
      </figure>
    );
  });
}
