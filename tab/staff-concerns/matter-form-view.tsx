import { Checkbox, Field, Select } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { StaffConcernDetail } from '../../src/areas/staff-concerns/contract.ts';
import { staffNoteFields } from '../../src/areas/staff-concerns/fields.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { FormFrame } from '../concerns/form-frame.tsx';
import { TextField } from '../concerns/text-field.tsx';
import type { MatterChoice, MatterForm, MatterValues } from './matter-forms.ts';
import { colleaguesQuery } from './queries.ts';

export interface MatterFormViewProps {
  readonly form: MatterForm;
  readonly matter: StaffConcernDetail;
  readonly done: (text: string) => void;
  readonly cancel: () => void;
}

type Draft = Omit<MatterValues, 'form'>;
const empty: Draft = { kind: '', lado: '', outcome: '', colleague: '', person: '', words: '', toHead: false };

/** One act on a concern about an adult, as its declaration asks for it. */
export function MatterFormView({ form, matter, done, cancel }: MatterFormViewProps) {
  const api = useApi();
  const queries = useQueryClient();
  const [draft, setDraft] = useState<Draft>(empty);
  const [asked, setAsked] = useState(false);
  const change = (over: Partial<Draft>) => setDraft({ ...draft, ...over });
  const act = useAct<Draft, unknown>({
    send: (values) => form.send(api, matter, values).then(() => done(form.done)),
    async decided() {
      await queries.invalidateQueries({ queryKey: ['matter', matter.id] });
      await queries.invalidateQueries({ queryKey: ['matters'] });
    },
  });
  const place = useRef<HTMLDivElement>(null);
  // A keyboard goes on in the form that it has opened.
  useEffect(() => place.current?.querySelector<HTMLElement>('select, textarea')?.focus(), []);
  const missing = form.choices.some((choice) => choice.missing !== undefined && draft[choice.name] === '');
  return (
    <div ref={place}>
      <FormFrame
        label={form.title}
        save={form.save}
        sending={act.sending}
        failure={act.failure}
        cancel={cancel}
        submit={() => {
          setAsked(true);
          if (!missing && draft.words.trim() !== '') act.press({ ...draft, words: draft.words.trim() });
        }}
      >
        {form.choices.map((choice) => (
          <ChoiceField
            key={choice.name}
            choice={choice}
            matter={matter}
            value={draft[choice.name]}
            asked={asked}
            change={(value) => change({ [choice.name]: value })}
          />
        ))}
        {form.toHead !== undefined && matter.managedBy === 'chair' && (
          <Checkbox
            label={form.toHead}
            checked={draft.toHead}
            onChange={(_, { checked }) => change({ toHead: checked === true })}
          />
        )}
        <TextField
          label={form.text.label}
          {...(form.text.hint !== undefined && { hint: form.text.hint })}
          max={staffNoteFields.words.max}
          value={draft.words}
          change={(words) => change({ words })}
          missing={asked && draft.words.trim() === '' ? form.text.missing : undefined}
        />
      </FormFrame>
    </div>
  );
}

interface ChoiceFieldProps {
  readonly choice: MatterChoice;
  readonly matter: StaffConcernDetail;
  readonly value: string;
  readonly asked: boolean;
  readonly change: (value: string) => void;
}

function ChoiceField({ choice, matter, value, asked, change }: ChoiceFieldProps) {
  const { name, label, hint, missing, of, none } = choice;
  const colleagues = useQuery({ ...colleaguesQuery(useApi(), matter.id), enabled: of === undefined });
  const listed = (colleagues.data ?? []).flatMap(({ id, person, name: who, job }): readonly [string, string][] => {
    const key = name === 'person' ? person : id;
    return key === undefined ? [] : [[key, job === undefined ? who : `${who}, ${job}`]];
  });
  const options = of ? Object.entries(of) : listed;
  const fault = asked && value === '' ? missing : undefined;
  return (
    <Field
      label={label}
      required={missing !== undefined}
      {...(hint !== undefined && { hint })}
      {...(fault !== undefined && { validationMessage: fault })}
    >
      <Select value={value} onChange={(_, { value: chosen }) => change(chosen)}>
        <option value="">{none ?? 'Choose'}</option>
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  );
}
