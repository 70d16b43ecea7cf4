import { Field, makeStyles, Select, Textarea } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { KeepTemplateRequest, TemplateItem } from '../../src/areas/letters/contract.ts';
import {
  addressee as addressees,
  letterPurpose,
  letterTemplateFields as fields,
  type Addressee,
  type LetterPurpose,
} from '../../src/areas/letters/fields.ts';
import type { SchoolName } from '../../src/areas/people/contract.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { LineField } from '../components/line-field.tsx';
import { SchoolField } from '../components/school-field.tsx';
import { FormFrame } from '../concerns/form-frame.tsx';
import { InsertField } from './insert-field.tsx';

const useStyles = makeStyles({
  pair: {
    display: 'grid',
    alignItems: 'start',
    gap: '16px',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    '@media (max-width: 719px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  words: { minHeight: '300px', maxHeight: 'none' },
  text: { display: 'grid', gap: '8px', justifyItems: 'stretch' },
});
export interface TemplateFormProps {
  /** The one that is changed; absent for a new one. */
  readonly template?: TemplateItem;
  readonly schools: readonly SchoolName[];
  readonly cancel: () => void;
  /** Called with its name when it is kept. */
  readonly done: (heading: string) => void;
}

type Values = Omit<KeepTemplateRequest, 'form'>;
const faultOf = (text: string | undefined) => (text === undefined ? {} : { validationMessage: text });
const options = (of: Readonly<Record<string, string>>) =>
  Object.entries(of).map(([id, label]) => (
    <option key={id} value={id}>
      {label}
    </option>
  ));

/** A template: a new one, or the next version of one. Only fields that its addressee may see are offered, and none other is kept. */
export function TemplateForm({ template, schools, cancel, done }: TemplateFormProps) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const [values, setValues] = useState<Values>(() => ({
    ...{ school: template?.school ?? schools[0]?.id ?? '', heading: template?.heading ?? '' },
    ...{ purpose: template?.purpose ?? 'letter-home', addressee: template?.addressee ?? 'family' },
    ...{ subject: template?.subject ?? '', words: template?.words ?? '' },
    ...(template && { origin: template.origin, templateVersion: template.templateVersion }),
  }));
  const [asked, setAsked] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  // The button that opened the form is gone; a keyboard goes on here.
  useEffect(() => place.current?.querySelector('input')?.focus(), []);
  const act = useAct<Values>({
    send: (request) => api.keepTemplate(request).then(() => done(request.heading)),
    decided: () => queries.invalidateQueries({ queryKey: ['letter-templates'] }),
  });
  const change = (over: Partial<Values>) => setValues((before) => ({ ...before, ...over }));
  const missing: Readonly<Record<string, string>> = {
    ...(values.heading.trim() === '' && { heading: 'Give the template a name.' }),
    ...(values.subject.trim() === '' && { subject: 'Write a subject.' }),
    ...(values.words.trim() === '' && { words: 'Write the text.' }),
  };
  const faults: Readonly<Record<string, string | undefined>> = { ...act.failure?.fields, ...(asked && missing) };
  const insert = (field: string) => {
    const at = text.current?.selectionStart ?? values.words.length;
    const end = text.current?.selectionEnd ?? at;
    const put = `{{${field}}}`;
    change({ words: values.words.slice(0, at) + put + values.words.slice(end) });
    requestAnimationFrame(() => {
      text.current?.focus();
      text.current?.setSelectionRange(at + put.length, at + put.length);
    });
  };
  const line = (name: 'heading' | 'subject') => (
    <LineField
      label={fields[name].label}
      max={fields[name].max}
      value={values[name]}
      change={(text) => change({ [name]: text })}
      fault={faults[name]}
      required
    />
  );
  return (
    <div ref={place}>
      <FormFrame
        label={template ? `Change ${template.heading}` : 'Add a template'}
        save={template ? 'Save as a new version' : 'Add'}
        sending={act.sending}
        failure={act.failure}
        cancel={cancel}
        submit={() => {
          setAsked(true);
          if (Object.keys(missing).length === 0) act.press(values);
        }}
      >
        {!template && <SchoolField schools={schools} value={values.school} change={(school) => change({ school })} />}
        {line('heading')}
        <div className={styles.pair}>
          <Field label={fields.purpose.label} required {...faultOf(faults['purpose'])}>
            <Select value={values.purpose} onChange={(_, { value }) => change({ purpose: value as LetterPurpose })}>
              {options(letterPurpose)}
            </Select>
          </Field>
          <Field label={fields.addressee.label} required {...faultOf(faults['addressee'])}>
            <Select value={values.addressee} onChange={(_, { value }) => change({ addressee: value as Addressee })}>
              {options(addressees)}
            </Select>
          </Field>
        </div>
        {line('subject')}
        <div className={styles.text}>
          <Field
            label={fields.words.label}
            required
            hint="What stands in double braces is filled in for each letter. Name no child here."
            {...faultOf(faults['words'])}
          >
            <Textarea
              textarea={{ ref: text, className: styles.words }}
              value={values.words}
              maxLength={fields.words.max}
              resize="vertical"
              dir="auto"
              onChange={(_, { value }) => change({ words: value })}
            />
          </Field>
          <InsertField addressee={values.addressee} insert={insert} />
        </div>
      </FormFrame>
    </div>
  );
}
