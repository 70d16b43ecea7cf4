import { Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { RecordOfficialRequest } from '../../src/areas/meetings/contract.ts';
import { meetingFields, officialCheck } from '../../src/areas/meetings/fields.ts';
import { useApi } from '../api/api-context.ts';
import { useNow } from '../api/clock-context.ts';
import { useAct } from '../api/use-act.ts';
import { schoolDayOf } from '../components/school-time.ts';
import { FormFrame } from '../concerns/form-frame.tsx';
import { TextField } from '../concerns/text-field.tsx';
import type { OfficialFormProps } from './official-form-props.ts';

type Check = RecordOfficialRequest['check'];
const checks = Object.entries(officialCheck) as [Check, string][];

/** That the official minutes came, whether they are right, and that what is wrong in them was sent on. */
export function RecordOfficialForm({ meeting, official, cancel, done }: OfficialFormProps) {
  const api = useApi();
  const queries = useQueryClient();
  const today = schoolDayOf(useNow());
  const [receivedOn, setReceivedOn] = useState(official.receivedOn ?? today);
  const [check, setCheck] = useState<Check>(official.check ?? 'unchecked');
  const [inaccuracies, setInaccuracies] = useState('');
  const [sentOn, setSentOn] = useState('');
  const [asked, setAsked] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  // The button that opened the form is gone; a keyboard goes on here.
  useEffect(() => place.current?.querySelector('input')?.focus(), []);
  const act = useAct<Omit<RecordOfficialRequest, 'form'>>({
    send: (request) => api.recordOfficial(meeting.id, request).then(() => done('Saved.')),
    decided: async () => {
      await queries.invalidateQueries({ queryKey: ['meeting', meeting.id] });
      await queries.invalidateQueries({ queryKey: ['minutes', meeting.id] });
    },
  });
  // What was written before is kept; it stands with the minutes, and not here.
  const written = official.check === 'inaccurate';
  const wrong = check === 'inaccurate';
  const missing: Readonly<Record<string, string>> = {
    ...(receivedOn === '' && { receivedOn: 'Choose a day.' }),
    ...(wrong && !written && inaccuracies.trim() === '' && { inaccuracies: 'Write what is wrong.' }),
  };
  const faults = { ...act.failure?.fields, ...(asked && missing) };
  const day = (label: string, name: string, value: string, set: (day: string) => void, required: boolean) => (
    <Field label={label} required={required} {...(faults[name] && { validationMessage: faults[name] })}>
      <Input type="date" value={value} onChange={(_, { value: said }) => set(said)} />
    </Field>
  );
  return (
    <div ref={place}>
      <FormFrame
        label="The official minutes came"
        save="Save"
        sending={act.sending}
        failure={act.failure}
        cancel={cancel}
        submit={() => {
          setAsked(true);
          if (Object.keys(missing).length > 0) return;
          const words = inaccuracies.trim();
          const found = wrong && { ...(words !== '' && { inaccuracies: words }), ...(sentOn !== '' && { sentOn }) };
          act.press({ rev: meeting.rev, receivedOn, check, ...found });
        }}
      >
        {day('They came on', 'receivedOn', receivedOn, setReceivedOn, true)}
        <Field label="Are they right?" {...(faults['check'] && { validationMessage: faults['check'] })}>
          <RadioGroup value={check} onChange={(_, { value }) => setCheck(value as Check)}>
            {checks.map(([id, label]) => (
              <Radio key={id} value={id} label={label} />
            ))}
          </RadioGroup>
        </Field>
        {wrong && (
          <>
            <TextField
              label="What is wrong"
              hint={
                written
                  ? 'What was written before stands with the minutes; write here only to put something else in its place.'
                  : 'As you send it to whoever wrote them.'
              }
              max={meetingFields.inaccuracies.max}
              value={inaccuracies}
              change={setInaccuracies}
              missing={faults['inaccuracies']}
              required={!written}
            />
            {day('Sent on', 'sentOn', sentOn, setSentOn, false)}
          </>
        )}
      </FormFrame>
    </div>
  );
}
