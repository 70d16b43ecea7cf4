import { Field, Input } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ExpectOfficialRequest } from '../../src/areas/meetings/contract.ts';
import { schoolDate } from '../actions/school-date.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { FormFrame } from '../concerns/form-frame.tsx';
import type { OfficialFormProps } from './official-form-props.ts';

/** By when the official minutes are expected. */
export function ExpectOfficialForm({ meeting, official, cancel, done }: OfficialFormProps) {
  const api = useApi();
  const queries = useQueryClient();
  const [dueOn, setDueOn] = useState(official.dueOn ?? '');
  const [asked, setAsked] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  // The button that opened the form is gone; a keyboard goes on here.
  useEffect(() => place.current?.querySelector('input')?.focus(), []);
  const act = useAct<Omit<ExpectOfficialRequest, 'form'>>({
    send: (request) =>
      api.expectOfficial(meeting.id, request).then(() => done(`Expected by ${schoolDate(request.dueOn)}.`)),
    decided: () => queries.invalidateQueries({ queryKey: ['meeting', meeting.id] }),
  });
  const fault = asked && dueOn === '' ? 'Choose a day.' : act.failure?.fields?.['dueOn'];
  return (
    <div ref={place}>
      <FormFrame
        label="When the official minutes are expected"
        save="Save the day"
        sending={act.sending}
        failure={act.failure}
        cancel={cancel}
        submit={() => {
          setAsked(true);
          if (dueOn !== '') act.press({ rev: meeting.rev, dueOn });
        }}
      >
        <Field
          label="Expected by"
          required
          hint="From the day after it, whoever called the meeting is reminded, then weekly."
          {...(fault && { validationMessage: fault })}
        >
          <Input type="date" value={dueOn} onChange={(_, { value }) => setDueOn(value)} />
        </Field>
      </FormFrame>
    </div>
  );
}
