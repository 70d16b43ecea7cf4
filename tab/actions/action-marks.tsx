import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircle20Regular,
  CircleHalfFill20Regular,
  Circle20Regular,
  DismissCircle20Regular,
  Clock20Regular,
  Warning16Filled,
  type FluentIcon,
} from '@fluentui/react-icons';
import type { OwnAction } from '../../src/areas/actions/contract.ts';
import { actionPriority, actionStatus } from '../../src/areas/actions/fields.ts';
import { schoolDate } from './school-date.ts';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', alignItems: 'center' },
  ref: { fontWeight: tokens.fontWeightSemibold },
  state: { display: 'inline-flex', gap: '6px', alignItems: 'center' },
  icon: { flexShrink: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const icons: Readonly<Record<OwnAction['status'], FluentIcon>> = {
  open: Circle20Regular,
  accepted: CircleHalfFill20Regular,
  'done-unverified': Clock20Regular,
  verified: CheckmarkCircle20Regular,
  'cancelled-reasoned': DismissCircle20Regular,
};

type Marked = Pick<OwnAction, 'ref' | 'priority' | 'status' | 'dueOn' | 'overdue'>;

/** Where an action stands and when it is due: in words with a sign each, so that colour only helps. */
export function ActionMarks({ action }: { readonly action: Marked }) {
  const styles = useStyles();
  // A choice that this build does not know yet is shown as it is.
  const Icon = icons[action.status] ?? Circle20Regular;
  return (
    <div className={styles.line}>
      <span className={styles.ref}>{action.ref}</span>
      <span className={styles.state}>
        <Icon className={styles.icon} aria-hidden />
        {actionStatus[action.status] ?? action.status}
      </span>
      <span>
        <span className={styles.quiet}>Priority </span>
        {actionPriority[action.priority] ?? action.priority}
        <span className={styles.quiet}> · due </span>
        <time dateTime={action.dueOn}>{schoolDate(action.dueOn)}</time>
      </span>
      {action.overdue && (
        <Badge appearance="tint" color="danger" shape="rounded" size="large" icon={<Warning16Filled />}>
          Overdue
        </Badge>
      )}
    </div>
  );
}
