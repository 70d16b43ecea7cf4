import { Field, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HandOverRequest } from '../../src/areas/concerns/contract.ts';
import { decisionFields } from '../../src/areas/concerns/fields.ts';
import { useApi } from '../api/api-context.ts';
import { FailurePage } from '../components/failure-page.tsx';
import { Loading } from '../components/loading.tsx';
import type { ActFormProps } from './act-form-props.ts';
import { FormFrame } from './form-frame.tsx';
import { leadsQuery } from './queries.ts';
import { TextField } from './text-field.tsx';
import { useConcernAct } from './use-concern-act.ts';

const useStyles = makeStyles({ name: { color: tokens.colorNeutralForeground1 } });

/** Puts a concern into the hands of another lead. Nobody is chosen beforehand. */
export function HandOverForm({ concern, done, cancel }: ActFormProps) {
  const styles = useStyles();
  const api = useApi();
  const query = useQuery(leadsQuery(api, concern.id));
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const leads = query.data?.items ?? [];
  const name = leads.find(({ id }) => id === to)?.name ?? '';
  const act = useConcernAct<Omit<HandOverRequest, 'form'>>(concern.id, (request) =>
    api.handOver(concern.id, request).then(() => done(`Handed over: ${concern.ref} is with ${name} now.`)),
  );
  if (query.isLoading) return <Loading label="Looking for your leads" rows={2} />;
  if (query.error) {
    const { code, message } = query.error;
    return <FailurePage code={code} message={message} level={2} retry={() => void query.refetch()} />;
  }
  return (
    <FormFrame
      label={`Hand over ${concern.ref}`}
      save="Hand over"
      sending={act.sending}
      failure={act.failure}
      cancel={cancel}
      submit={() => {
        setAsked(true);
        if (to !== '') act.press({ rev: concern.rev, to, ...(reason.trim() !== '' && { reason: reason.trim() }) });
      }}
    >
      <Field
        label={leads.length > 0 ? 'Who takes it over?' : 'No other lead of your school is known to Lantern'}
        required={leads.length > 0}
        {...(asked && to === '' && { validationMessage: 'Choose a lead.' })}
      >
        <RadioGroup value={to} onChange={(_, { value }) => setTo(value)}>
          {leads.map((lead) => (
            <Radio key={lead.id} value={lead.id} label={<bdi className={styles.name}>{lead.name}</bdi>} />
          ))}
        </RadioGroup>
      </Field>
      <TextField
        label="What should they know?"
        max={decisionFields.reason.max}
        value={reason}
        change={setReason}
        required={false}
      />
    </FormFrame>
  );
}
