import { Field, Select } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { AgencyItem, AgencyValues, SchoolName } from '../../src/areas/people/contract.ts';
import { agencyFields as fields, agencyKind } from '../../src/areas/people/fields.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { LineField } from '../components/line-field.tsx';
import { SchoolField } from '../components/school-field.tsx';
import { FormFrame } from '../concerns/form-frame.tsx';
import { TextField } from '../concerns/text-field.tsx';
import { draftOf, missingIn, valuesOf, type AgencyDraft } from './agency-draft.ts';

const kinds = Object.entries(agencyKind);

export interface AgencyFormProps {
  /** The one that is corrected; absent for a new one. */
  readonly agency?: AgencyItem;
  /** To whose list a new one may be added. */
  readonly schools: readonly SchoolName[];
  readonly cancel: () => void;
  /** Called with its name when it is done. */
  readonly done: (name: string) => void;
}

/** What is known of an agency: a new one, or one that is put right. */
export function AgencyForm({ agency, schools, cancel, done }: AgencyFormProps) {
  const api = useApi();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(agency));
  const [school, setSchool] = useState(schools[0]?.id ?? '');
  const [asked, setAsked] = useState(false);
  const act = useAct<AgencyValues & { readonly school?: string; readonly rev?: number }>({
    send: ({ school: to = '', rev = 0, ...values }) =>
      (agency ? api.correctAgency(agency.id, { ...values, rev }) : api.addAgency({ ...values, school: to })).then(() =>
        done(values.name),
      ),
    decided: () => queries.invalidateQueries({ queryKey: ['agencies'] }),
  });
  const place = useRef<HTMLDivElement>(null);
  // The button that opened the form is gone; a keyboard goes on here.
  useEffect(() => place.current?.querySelector('select')?.focus(), []);
  const missing = missingIn(draft);
  const change = (over: Partial<AgencyDraft>) => setDraft({ ...draft, ...over });
  const fault = (name: keyof AgencyDraft) => ({ ...(asked && missing[name] && { validationMessage: missing[name] }) });
  const line = (name: 'name' | 'phone' | 'email', type: 'text' | 'tel' | 'email', required = false) => (
    <LineField
      label={fields[name].label}
      type={type}
      max={fields[name].max}
      value={draft[name]}
      change={(text) => change({ [name]: text })}
      fault={asked ? missing[name] : undefined}
      required={required}
    />
  );
  return (
    <div ref={place}>
      <FormFrame
        label={agency ? `Correct ${agency.name}` : 'Add an agency'}
        save={agency ? 'Save' : 'Add'}
        sending={act.sending}
        failure={act.failure}
        cancel={cancel}
        submit={() => {
          setAsked(true);
          if (Object.keys(missing).length > 0) return;
          act.press({ ...valuesOf(draft), ...(agency ? { rev: agency.rev } : { school }) });
        }}
      >
        <SchoolField schools={schools} value={school} change={setSchool} />
        <Field label={fields.kind.label} required {...fault('kind')}>
          <Select value={draft.kind} onChange={(_, { value }) => change({ kind: value })}>
            <option value="">Choose a kind</option>
            {kinds.map(([id, label]) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
        {line('name', 'text', true)}
        {line('phone', 'tel')}
        {line('email', 'email')}
        <TextField
          label={fields.outOfHours.label}
          hint="Whom to call in the evening and at the weekend."
          max={fields.outOfHours.max}
          value={draft.outOfHours}
          change={(outOfHours) => change({ outOfHours })}
          required={false}
        />
      </FormFrame>
    </div>
  );
}
