import { Field, Input, Select } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { AskForReportRequest } from '../../../src/areas/meetings/contract.ts';
import { schoolDate } from '../../actions/school-date.ts';
import { useApi } from '../../api/api-context.ts';
import { useAct } from '../../api/use-act.ts';
import { FormFrame } from '../../concerns/form-frame.tsx';
import type { ReportFormProps } from './report-form-props.ts';

/** Asks one of those who come for a report by a day, or by another day than before. */
export function AskReportForm({ meeting, people, of, cancel, done }: ReportFormProps) {
  const api = useApi();
  const queries = useQueryClient();
  const { rule, dueOn: usual } = meeting.reports;
  const [who, setWho] = useState(of?.id ?? '');
  const [dueOn, setDueOn] = useState(of?.report?.dueOn ?? usual);
  const [asked, setAsked] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  // The button that opened the form is gone; a keyboard goes on here.
  useEffect(() => place.current?.querySelector<HTMLElement>('select, input')?.focus(), []);
  const from = people.filter(({ as, report }) => as !== 'family' && report === undefined);
  const chosen = of ?? from.find(({ id }) => id === who);
  const act = useAct<Omit<AskForReportRequest, 'form'>>({
    send: (request) =>
      api
        .askForReport(meeting.id, request)
        .then(() => done(`${chosen?.name ?? 'They'}: asked for by ${schoolDate(request.dueOn ?? usual)}.`)),
    decided: () => queries.invalidateQueries({ queryKey: ['meeting', meeting.id] }),
  });
  const faults = {
    ...act.failure?.fields,
    ...(asked && who === '' && { invitation: 'Choose somebody.' }),
    ...(asked && dueOn === '' && { dueOn: 'Choose a day.' }),
  };
  return (
    <div ref={place}>
      <FormFrame
        label={of ? `Another day for the report of ${of.name}` : 'Ask for a report'}
        save={of ? 'Save the day' : 'Ask for it'}
        sending={act.sending}
        failure={act.failure}
        cancel={cancel}
        submit={() => {
          setAsked(true);
          if (who !== '' && dueOn !== '') act.press({ invitation: who, dueOn });
        }}
      >
        {!of && (
          <Field label="Of whom" required {...(faults.invitation && { validationMessage: faults.invitation })}>
            <Select value={who} onChange={(_, { value }) => setWho(value)}>
              <option value="">Choose…</option>
              {from.map(({ id, name, agencyName }) => (
                <option key={id} value={id}>
                  {agencyName === undefined ? name : `${name}, ${agencyName}`}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Field
          label="By"
          required
          hint={`Usually ${rule.workingDays} working days before the meeting: ${rule.source}.`}
          {...(faults.dueOn && { validationMessage: faults.dueOn })}
        >
          <Input type="date" value={dueOn} onChange={(_, { value }) => setDueOn(value)} />
        </Field>
        {chosen?.as === 'professional' && (
          <span>Lantern writes to nobody outside the school: ask them yourself. It reminds you when it is time.</span>
        )}
        {chosen?.as === 'staff' && <span>They are told in their chat, and reminded until it has come.</span>}
      </FormFrame>
    </div>
  );
}
