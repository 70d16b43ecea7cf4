import { Field, Select, Switch } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { CallForm, CalledMeeting, CallMeetingRequest } from '../../src/areas/meetings/contract.ts';
import { meetingFields } from '../../src/areas/meetings/fields.ts';
import type { SchoolName } from '../../src/areas/people/contract.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { FailurePage } from '../components/failure-page.tsx';
import { LineField } from '../components/line-field.tsx';
import { Loading } from '../components/loading.tsx';
import { SchoolField } from '../components/school-field.tsx';
import { FormFrame } from '../concerns/form-frame.tsx';
import { callOf, emptyCall, missingIn, type CallDraft } from './call-draft.ts';
import { ChildrenField } from './children-field.tsx';
import { ColleaguesField } from './colleagues-field.tsx';
import { FreeTimes } from './free-times.tsx';
import { GuestsField } from './guests-field.tsx';
import { KindField } from './kind-field.tsx';
import { callFormQuery } from './queries.ts';
import { RhythmField } from './rhythm-field.tsx';
import { TimesFields } from './times-fields.tsx';

export interface CallMeetingFormProps {
  /** Where one may call meetings. */
  readonly schools: readonly SchoolName[];
  readonly cancel: () => void;
  /** Called with the id of the new meeting. */
  readonly done: (meeting: string) => void;
}

/** Calls a meeting: of what kind, when, where, who comes, about whom. */
export function CallMeetingForm(props: CallMeetingFormProps) {
  const query = useQuery(callFormQuery(useApi()));
  const { data, error } = query;
  if (data) return <Form {...props} offered={data} />;
  return error ? (
    <FailurePage code={error.code} message={error.message} level={2} retry={() => void query.refetch()} />
  ) : (
    <Loading label="Opening the form" rows={5} />
  );
}

function Form({ schools, offered, cancel, done }: CallMeetingFormProps & { readonly offered: CallForm }) {
  const api = useApi();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => emptyCall(schools[0]?.id ?? ''));
  const [asked, setAsked] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  // The button that opened the form is gone; a keyboard goes on here.
  useEffect(() => place.current?.querySelector('select')?.focus(), []);
  const act = useAct<Omit<CallMeetingRequest, 'form'>, CalledMeeting>({
    async send(request) {
      const called = await api.callMeeting(request);
      done(called.meeting);
      return called;
    },
    decided: () => queries.invalidateQueries({ queryKey: ['meetings'] }),
  });
  const change = (over: Partial<CallDraft>) => setDraft((before) => ({ ...before, ...over }));
  const kind = offered.kinds.find(({ id }) => id === draft.kind);
  const people = offered.people.filter(({ school }) => school === draft.school);
  const missing = missingIn(draft, kind);
  const faults = { ...act.failure?.fields, ...(asked && missing) };
  const fault = (name: string) => ({ ...(faults[name] && { validationMessage: faults[name] }) });
  const person = (label: string, name: 'chair' | 'minuteTaker', none: string, required = false) => (
    <Field label={label} required={required} {...fault(name)}>
      <Select value={draft[name]} onChange={(_, { value }) => change({ [name]: value })}>
        <option value="">{none}</option>
        {people.map(({ person: id, name: text, job }) => (
          <option key={id} value={id}>
            {job ? `${text}, ${job}` : text}
          </option>
        ))}
      </Select>
    </Field>
  );
  return (
    <div ref={place}>
      <FormFrame
        label="Call a meeting"
        save="Call the meeting"
        sending={act.sending}
        failure={act.failure}
        cancel={cancel}
        submit={() => {
          setAsked(true);
          if (kind && Object.keys(missing).length === 0) act.press(callOf(draft, kind));
        }}
      >
        <SchoolField
          schools={schools}
          value={draft.school}
          // Who works or learns at another school is not asked to this one.
          change={(school) => change({ school, chair: '', minuteTaker: '', staff: [], children: [] })}
        />
        <KindField kinds={offered.kinds} chosen={kind} choose={(id) => change({ kind: id })} fault={faults['kind']} />
        <TimesFields times={draft} change={change} faults={faults} />
        <RhythmField draft={draft} day={draft.day} change={change} faults={faults} />
        <LineField
          label={meetingFields.location.label}
          max={meetingFields.location.max}
          value={draft.location}
          change={(location) => change({ location })}
          fault={faults['location']}
        />
        <Switch
          label="Also in Teams"
          checked={draft.online}
          onChange={(_, { checked }) => change({ online: checked })}
        />
        {kind?.byOtherBody && (
          <LineField
            label={meetingFields.heldByName.label}
            hint="Which body, such as “Westmarch children’s social care”. Its own minutes are the official ones."
            max={meetingFields.heldByName.max}
            value={draft.heldBy}
            change={(heldBy) => change({ heldBy })}
            fault={faults['heldBy']}
            required
          />
        )}
        {!kind?.byOtherBody && person('Chair', 'chair', 'Choose who chairs it', true)}
        {person('Minute-taker', 'minuteTaker', 'Nobody yet')}
        <ColleaguesField
          label="Staff"
          hint="Who else of the school is asked. They see when and where, and nothing of whom it is about."
          people={people}
          taken={[draft.chair, draft.minuteTaker]}
          chosen={draft.staff}
          change={(staff) => change({ staff })}
          fault={faults['staff']}
          take="Ask them"
          announced={(count) => `${String(count)} of the staff are asked`}
          list="Staff who are asked"
        />
        {offered.freeTimes && <FreeTimes people={people} draft={draft} take={change} />}
        <GuestsField guests={draft.guests} change={(guests) => change({ guests })} faults={faults} />
        {kind?.about !== 'work' && (
          <ChildrenField
            school={draft.school}
            required={kind?.about === 'child'}
            chosen={draft.children}
            change={(children) => change({ children })}
            fault={faults['children']}
          />
        )}
      </FormFrame>
    </div>
  );
}
