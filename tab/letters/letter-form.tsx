import { Button, Checkbox, Field, Input, makeStyles, Select, Textarea } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { MergedLetter, SentLetter, TemplateItem } from '../../src/areas/letters/contract.ts';
import { letterFields as fields, letterSentHow, mergeFields } from '../../src/areas/letters/fields.ts';
import { useApi } from '../api/api-context.ts';
import type { ApiFailure } from '../api/api-failure.ts';
import { useNow } from '../api/clock-context.ts';
import { useAct } from '../api/use-act.ts';
import { LineField } from '../components/line-field.tsx';
import { Notice } from '../components/notice.tsx';
import { schoolDayOf } from '../components/school-time.ts';
import { FormFrame } from '../concerns/form-frame.tsx';
import { AddresseeFields } from './addressee-fields.tsx';
import { addresseeOf, asksForReport, missingToFill, missingToSend, type LetterDraft } from './letter-draft.ts';
import { fillWith, sendBy, type SendValues } from './letter-requests.ts';
import type { WrittenOf } from './written-of.ts';

const useStyles = makeStyles({
  letter: { minHeight: '420px', maxHeight: 'none' },
  fill: { display: 'grid', gap: '12px', justifyItems: 'start' },
  pair: {
    display: 'grid',
    alignItems: 'start',
    gap: '16px',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    '@media (max-width: 719px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

export interface LetterFormProps {
  readonly of: WrittenOf;
  /** Of its school, without those that were retired. */
  readonly templates: readonly TemplateItem[];
  readonly draft: LetterDraft;
  readonly change: (next: (before: LetterDraft) => LetterDraft) => void;
  readonly cancel: () => void;
  /** Called with the id of the letter that was kept. */
  readonly done: (letter: string) => void;
}

const faultOf = (text: string | undefined) => (text === undefined ? {} : { validationMessage: text });

/** A letter: to whom, from which template, as it was filled in and changed, and how it goes. */
export function LetterForm({ of, templates, draft, change: set, cancel, done }: LetterFormProps) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const today = schoolDayOf(useNow());
  const [asked, setAsked] = useState<'fill' | 'send'>();
  const place = useRef<HTMLDivElement>(null);
  // The button that opened the form is gone; a keyboard goes on here.
  useEffect(() => place.current?.querySelector('select')?.focus(), []);
  const change = (over: Partial<LetterDraft>) => set((before) => ({ ...before, ...over }));
  const fill = useMutation<MergedLetter, ApiFailure>({
    mutationFn: () => fillWith(api, of, draft),
    onSuccess: ({ subject, words, fault }) => {
      if (!fault) change({ subject, words, looked: false });
    },
  });
  const act = useAct<SendValues, SentLetter>({
    async send(request) {
      const kept = await sendBy(api, of, request);
      done(kept.letter);
      return kept;
    },
    async decided() {
      const key = 'meeting' in of ? ['letters-of-meeting', of.meeting.id] : ['letters-of-concern', of.concern.id];
      await queries.invalidateQueries({ queryKey: key });
    },
  });
  const as = addresseeOf(draft, of);
  const offered = templates.filter(({ addressee }) => addressee === as);
  const template = offered.find(({ id }) => id === draft.template);
  const reports = asksForReport(template, of);
  const filled = draft.words !== '' || draft.subject !== '';
  const fault = fill.data?.fault;
  const missing = asked === 'send' ? missingToSend(draft, of) : asked === 'fill' ? missingToFill(draft, of) : {};
  const faults: Readonly<Record<string, string | undefined>> = {
    ...(fault && { [fault.name]: fault.message }),
    ...act.failure?.fields,
    ...missing,
  };
  const unknown = Object.entries(mergeFields).filter(([field]) => draft.words.includes(`{{${field}}}`));
  return (
    <div ref={place}>
      <FormFrame
        label="Write a letter"
        save="Keep it as sent"
        sending={act.sending}
        failure={act.failure}
        cancel={cancel}
        submit={() => {
          setAsked('send');
          if (Object.keys(missingToSend(draft, of)).length === 0) act.press(valuesOf(draft, of, reports));
        }}
      >
        <AddresseeFields of={of} draft={draft} faults={faults} change={change} />
        <Field label="Template" required {...faultOf(faults['template'])}>
          <Select value={draft.template} onChange={(_, { value }) => change({ template: value })}>
            <option value="">{as === undefined ? 'Choose first whom it goes to' : 'Choose a template'}</option>
            {offered.map(({ id, heading }) => (
              <option key={id} value={id}>
                {heading}
              </option>
            ))}
          </Select>
        </Field>
        {reports && (
          <Field label={fields.reportDueOn.label} {...faultOf(faults['reportDueOn'])}>
            <Input
              type="date"
              min={today}
              value={draft.reportDueOn}
              onChange={(_, { value }) => change({ reportDueOn: value })}
            />
          </Field>
        )}
        <div className={styles.fill}>
          <Button
            disabledFocusable={fill.isPending}
            onClick={() => {
              setAsked('fill');
              if (Object.keys(missingToFill(draft, of)).length === 0) fill.mutate();
            }}
          >
            {filled ? 'Fill in anew' : 'Fill in the template'}
          </Button>
          {fill.error && <Notice intent="error">{fill.error.message}</Notice>}
        </div>
        {filled && (
          <>
            {unknown.length > 0 && (
              <Notice intent="warning">
                {`Not known to Lantern: ${unknown.map(([, { label }]) => label.toLowerCase()).join(', ')}. Write it where it stands in double braces.`}
              </Notice>
            )}
            <LineField
              label={fields.subject.label}
              max={fields.subject.max}
              value={draft.subject}
              change={(subject) => change({ subject })}
              fault={faults['subject']}
              required
            />
            <Field
              label="The letter"
              required
              hint="Read it as they will. Change what you like; it names no child but the one whom it concerns."
              {...faultOf(faults['words'])}
            >
              <Textarea
                value={draft.words}
                maxLength={fields.words.max}
                resize="vertical"
                textarea={{ className: styles.letter }}
                dir="auto"
                onChange={(_, { value }) => change({ words: value })}
              />
            </Field>
            {(faults['looked'] !== undefined || draft.looked) && (
              <Field {...faultOf(draft.looked ? undefined : faults['looked'])}>
                <Checkbox
                  label="I have looked: no word in it means another child of this school"
                  checked={draft.looked}
                  onChange={(_, { checked }) => change({ looked: checked === true })}
                />
              </Field>
            )}
            <div className={styles.pair}>
              <Field
                label={fields.sentHow.label}
                required
                hint="Lantern sends nothing itself: you print it or copy it."
                {...faultOf(faults['how'])}
              >
                <Select value={draft.how} onChange={(_, { value }) => change({ how: value })}>
                  <option value="">Choose how</option>
                  {Object.entries(letterSentHow).map(([id, label]) => (
                    <option key={id} value={id}>
                      {label}
                    </option>
                  ))}
                </Select>
              </Field>
              <Field label={fields.sentOn.label} required {...faultOf(faults['sentOn'])}>
                <Input
                  type="date"
                  max={today}
                  value={draft.sentOn}
                  onChange={(_, { value }) => change({ sentOn: value })}
                />
              </Field>
            </div>
          </>
        )}
      </FormFrame>
    </div>
  );
}

function valuesOf(draft: LetterDraft, of: WrittenOf, reports: boolean): SendValues {
  const { template, subject, words, how, sentOn, looked, invitation, child, reportDueOn, addressee, name, agency } =
    draft;
  return {
    ...{ template, subject: subject.trim(), words: words.trim(), how: how as SendValues['how'], sentOn },
    ...(looked && { looked }),
    ...('meeting' in of
      ? {
          ...{ invitation, ...(child !== '' && { child }) },
          ...(reports && reportDueOn !== '' && { reportDueOn }),
        }
      : { addressee, name: name.trim(), ...(agency.trim() !== '' && { agency: agency.trim() }) }),
  };
}
