import { Button, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { HeartPulse20Regular } from '@fluentui/react-icons';
import { useQueryClient } from '@tanstack/react-query';
import type { HealthDesk } from '../../src/areas/settings/contract.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { Notice } from '../components/notice.tsx';
import { useSecondsLeft } from '../components/use-seconds-left.ts';
import { laterOf } from './later-of.ts';
import { healthKey } from './queries.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
    '@media print': { display: 'none' },
  },
  text: { color: tokens.colorNeutralForeground2 },
});

export interface LookAgainProps {
  readonly desk: HealthDesk;
  /** When that answer came, in milliseconds of the device's clock. */
  readonly cameAt: number;
}

/** Has Lantern examined. While one examination goes on, and for a minute after it began, there is no other. */
export function LookAgain({ desk, cameAt }: LookAgainProps) {
  const styles = useStyles();
  const api = useApi();
  const client = useQueryClient();
  const again = useAct<object, HealthDesk>({
    send: async (request) => {
      const answer = await api.lookAgain(request);
      client.setQueryData<HealthDesk>(healthKey, (shown) => laterOf(shown, answer));
      return answer;
    },
    decided: async () => undefined,
  });
  const left = useSecondsLeft(desk, cameAt);
  const busy = desk.running !== undefined || again.sending;
  return (
    <>
      <div className={styles.row}>
        <Button
          appearance="primary"
          icon={busy ? <Spinner size="tiny" /> : <HeartPulse20Regular />}
          disabledFocusable={busy || left > 0}
          onClick={() => again.press({})}
        >
          {desk.health || desk.brokeOffAt !== undefined ? 'Look again' : 'Look now'}
        </Button>
        {!busy && left > 0 && (
          <span className={styles.text}>
            {`You can look again in ${left} ${left === 1 ? 'second' : 'seconds'}: each look proves the whole journal.`}
          </span>
        )}
      </div>
      {again.failure && <Notice intent="error">{again.failure.message}</Notice>}
    </>
  );
}
