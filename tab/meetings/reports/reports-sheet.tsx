import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import type { MeetingDetail, MeetingPersonItem, WithdrawReportRequest } from '../../../src/areas/meetings/contract.ts';
import { useApi } from '../../api/api-context.ts';
import { useAct } from '../../api/use-act.ts';
import { Loading } from '../../components/loading.tsx';
import { Notice } from '../../components/notice.tsx';
import { useFocusNext } from '../../components/use-focus-back.ts';
import { Sheet } from '../../people/sheet.tsx';
import { ReportRow } from './report-row.tsx';

const forms = {
  ask: lazy(async () => ({ default: (await import('./ask-report-form.tsx')).AskReportForm })),
  record: lazy(async () => ({ default: (await import('./record-report-form.tsx')).RecordReportForm })),
} as const;

const useStyles = makeStyles({
  list: { display: 'grid', gap: '12px', listStyleType: 'none', margin: 0, padding: 0 },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
  button: { margin: '12px 0 0', '@media print': { display: 'none' } },
});

export interface ReportsSheetProps {
  readonly meeting: MeetingDetail['meeting'];
  readonly people: readonly MeetingPersonItem[];
}

/** The reports that were asked for: which are awaited, overdue or there; and the way to ask for another. */
export function ReportsSheet({ meeting, people }: ReportsSheetProps) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const [open, setOpen] = useState<{ readonly form: keyof typeof forms; readonly of?: MeetingPersonItem }>();
  const [told, setTold] = useState<string>();
  const place = useRef<HTMLDivElement>(null);
  const back = useFocusNext(place);
  const { reports } = meeting;
  const asked = people.filter(({ report }) => report !== undefined);
  const act = useAct<Omit<WithdrawReportRequest, 'form'>>({
    send: (request) => api.withdrawReport(meeting.id, request),
    decided: () => queries.invalidateQueries({ queryKey: ['meeting', meeting.id] }),
  });
  if (asked.length === 0 && !reports.mayAsk) return null;
  const close = () => {
    setOpen(undefined);
    back();
  };
  const begin = (form: keyof typeof forms, of?: MeetingPersonItem) => {
    setTold(undefined);
    setOpen({ form, ...(of && { of }) });
  };
  const Form = open && forms[open.form];
  return (
    <Sheet id="reports" title="Reports">
      {told !== undefined && <Notice intent="success">{told}</Notice>}
      {act.failure && <Notice intent="error">{act.failure.message}</Notice>}
      {asked.length === 0 && <p className={styles.none}>None was asked for.</p>}
      <div ref={place}>
        {Form ? (
          <Suspense fallback={<Loading label="Opening the form" rows={3} />}>
            <Form
              {...{ meeting, people, cancel: close }}
              {...(open.of && { of: open.of })}
              done={(text) => {
                close();
                setTold(text);
              }}
            />
          </Suspense>
        ) : (
          <ul className={styles.list} aria-labelledby="reports">
            {asked.map((person) => (
              <ReportRow
                key={person.id}
                person={person}
                may={reports}
                sending={act.sending}
                came={() => begin('record', person)}
                later={() => begin('ask', person)}
                withdraw={() => {
                  setTold(undefined);
                  act.press({ invitation: person.id });
                  back();
                }}
              />
            ))}
          </ul>
        )}
        {!Form && reports.mayAsk && people.some(({ as, report }) => as !== 'family' && !report) && (
          <p className={styles.button}>
            <Button onClick={() => begin('ask')}>Ask for a report</Button>
          </p>
        )}
      </div>
    </Sheet>
  );
}
