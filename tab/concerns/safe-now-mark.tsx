import { makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Regular, ErrorCircle20Filled, QuestionCircle20Filled } from '@fluentui/react-icons';
import type { ConcernItem } from '../../src/areas/concerns/contract.ts';
import { safeNow as words } from '../../src/areas/concerns/fields.ts';

const icons = { yes: CheckmarkCircle20Regular, no: ErrorCircle20Filled, 'not-sure': QuestionCircle20Filled } as const;

const useStyles = makeStyles({
  mark: { display: 'inline-flex', gap: '6px', alignItems: 'center', whiteSpace: 'nowrap' },
  alarming: { fontWeight: tokens.fontWeightSemibold },
});

/** The reporter's answer to "Is the child safe now?". */
export function SafeNowMark({ safeNow }: { readonly safeNow: ConcernItem['safeNow'] }) {
  const styles = useStyles();
  const Icon = icons[safeNow] ?? QuestionCircle20Filled;
  return (
    <span className={styles.mark}>
      <Icon aria-hidden />
      <span className={safeNow === 'yes' ? undefined : styles.alarming}>{words[safeNow] ?? safeNow}</span>
    </span>
  );
}
