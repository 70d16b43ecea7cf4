import { useState } from 'react';
import type { PersonItem, WithdrawPersonRequest } from '../../src/areas/concerns/contract.ts';
import { personFields } from '../../src/areas/concerns/fields.ts';
import { useApi } from '../api/api-context.ts';
import { useChildName } from '../components/child-name.tsx';
import type { ActFormProps } from './act-form-props.ts';
import { FormFrame } from './form-frame.tsx';
import { TextField } from './text-field.tsx';
import { useConcernAct } from './use-concern-act.ts';

/** Takes somebody out of a report again, with the reason: the entry stays readable. */
export function WithdrawPersonForm({ concern, person, done, cancel }: ActFormProps & { readonly person: PersonItem }) {
  const api = useApi();
  const shown = useChildName();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const act = useConcernAct<Omit<WithdrawPersonRequest, 'form'>>(concern.id, (request) =>
    api.withdrawPerson(concern.id, request).then(() => done('Taken off. The entry and your reason stay on record.')),
  );
  return (
    <FormFrame
      label={`Take ${shown(person.name)} off this report`}
      save="Take off"
      sending={act.sending}
      failure={act.failure}
      cancel={cancel}
      submit={() => {
        setAsked(true);
        if (reason.trim() !== '') act.press({ person: person.id, reason: reason.trim() });
      }}
    >
      <TextField
        label={`Why is ${shown(person.name)} taken off?`}
        max={personFields.withdrawnReason.max}
        value={reason}
        change={setReason}
        missing={asked && reason.trim() === '' ? 'Write why.' : undefined}
      />
    </FormFrame>
  );
}
