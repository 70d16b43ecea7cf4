import { Field, Input, Radio, RadioGroup, Select, makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { TriageRequest } from '../../src/areas/concerns/contract.ts';
import {
  concernUrgency,
  decisionFields as fields,
  levelOfNeed,
  levelWords,
  parentContactState,
  routedLineFields,
  team,
  triageOutcome,
  triageRules,
} from '../../src/areas/concerns/fields.ts';
import { ActionPart, type ActionChoice } from '../actions/action-part.tsx';
import { useApi } from '../api/api-context.ts';
import type { ActFormProps } from './act-form-props.ts';
import { AdultPart } from './adult-part.tsx';
import { adultOf, noAdult, type AdultDraft } from './adult-draft.ts';
import { FormFrame } from './form-frame.tsx';
import { TextField } from './text-field.tsx';
import { emptyOf, requestOf, type TriageDraft } from './triage-draft.ts';
import { useConcernAct } from './use-concern-act.ts';

const useStyles = makeStyles({
  level: { color: tokens.colorNeutralForeground1 },
  words: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

type Outcome = keyof typeof triageOutcome;
const groups: readonly (readonly [string, readonly Outcome[]])[] = [
  ['Act for the child', ['immediate-referral', 'referral', 'early-help', 'in-school-support', 'monitor']],
  ['Pass to a team', ['route-pastoral', 'route-behaviour', 'route-send', 'route-attendance', 'route-online-safety']],
  ['Neither', ['staff-concern-register', 'no-further-action-reasoned']],
];
const options = (choices: Readonly<Record<string, string>>) =>
  Object.entries(choices).map(([id, label]) => (
    <option key={id} value={id}>
      {label}
    </option>
  ));

/** A lead's judgement. It asks for what belongs to the outcome, and for nothing else; what is missing is said beside its field. */
export function TriageForm({ concern, done, cancel }: ActFormProps) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const [draft, setDraft] = useState<TriageDraft>({
    urgency: concern.urgency,
    ...(concern.levelOfNeed && { levelOfNeed: concern.levelOfNeed }),
    ...(concern.nextStep && { nextStep: concern.nextStep }),
  });
  const [asked, setAsked] = useState(false);
  const [action, setAction] = useState<ActionChoice>();
  const [adult, setAdult] = useState<AdultDraft>(noAdult);
  const act = useConcernAct<Omit<TriageRequest, 'form'>>(concern.id, (request) =>
    api.triage(concern.id, request).then(() => {
      if (request.action) void queries.invalidateQueries({ queryKey: ['actions', concern.id] });
      done(`Judged: ${concern.ref}. The reporter sees where it stands.`);
    }),
  );
  const rule = draft.outcome && triageRules[draft.outcome];
  const ofAdult = adult.on || draft.outcome === 'staff-concern-register';
  const adultMissing = ofAdult && (adult.who.trim() === '' || adult.words.trim() === '');
  const acts = rule?.needs.includes('action') ?? false;
  const empty = emptyOf(draft);
  const set = (values: Partial<TriageDraft>) => setDraft({ ...draft, ...values });
  const fault = (name: keyof TriageDraft, text: string) => (asked && empty.includes(name) ? text : undefined);
  const invalid = (name: keyof TriageDraft, text: string) => {
    const validationMessage = fault(name, text);
    return validationMessage === undefined ? {} : { validationMessage };
  };
  return (
    <FormFrame
      label={`Judge ${concern.ref}`}
      save="Save this judgement"
      sending={act.sending}
      failure={act.failure}
      cancel={cancel}
      submit={() => {
        setAsked(true);
        const request = requestOf(draft, concern.rev);
        if (!request || (acts && action === undefined) || adultMissing) return;
        act.press({
          ...request,
          ...(acts && action !== undefined && action !== 'none' && { action }),
          ...(ofAdult && { adult: adultOf(adult) }),
        });
      }}
    >
      <Field label="What does this need?" required {...invalid('outcome', 'Choose what this needs.')}>
        <Select
          value={draft.outcome ?? ''}
          onChange={(_, { value }) => set({ outcome: value === '' ? undefined : (value as Outcome) })}
        >
          <option value="">Choose one</option>
          {groups.map(([label, outcomes]) => (
            <optgroup key={label} label={label}>
              {options(Object.fromEntries(outcomes.map((outcome) => [outcome, triageOutcome[outcome]])))}
            </optgroup>
          ))}
        </Select>
      </Field>
      <Field label={fields.urgency.label} required>
        <Select value={draft.urgency} onChange={(_, { value }) => set({ urgency: value as TriageDraft['urgency'] })}>
          {options(concernUrgency)}
        </Select>
      </Field>
      {rule?.needs.includes('levelOfNeed') && (
        <Field label={fields.levelOfNeed.label} required {...invalid('levelOfNeed', 'Choose the level of need.')}>
          <RadioGroup
            value={draft.levelOfNeed ?? ''}
            onChange={(_, { value }) => set({ levelOfNeed: value as keyof typeof levelOfNeed })}
          >
            {(Object.keys(levelOfNeed) as (keyof typeof levelOfNeed)[]).map((level) => (
              <Radio
                key={level}
                value={level}
                label={
                  <>
                    <span className={styles.level}>{levelOfNeed[level]}</span>
                    <span className={styles.words}> {levelWords[level]}</span>
                  </>
                }
              />
            ))}
          </RadioGroup>
        </Field>
      )}
      {rule?.routesTo && (
        <Field
          label={`${routedLineFields.line.label}: ${team[rule.routesTo]}`}
          required
          hint="Only this line and the child’s name go to the team. They cannot open the concern."
          {...invalid('line', 'Write the one line that the team needs.')}
        >
          <Input
            value={draft.line ?? ''}
            maxLength={routedLineFields.line.max}
            onChange={(_, { value }) => set({ line: value })}
          />
        </Field>
      )}
      {acts && <ActionPart concernId={concern.id} asked={asked} choose={setAction} />}
      {rule && (
        <AdultPart draft={adult} change={setAdult} needed={draft.outcome === 'staff-concern-register'} asked={asked} />
      )}
      {rule?.needs.includes('nextStep') && (
        <TextField
          label={fields.nextStep.label}
          hint="What is done, by whom and by when."
          max={fields.nextStep.max}
          value={draft.nextStep ?? ''}
          change={(nextStep) => set({ nextStep })}
          missing={fault('nextStep', 'Write what happens next.')}
        />
      )}
      {rule?.needs.includes('childVoice') && (
        <TextField
          label={fields.childVoice.label}
          max={fields.childVoice.max}
          value={draft.childVoice ?? ''}
          change={(childVoice) => set({ childVoice })}
          missing={fault('childVoice', 'Write what the child says or wants, or why that is not known.')}
        />
      )}
      <TextField
        label={fields.reason.label}
        hint="Why this, and not something else."
        max={fields.reason.max}
        value={draft.reason ?? ''}
        change={(reason) => set({ reason })}
        missing={fault('reason', 'Write the reason.')}
      />
      <Field
        label="What do parents or carers know?"
        required
        {...invalid('parents', 'Choose what parents or carers know.')}
      >
        <Select
          value={draft.parents ?? ''}
          onChange={(_, { value }) =>
            set({ parents: value === '' ? undefined : (value as keyof typeof parentContactState) })
          }
        >
          <option value="">Choose one</option>
          {options(parentContactState)}
        </Select>
      </Field>
      {draft.parents && draft.parents !== 'informed' && (
        <TextField
          label={fields.parentsReason.label}
          max={fields.parentsReason.max}
          value={draft.parentsReason ?? ''}
          change={(parentsReason) => set({ parentsReason })}
          missing={fault('parentsReason', 'Write why.')}
        />
      )}
    </FormFrame>
  );
}
