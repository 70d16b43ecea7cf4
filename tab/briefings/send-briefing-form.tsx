import { Field, Input, Textarea } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { BriefingForm, SendBriefingRequest, SentBriefing } from '../../src/areas/briefings/contract.ts';
import { briefingFields as fields } from '../../src/areas/briefings/fields.ts';
import type { SchoolName } from '../../src/areas/people/contract.ts';
import { useApi } from '../api/api-context.ts';
import { useNow } from '../api/clock-context.ts';
import { useAct } from '../api/use-act.ts';
import { FailurePage } from '../components/failure-page.tsx';
import { LineField } from '../components/line-field.tsx';
import { Loading } from '../components/loading.tsx';
import { schoolDayOf } from '../components/school-time.ts';
import { SchoolField } from '../components/school-field.tsx';
import { FormFrame } from '../concerns/form-frame.tsx';
import { AudienceField } from './audience-field.tsx';
import { briefingFormQuery } from './queries.ts';
import { emptySend, missingIn, requestOf, type SendDraft } from './send-draft.ts';

export interface SendBriefingFormProps {
  /** To whose staff one may send. */
  readonly schools: readonly SchoolName[];
  readonly cancel: () => void;
  readonly done: (sent: SentBriefing) => void;
}

/** Sends a briefing: what it says, by when it is to be read, and by whom. */
export function SendBriefingForm(props: SendBriefingFormProps) {
  const query = useQuery(briefingFormQuery(useApi()));
  const { data, error } = query;
  if (data) return <Form {...props} offered={data} />;
  return error ? (
    <FailurePage code={error.code} message={error.message} level={2} retry={() => void query.refetch()} />
  ) : (
    <Loading label="Opening the form" rows={5} />
  );
}

function Form({ schools, offered, cancel, done }: SendBriefingFormProps & { readonly offered: BriefingForm }) {
  const api = useApi();
  const queries = useQueryClient();
  const today = schoolDayOf(useNow());
  const [draft, setDraft] = useState(() => emptySend(schools[0]?.id ?? ''));
  const [asked, setAsked] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  // The button that opened the form is gone; a keyboard goes on here.
  useEffect(() => place.current?.querySelector<HTMLElement>('select, input')?.focus(), []);
  const act = useAct<Omit<SendBriefingRequest, 'form'>, SentBriefing>({
    async send(request) {
      const sent = await api.sendBriefing(request);
      done(sent);
      return sent;
    },
    decided: () => queries.invalidateQueries({ queryKey: ['briefings'] }),
  });
  const change = (over: Partial<SendDraft>) => setDraft((before) => ({ ...before, ...over }));
  const missing = missingIn(draft);
  const faults: Readonly<Record<string, string | undefined>> = { ...act.failure?.fields, ...(asked && missing) };
  const fault = (name: string) => ({ ...(faults[name] && { validationMessage: faults[name] }) });
  return (
    <div ref={place}>
      <FormFrame
        label="Send a briefing"
        save="Send the briefing"
        sending={act.sending}
        failure={act.failure}
        cancel={cancel}
        submit={() => {
          setAsked(true);
          if (Object.keys(missing).length === 0) act.press(requestOf(draft));
        }}
      >
        <SchoolField
          schools={schools}
          value={draft.school}
          // Who works at another school is not asked to read it.
          change={(school) => change({ school, people: [] })}
        />
        <LineField
          label={fields.heading.label}
          max={fields.heading.max}
          value={draft.heading}
          change={(heading) => change({ heading })}
          fault={faults['heading']}
          required
        />
        <Field
          label={fields.words.label}
          required
          hint="Name no child here: many read it. It comes to each in their chat and stands on this page."
          {...fault('words')}
        >
          <Textarea
            value={draft.words}
            maxLength={fields.words.max}
            resize="vertical"
            rows={6}
            dir="auto"
            onChange={(_, { value }) => change({ words: value })}
          />
        </Field>
        <LineField
          label={fields.policyUrl.label}
          hint="Where the whole of it stands. Begins with https://."
          type="url"
          max={fields.policyUrl.max}
          value={draft.policyUrl}
          change={(policyUrl) => change({ policyUrl })}
          fault={faults['policyUrl']}
        />
        <Field label={fields.readBy.label} required {...fault('readBy')}>
          <Input type="date" min={today} value={draft.readBy} onChange={(_, { value }) => change({ readBy: value })} />
        </Field>
        <AudienceField
          people={offered.people.filter(({ school }) => school === draft.school)}
          draft={draft}
          change={change}
          faults={faults}
        />
      </FormFrame>
    </div>
  );
}
