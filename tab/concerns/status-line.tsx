import { makeStyles, tokens } from '@fluentui/react-components';
import { HandRight20Regular, PersonAvailable20Regular } from '@fluentui/react-icons';
import type { ConcernItem } from '../../src/areas/concerns/contract.ts';
import { concernStatus } from '../../src/areas/concerns/fields.ts';

const useStyles = makeStyles({
  line: { display: 'inline-flex', gap: '6px', alignItems: 'flex-start' },
  icon: { flexShrink: 0 },
  waiting: { fontWeight: tokens.fontWeightSemibold },
  detail: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** Where a concern stands, and with whom. */
export function StatusLine({ concern }: { readonly concern: Pick<ConcernItem, 'status' | 'takenByName'> }) {
  const styles = useStyles();
  const waiting = concern.status === 'submitted';
  const Icon = waiting ? HandRight20Regular : PersonAvailable20Regular;
  return (
    <span className={styles.line}>
      <Icon className={styles.icon} aria-hidden />
      <span>
        <span className={waiting ? styles.waiting : undefined}>{concernStatus[concern.status] ?? concern.status}</span>
        <span className={styles.detail}>
          {' '}
          {waiting ? 'Nobody has taken it yet' : concern.takenByName && <bdi>With {concern.takenByName}</bdi>}
        </span>
      </span>
    </span>
  );
}
