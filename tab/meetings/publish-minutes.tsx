import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { MinutesDraft, PublishMinutesRequest } from '../../src/areas/meetings/contract.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { Notice } from '../components/notice.tsx';
import { Sheet } from '../people/sheet.tsx';

const useStyles = makeStyles({ text: { margin: 0, color: tokens.colorNeutralForeground2 } });

export interface PublishMinutesProps {
  readonly meeting: string;
  readonly minutes: MinutesDraft;
  readonly done: (text: string) => void;
}

/** Says that agreed minutes may go to whom they are for; the staff who were there are told. */
export function PublishMinutes({ meeting, minutes, done }: PublishMinutesProps) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const act = useAct<Omit<PublishMinutesRequest, 'form'>>({
    send: (request) =>
      api.publishMinutes(meeting, request).then(() => done('Published: they may go to whom they are for.')),
    decided: async () => {
      await queries.invalidateQueries({ queryKey: ['minutes', meeting] });
      await queries.invalidateQueries({ queryKey: ['meeting', meeting] });
    },
  });
  if (!minutes.mayPublish) return null;
  return (
    <Sheet id="publish" title="Publish">
      <p className={styles.text}>
        Staff who were there are told in their chat, and read here what they may read: no child is named but those whom
        the meeting was about.
      </p>
      {act.failure && <Notice intent="error">{act.failure.message}</Notice>}
      <span>
        <Button appearance="primary" disabledFocusable={act.sending} onClick={() => act.press({ rev: minutes.rev })}>
          {act.sending ? 'Publishing…' : 'Publish the minutes'}
        </Button>
      </span>
    </Sheet>
  );
}
