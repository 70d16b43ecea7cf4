import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ActionItem } from '../../src/areas/actions/contract.ts';
import { actionFields } from '../../src/areas/actions/fields.ts';
import { absoluteTime } from '../components/school-time.ts';
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
  what: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  link: { color: tokens.colorBrandForegroundLink },
});

export interface ActionEntryProps {
  readonly action: ActionItem;
  /** Whether it stands away from its concern, so that it must say which. */
  readonly linked: boolean;
}

/** One action as the circle sees it, and what one may do to it. */
export function ActionEntry({ action, linked }: ActionEntryProps) {
  const styles = useStyles();
  const { doneNote, doneByName, doneAt, verifiedByName, verifiedAt, reason, whatOutside } = action;
  const line = (label: string, words: ReactNode) => (
    <p className={styles.quiet} dir="auto">
      {label}: {words}
    </p>
  );
  return (
    <li className={styles.entry}>
      <ActionMarks action={action} />
      <p className={styles.what} dir="auto">
        {action.what}
      </p>
      {line(actionFields.ownerName.label, action.ownerName)}
      {whatOutside && !action.mine && line('The owner reads', whatOutside)}
      {doneByName && line(`Done by ${doneByName}${doneAt ? `, ${absoluteTime(doneAt)}` : ''}`, doneNote)}
      {verifiedByName && line('Verified by', `${verifiedByName}${verifiedAt ? `, ${absoluteTime(verifiedAt)}` : ''}`)}
      {reason && line(action.status === 'cancelled-reasoned' ? 'Why cancelled' : 'Why open again', reason)}
      {linked && (
        <Link className={styles.link} to={`/concerns/${action.concernId}`}>
          Concern {action.concernRef}
        </Link>
      )}
      <ActionActs action={action} />
    </li>
  );
}
