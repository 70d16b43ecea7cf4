import { Switch } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ChangeMeetingRequest } from '../../src/areas/meetings/contract.ts';
import { meetingFields } from '../../src/areas/meetings/fields.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { FormFrame } from '../concerns/form-frame.tsx';
import { TextField } from '../concerns/text-field.tsx';
import { LineField } from '../components/line-field.tsx';
import { LaterField } from './later-field.tsx';
import type { MeetingFormProps } from './meeting-form-props.ts';
import { schoolInstant, schoolWall } from './school-instant.ts';
import { TimesFields } from './times-fields.tsx';

/** Moves a meeting to another time or place. A change of time wants a reason. */
export function MoveMeetingForm({ meeting, cancel, done }: MeetingFormProps) {
  const api = useApi();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => {
    const { day, time } = schoolWall(meeting.startsAt);
    const { location = '', online } = meeting;
    return { ...{ day, from: time, to: schoolWall(meeting.endsAt).time, location, online }, reason: '' };
  });
  const [andLater, setAndLater] = useState(false);
  const [asked, setAsked] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  // The button that opened the form is gone; a keyboard goes on here.
  useEffect(() => place.current?.querySelector('input')?.focus(), []);
  const change = (over: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...over }));
  const act = useAct<Omit<ChangeMeetingRequest, 'form'>>({
    send: (request) =>
      api.changeMeeting(meeting.id, request).then(() => done('Changed. Staff who were asked are told.')),
    decided: () => queries.invalidateQueries({ queryKey: ['meeting', meeting.id] }),
  });
  // An instant that was not touched goes back as it came, to the last digit.
  const instantOf = (time: string, before: string) => {
    const instant = schoolInstant(draft.day, time) ?? '';
    return Date.parse(instant) === Date.parse(before) ? before : instant;
  };
  const startsAt = instantOf(draft.from, meeting.startsAt);
  const endsAt = instantOf(draft.to, meeting.endsAt);
  const moved = startsAt !== meeting.startsAt || endsAt !== meeting.endsAt;
  const missing: Readonly<Record<string, string>> = {
    ...(draft.day === '' && { startsAt: 'Choose a day.' }),
    ...(draft.from === '' && { from: 'Choose when it begins.' }),
    ...(draft.to === '' && { endsAt: 'Choose an end.' }),
    ...(draft.to !== '' && draft.to <= draft.from && { endsAt: 'Choose an end after the beginning.' }),
    ...(moved && draft.reason.trim() === '' && { reason: 'Write why it is moved.' }),
  };
  const faults = { ...act.failure?.fields, ...(asked && missing) };
  return (
    <div ref={place}>
      <FormFrame
        label="Change time or place"
        save="Save the change"
        sending={act.sending}
        failure={act.failure}
        cancel={cancel}
        submit={() => {
          setAsked(true);
          const { location, online, reason } = draft;
          if (Object.keys(missing).length > 0) return;
          const place = { location: location.trim(), online };
          const rest = { reason: reason.trim(), ...(andLater && { andLater }) };
          act.press({ rev: meeting.rev, startsAt, endsAt, ...place, ...rest });
        }}
      >
        <TimesFields times={draft} change={change} faults={faults} />
        <LineField
          label={meetingFields.location.label}
          max={meetingFields.location.max}
          value={draft.location}
          change={(location) => change({ location })}
        />
        <Switch
          label="Also in Teams"
          checked={draft.online}
          onChange={(_, { checked }) => change({ online: checked })}
        />
        <TextField
          label="Why it is moved"
          hint="Needed when the time changes."
          max={meetingFields.reason.max}
          value={draft.reason}
          change={(reason) => change({ reason })}
          missing={faults['reason']}
          required={moved}
        />
        <LaterField later={meeting.later} chosen={andLater} choose={setAndLater} />
      </FormFrame>
    </div>
  );
}
