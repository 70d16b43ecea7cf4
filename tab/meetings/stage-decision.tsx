import { makeStyles, tokens } from '@fluentui/react-components';
import type { StageDecisions } from '../../src/areas/meetings/contract.ts';

const useStyles = makeStyles({
  words: { gridColumn: '1 / -1', margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  label: { fontWeight: tokens.fontWeightSemibold },
  left: { gridColumn: '1 / -1', margin: 0, color: tokens.colorNeutralForeground2 },
});

/** A decision as Lantern gives it out for a whole room; where it cannot hide who a child is, only that there is one. */
export function StageDecision({ decision }: { readonly decision: StageDecisions['points'][number] | undefined }) {
  const styles = useStyles();
  if (!decision) return null;
  if (decision.decision === undefined)
    return <p className={styles.left}>Something is decided; it is shown in the minutes only.</p>;
  return (
    <p className={styles.words} dir="auto">
      <span className={styles.label}>Decision: </span>
      {decision.decision}
    </p>
  );
}
