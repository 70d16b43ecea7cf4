import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { CancelMeetingRequest } from '../../src/areas/meetings/contract.ts';
import { meetingFields } from '../../src/areas/meetings/fields.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { FormFrame } from '../concerns/form-frame.tsx';
import { TextField } from '../concerns/text-field.tsx';
import { LaterField } from './later-field.tsx';
import type { MeetingFormProps } from './meeting-form-props.ts';

/** Cancels a meeting, with the reason. */
export function CancelMeetingForm({ meeting: { id, rev, later }, cancel, done }: MeetingFormProps) {
  const api = useApi();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [andLater, setAndLater] = useState(false);
  const [asked, setAsked] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  // The button that opened the form is gone; a keyboard goes on here.
  useEffect(() => place.current?.querySelector('textarea')?.focus(), []);
  const act = useAct<Omit<CancelMeetingRequest, 'form'>>({
    send: (request) => api.cancelMeeting(id, request).then(() => done('Cancelled. Staff who were asked are told.')),
    decided: () => queries.invalidateQueries({ queryKey: ['meeting', id] }),
  });
  return (
    <div ref={place}>
      <FormFrame
        label="Cancel the meeting"
        save="Cancel this meeting"
        sending={act.sending}
        failure={act.failure}
        cancel={cancel}
        submit={() => {
          setAsked(true);
          if (reason.trim() !== '') act.press({ rev, reason: reason.trim(), ...(andLater && { andLater }) });
        }}
      >
        <TextField
          label="Why it is cancelled"
          hint="Stays with the meeting. Whoever was only asked does not read it."
          max={meetingFields.reason.max}
          value={reason}
          change={setReason}
          missing={asked && reason.trim() === '' ? 'Write why it is cancelled.' : undefined}
        />
        <LaterField later={later} chosen={andLater} choose={setAndLater} />
      </FormFrame>
    </div>
  );
}
