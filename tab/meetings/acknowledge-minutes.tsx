import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { AcknowledgeMinutesRequest, AttendeeMinutes } from '../../src/areas/meetings/contract.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { Notice } from '../components/notice.tsx';
import { absoluteTime } from '../components/school-time.ts';

const useStyles = makeStyles({
  said: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export interface AcknowledgeMinutesProps {
  readonly meeting: string;
  readonly minutes: AttendeeMinutes;
}

/** Below the minutes: says once that one has read them. */
export function AcknowledgeMinutes({ meeting, minutes }: AcknowledgeMinutesProps) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const { invitation, acknowledgedAt, mayAcknowledge } = minutes;
  const act = useAct<Omit<AcknowledgeMinutesRequest, 'form'>>({
    send: (request) =>
      api.acknowledgeMinutes(meeting, request).then(() => announce('You said that you have read the minutes')),
    decided: async () => {
      await queries.invalidateQueries({ queryKey: ['minutes', meeting] });
      await queries.invalidateQueries({ queryKey: ['meetings'] });
    },
  });
  if (acknowledgedAt !== undefined)
    return <p className={styles.said}>You said that you had read them: {absoluteTime(acknowledgedAt)}.</p>;
  if (!mayAcknowledge) return null;
  return (
    <>
      {act.failure && <Notice intent="error">{act.failure.message}</Notice>}
      <span>
        <Button appearance="primary" disabledFocusable={act.sending} onClick={() => act.press({ invitation })}>
          {act.sending ? 'Saying so…' : 'I have read them'}
        </Button>
      </span>
    </>
  );
}
