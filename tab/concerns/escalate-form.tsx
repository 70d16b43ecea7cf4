import { useState } from 'react';
import { decisionFields } from '../../src/areas/concerns/fields.ts';
import { useApi } from '../api/api-context.ts';
import type { ActFormProps } from './act-form-props.ts';
import { FormFrame } from './form-frame.tsx';
import { TextField } from './text-field.tsx';
import { useConcernAct } from './use-concern-act.ts';

/** Calls every other lead, with a reason that stays in Lantern. */
export function EscalateForm({ concern, done, cancel }: ActFormProps) {
  const api = useApi();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const empty = reason.trim() === '';
  const act = useConcernAct<{ readonly rev: number; readonly reason: string }>(concern.id, (request) =>
    api.escalate(concern.id, request).then(() => done(`Escalated: the other leads are being told of ${concern.ref}.`)),
  );
  return (
    <FormFrame
      label={`Escalate ${concern.ref}`}
      save="Tell all leads"
      sending={act.sending}
      failure={act.failure}
      cancel={cancel}
      submit={() => {
        setAsked(true);
        if (!empty) act.press({ rev: concern.rev, reason: reason.trim() });
      }}
    >
      <TextField
        label="Why must the other leads look now?"
        hint="They get a message with the reference only. The reason is read here."
        max={decisionFields.reason.max}
        value={reason}
        change={setReason}
        missing={asked && empty ? 'Write why.' : undefined}
      />
    </FormFrame>
  );
}
