import { Field, Input, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { GiveContributionRequest } from '../../../src/areas/meetings/contract.ts';
import { contributionFields, contributionHow, familySaw } from '../../../src/areas/meetings/fields.ts';
import { useApi } from '../../api/api-context.ts';
import { useNow } from '../../api/clock-context.ts';
import { useAct } from '../../api/use-act.ts';
import { schoolDayOf } from '../../components/school-time.ts';
import { FormFrame } from '../../concerns/form-frame.tsx';
import { TextField } from '../../concerns/text-field.tsx';
import type { BringsFormProps } from './brings-form-props.ts';

type How = GiveContributionRequest['how'];
type Saw = NonNullable<GiveContributionRequest['familySaw']>;

const useStyles = makeStyles({ text: { margin: 0, color: tokens.colorNeutralForeground2 } });

/** That it was given: how, on which day, and whether the family saw it before, as conferences ask. */
export function GiveForm({ meeting, item, close }: BringsFormProps) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const today = schoolDayOf(useNow());
  const [how, setHow] = useState<How>('in-writing');
  const [on, setOn] = useState(today);
  const [saw, setSaw] = useState<Saw>();
  const [why, setWhy] = useState('');
  const [asked, setAsked] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector('input')?.focus(), []);
  const act = useAct<Omit<GiveContributionRequest, 'form'>>({
    send: (request) => api.giveContribution(item.id, request).then(() => close('It is final now.')),
    decided: () => queries.invalidateQueries({ queryKey: ['meeting', meeting, 'brings'] }),
  });
  const asks = item.family === 'asked';
  const missing: Readonly<Record<string, string>> = {
    ...(on === '' && { on: 'Choose a day.' }),
    ...(asks && saw === undefined && { familySaw: 'Say whether the family has seen it.' }),
    ...(saw === 'no' && why.trim() === '' && { whyNotSeen: 'Write why they have not seen it.' }),
  };
  const faults: Readonly<Record<string, string>> = { ...act.failure?.fields, ...(asked && missing) };
  const fault = (name: string) => (faults[name] ? { validationMessage: faults[name] } : {});
  return (
    <div ref={place}>
      <FormFrame
        label="It was given"
        save="It was given"
        sending={act.sending}
        failure={act.failure}
        cancel={() => close()}
        submit={() => {
          setAsked(true);
          if (Object.keys(missing).length > 0) return;
          const words = why.trim();
          act.press({
            ...{ rev: item.rev, how, on },
            ...(saw && { familySaw: saw, ...(saw === 'no' && { whyNotSeen: words }) }),
          });
        }}
      >
        <p className={styles.text}>After this it stays as it is; what comes later is its next version.</p>
        <Field label={contributionFields.how.label} {...fault('how')}>
          <RadioGroup value={how} onChange={(_, { value }) => setHow(value as How)}>
            {Object.entries(contributionHow).map(([id, label]) => (
              <Radio key={id} value={id} label={label} />
            ))}
          </RadioGroup>
        </Field>
        <Field label={contributionFields.givenOn.label} required {...fault('on')}>
          <Input type="date" max={today} value={on} onChange={(_, { value }) => setOn(value)} />
        </Field>
        {asks && (
          <Field label={contributionFields.familySaw.label} required {...fault('familySaw')}>
            <RadioGroup value={saw ?? ''} onChange={(_, { value }) => setSaw(value as Saw)}>
              {Object.entries(familySaw).map(([id, label]) => (
                <Radio key={id} value={id} label={label} />
              ))}
            </RadioGroup>
          </Field>
        )}
        {saw === 'no' && (
          <TextField
            label={contributionFields.whyNotSeen.label}
            hint="Conferences ask that parents or carers see it before, unless it would put the child at risk."
            max={contributionFields.whyNotSeen.max}
            value={why}
            change={setWhy}
            missing={faults['whyNotSeen']}
          />
        )}
        {item.family === 'kept' && (
          <p className={styles.text}>Nothing of it is said or shown to the family until the meeting says so.</p>
        )}
      </FormFrame>
    </div>
  );
}
