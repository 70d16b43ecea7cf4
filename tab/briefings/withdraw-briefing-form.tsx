import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { BriefingItem, WithdrawBriefingRequest } from '../../src/areas/briefings/contract.ts';
import { briefingFields } from '../../src/areas/briefings/fields.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { FormFrame } from '../concerns/form-frame.tsx';
import { TextField } from '../concerns/text-field.tsx';

export interface WithdrawBriefingFormProps {
  readonly briefing: Pick<BriefingItem, 'id' | 'rev'>;
  readonly cancel: () => void;
  readonly done: () => void;
}

/** Takes a briefing back, with the reason. */
export function WithdrawBriefingForm({ briefing: { id, rev }, cancel, done }: WithdrawBriefingFormProps) {
  const api = useApi();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  // The button that opened the form is gone; a keyboard goes on here.
  useEffect(() => place.current?.querySelector('textarea')?.focus(), []);
  const act = useAct<Omit<WithdrawBriefingRequest, 'form'>>({
    send: (request) => api.withdrawBriefing(id, request).then(done),
    decided: () => queries.invalidateQueries({ queryKey: ['briefing', id] }),
  });
  return (
    <div ref={place}>
      <FormFrame
        label="Withdraw the briefing"
        save="Withdraw this briefing"
        sending={act.sending}
        failure={act.failure}
        cancel={cancel}
        submit={() => {
          setAsked(true);
          if (reason.trim() !== '') act.press({ rev, reason: reason.trim() });
        }}
      >
        <TextField
          label="Why it is withdrawn"
          hint="Stays with the briefing. Whoever was asked to read it sees only that it was withdrawn."
          max={briefingFields.reason.max}
          value={reason}
          change={setReason}
          missing={asked && reason.trim() === '' ? 'Write why it is withdrawn.' : undefined}
        />
      </FormFrame>
    </div>
  );
}
