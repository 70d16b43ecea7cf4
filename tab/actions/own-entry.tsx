import { makeStyles, tokens } from '@fluentui/react-components';
import type { OwnAction } from '../../src/areas/actions/contract.ts';
import { ActionActs } from './action-acts.tsx';
import { ActionMarks } from './action-marks.tsx';

const useStyles = makeStyles({
  entry: {
    display: 'grid',
    gap: '8px',
    padding: '14px 20px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottomStyle: 'none' },
  },
  what: { margin: 0, overflowWrap: 'anywhere', fontSize: tokens.fontSizeBase400 },
});

/** One's own action in the words that were written for people outside the circle. */
export function OwnEntry({ action }: { readonly action: OwnAction }) {
  const styles = useStyles();
  return (
    <li className={styles.entry}>
      <p className={styles.what} dir="auto">
        {action.whatOutside ?? 'What it was about stands on the concern.'}
      </p>
      <ActionMarks action={action} />
      <ActionActs action={action} />
    </li>
  );
}
