import { Button, makeStyles } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { AnswerInvitationRequest, AskedMeeting } from '../../src/areas/meetings/contract.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { Notice } from '../components/notice.tsx';
import { dayOf, hoursText, kindText } from './meeting-words.ts';
import { schoolDate } from '../actions/school-date.ts';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', paddingTop: '4px' },
});

const answers = [
  { coming: true, label: 'Coming', said: 'accepted' },
  { coming: false, label: 'Not coming', said: 'declined' },
] as const;

/** Says whether one comes; whoever thinks again presses the other. */
export function AnswerButtons({ meeting }: { readonly meeting: AskedMeeting }) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const act = useAct<Omit<AnswerInvitationRequest, 'form'>>({
    send: (request) =>
      api
        .answerInvitation(meeting.id, request)
        .then(() => announce(request.coming ? 'You said that you come' : 'You said that you do not come')),
    decided: () => queries.invalidateQueries({ queryKey: ['meetings'] }),
  });
  if (!meeting.mayAnswer) return null;
  const about = `${kindText(meeting.kind)}, ${schoolDate(dayOf(meeting))}, ${hoursText(meeting)}`;
  return (
    <>
      <span className={styles.buttons} role="group" aria-label={`Do you come? ${about}`}>
        {answers.map(({ coming, label, said }) => (
          <Button
            key={label}
            size="small"
            appearance={meeting.attendance === said ? 'primary' : 'secondary'}
            aria-pressed={meeting.attendance === said}
            disabledFocusable={act.sending}
            onClick={() => {
              if (meeting.attendance !== said) act.press({ invitation: meeting.invitation, coming });
            }}
          >
            {label}
          </Button>
        ))}
      </span>
      {act.failure && <Notice intent="error">{act.failure.message}</Notice>}
    </>
  );
}
