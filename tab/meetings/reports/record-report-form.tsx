import { Field, Input } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { RecordReportRequest } from '../../../src/areas/meetings/contract.ts';
import { schoolDate } from '../../actions/school-date.ts';
import { useApi } from '../../api/api-context.ts';
import { useNow } from '../../api/clock-context.ts';
import { useAct } from '../../api/use-act.ts';
import { schoolDayOf } from '../../components/school-time.ts';
import { FormFrame } from '../../concerns/form-frame.tsx';
import type { ReportFormProps } from './report-form-props.ts';

/** That a report came, and when. */
export function RecordReportForm({ meeting, of, cancel, done }: ReportFormProps) {
  const api = useApi();
  const queries = useQueryClient();
  const today = schoolDayOf(useNow());
  const [receivedOn, setReceivedOn] = useState(of?.report?.receivedOn ?? today);
  const [asked, setAsked] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  // The button that opened the form is gone; a keyboard goes on here.
  useEffect(() => place.current?.querySelector('input')?.focus(), []);
  const act = useAct<Omit<RecordReportRequest, 'form'>>({
    send: (request) =>
      api
        .recordReport(meeting.id, request)
        .then(() => done(`${of?.name ?? 'It'}: came on ${schoolDate(request.receivedOn)}.`)),
    decided: () => queries.invalidateQueries({ queryKey: ['meeting', meeting.id] }),
  });
  if (!of?.report) return null;
  const { id, name, report } = of;
  const fault = asked && receivedOn === '' ? 'Choose a day.' : act.failure?.fields?.['receivedOn'];
  return (
    <div ref={place}>
      <FormFrame
        label={`The report of ${name} came`}
        save="Save"
        sending={act.sending}
        failure={act.failure}
        cancel={cancel}
        submit={() => {
          setAsked(true);
          if (receivedOn !== '') act.press({ invitation: id, receivedOn });
        }}
      >
        <Field
          label={`The report of ${name} came on`}
          required
          hint={`It was asked for by ${schoolDate(report.dueOn)}.`}
          {...(fault && { validationMessage: fault })}
        >
          <Input type="date" value={receivedOn} onChange={(_, { value }) => setReceivedOn(value)} />
        </Field>
      </FormFrame>
    </div>
  );
}
