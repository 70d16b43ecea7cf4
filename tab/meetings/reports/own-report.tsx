import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { AskedMeeting, ReportSentRequest } from '../../../src/areas/meetings/contract.ts';
import { useApi } from '../../api/api-context.ts';
import { useAct } from '../../api/use-act.ts';
import { useAnnounce } from '../../components/announcer.tsx';
import { Notice } from '../../components/notice.tsx';
import { kindText } from '../meeting-words.ts';
import { reportText } from './report-words.ts';

const useStyles = makeStyles({
  overdue: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  button: { justifySelf: 'start' },
});

/** The report that one was asked for oneself: by when, and that it is sent. */
export function OwnReport({ meeting }: { readonly meeting: AskedMeeting }) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const act = useAct<Omit<ReportSentRequest, 'form'>>({
    send: (request) => api.reportSent(meeting.id, request).then(() => announce('You said that it is sent')),
    decided: () => queries.invalidateQueries({ queryKey: ['meetings'] }),
  });
  const { report, invitation } = meeting;
  if (!report) return null;
  const open = report.state === 'awaited' || report.state === 'overdue';
  return (
    <>
      <span {...(report.state === 'overdue' && report.sentAt === undefined && { className: styles.overdue })}>
        {open && report.sentAt !== undefined ? 'You said that your report is sent' : reportText(report)}
      </span>
      {report.maySay && (
        <Button
          className={styles.button}
          size="small"
          aria-label={`I have sent my report: ${kindText(meeting.kind)}`}
          disabledFocusable={act.sending}
          onClick={() => act.press({ invitation })}
        >
          I have sent it
        </Button>
      )}
      {act.failure && <Notice intent="error">{act.failure.message}</Notice>}
    </>
  );
}
