import { Checkbox, Field, Input, Select } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ProcedureItem, ProcedureValues } from '../../src/areas/briefings/contract.ts';
import { procedureFields as fields, procedureKind } from '../../src/areas/briefings/fields.ts';
import type { SchoolName } from '../../src/areas/people/contract.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { LineField } from '../components/line-field.tsx';
import { SchoolField } from '../components/school-field.tsx';
import { FormFrame } from '../concerns/form-frame.tsx';
import { TextField } from '../concerns/text-field.tsx';
import { draftOf, missingIn, valuesOf, type ProcedureDraft } from './procedure-draft.ts';

export interface ProcedureFormProps {
  /** The one that is corrected; absent for a new one. */
  readonly procedure?: ProcedureItem;
  /** To whose list a new one may be added. */
  readonly schools: readonly SchoolName[];
  /** Which partnership a new one is of, until somebody says otherwise. */
  readonly partnership: string;
  readonly cancel: () => void;
  /** Called with its heading when it is done. */
  readonly done: (heading: string) => void;
}

/** What holds locally: a new entry, or one that is put right or looked at again. */
export function ProcedureForm({ procedure, schools, partnership, cancel, done }: ProcedureFormProps) {
  const api = useApi();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(procedure, partnership));
  const [school, setSchool] = useState(procedure?.school ?? schools[0]?.id ?? '');
  const [asked, setAsked] = useState(false);
  const act = useAct<ProcedureValues & { readonly school: string; readonly rev?: number }>({
    send: ({ rev = 0, ...values }) =>
      (procedure ? api.correctProcedure(procedure.id, { ...values, rev }) : api.addProcedure(values)).then(() =>
        done(values.heading),
      ),
    decided: () => queries.invalidateQueries({ queryKey: ['procedures'] }),
  });
  const place = useRef<HTMLDivElement>(null);
  // The button that opened the form is gone; a keyboard goes on here.
  useEffect(() => place.current?.querySelector('select')?.focus(), []);
  const missing = missingIn(draft);
  const faults: Readonly<Record<string, string | undefined>> = { ...act.failure?.fields, ...(asked && missing) };
  const change = (over: Partial<ProcedureDraft>) => setDraft((before) => ({ ...before, ...over }));
  const fault = (name: keyof ProcedureDraft) => ({ ...(faults[name] && { validationMessage: faults[name] }) });
  const line = (name: 'heading' | 'partnership' | 'url' | 'phone', type: 'text' | 'tel' | 'url', required = false) => (
    <LineField
      label={fields[name].label}
      type={type}
      max={fields[name].max}
      value={draft[name]}
      change={(text) => change({ [name]: text })}
      fault={faults[name]}
      required={required}
    />
  );
  return (
    <div ref={place}>
      <FormFrame
        label={procedure ? `Correct ${procedure.heading}` : 'Add a procedure'}
        save={procedure ? 'Save' : 'Add'}
        sending={act.sending}
        failure={act.failure}
        cancel={cancel}
        submit={() => {
          setAsked(true);
          if (Object.keys(missing).length > 0) return;
          act.press({ ...valuesOf(draft), school, ...(procedure && { rev: procedure.rev }) });
        }}
      >
        {!procedure && <SchoolField schools={schools} value={school} change={setSchool} />}
        <Field label={fields.kind.label} required {...fault('kind')}>
          <Select value={draft.kind} onChange={(_, { value }) => change({ kind: value })}>
            <option value="">Choose a kind</option>
            {Object.entries(procedureKind).map(([id, label]) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
        {line('heading', 'text', true)}
        {line('partnership', 'text', true)}
        {line('phone', 'tel')}
        {line('url', 'url')}
        <TextField
          label={fields.words.label}
          hint="Everybody on the staff reads it. Name no child here."
          max={fields.words.max}
          value={draft.words}
          change={(words) => change({ words })}
          missing={faults['words']}
          required={false}
        />
        <Field
          label={fields.reviewOn.label}
          required
          hint="On this day the leads are told to look whether it still holds."
          {...fault('reviewOn')}
        >
          <Input type="date" value={draft.reviewOn} onChange={(_, { value }) => change({ reviewOn: value })} />
        </Field>
        <Checkbox
          label="Show it in the chat’s help, among whom to ring"
          checked={draft.inHelp}
          onChange={(_, { checked }) => change({ inHelp: checked === true })}
        />
      </FormFrame>
    </div>
  );
}
