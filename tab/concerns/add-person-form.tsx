import { Field, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { AddPersonRequest } from '../../src/areas/concerns/contract.ts';
import { offRollRoles, personFields, personRole, rollRoles } from '../../src/areas/concerns/fields.ts';
import { useApi } from '../api/api-context.ts';
import { useChildName } from '../components/child-name.tsx';
import { LineField } from '../components/line-field.tsx';
import type { ActFormProps } from './act-form-props.ts';
import { ChildLookUp } from './child-look-up.tsx';
import { FormFrame } from './form-frame.tsx';
import { FoundChildren } from './found-children.tsx';
import { RoleSelect } from './role-select.tsx';
import { useConcernAct } from './use-concern-act.ts';

const useStyles = makeStyles({
  plain: { color: tokens.colorNeutralForeground1 },
  group: { display: 'grid', gap: '8px', gridTemplateColumns: 'minmax(0, 1fr)' },
});

type Body = AddPersonRequest extends infer R ? (R extends unknown ? Omit<R, 'form'> : never) : never;

/** Puts a child of the roll, or somebody else by name, into a report with a role. */
export function AddPersonForm({ concern, done, cancel }: ActFormProps) {
  const styles = useStyles();
  const shown = useChildName();
  const api = useApi();
  const [from, setFrom] = useState<'roll' | 'elsewhere'>('roll');
  const [words, setWords] = useState('');
  const [pupil, setPupil] = useState('');
  const [name, setName] = useState('');
  const [rollRole, setRollRole] = useState<(typeof rollRoles)[number]>();
  const [otherRole, setOtherRole] = useState<(typeof offRollRoles)[number]>();
  const [asked, setAsked] = useState(false);
  const act = useConcernAct<Body>(concern.id, (request) =>
    api
      .addPerson(concern.id, request)
      .then(() => done(`Added to ${concern.ref}: ${personRole[request.role].toLowerCase()}.`)),
  );
  const onRoll = from === 'roll';
  const submit = () => {
    setAsked(true);
    if (onRoll && pupil !== '' && rollRole) act.press({ pupil, role: rollRole });
    if (!onRoll && name.trim() !== '' && otherRole) act.press({ name: name.trim(), role: otherRole });
  };
  return (
    <FormFrame
      label={`Add somebody to ${concern.ref}`}
      save="Add"
      sending={act.sending}
      failure={act.failure}
      cancel={cancel}
      submit={submit}
    >
      <Field label="Who is it?">
        <RadioGroup value={from} onChange={(_, { value }) => setFrom(value as typeof from)}>
          <Radio value="roll" label={<span className={styles.plain}>A child of our school</span>} />
          <Radio value="elsewhere" label={<span className={styles.plain}>Somebody who is not on our roll</span>} />
        </RadioGroup>
      </Field>
      {onRoll && (
        <>
          <ChildLookUp find={(text) => [setPupil(''), setWords(text)]} invalid={asked && words === ''} />
          {(words !== '' || asked) && (
            <Field
              label={words === '' ? 'Child' : `Found by looking up “${shown(words)}”`}
              {...(asked && pupil === '' && { validationMessage: 'Look the child up and choose them.' })}
            >
              <RadioGroup className={styles.group} value={pupil} onChange={(_, { value }) => setPupil(value)}>
                {words !== '' && <FoundChildren concernId={concern.id} words={words} />}
              </RadioGroup>
            </Field>
          )}
          <RoleSelect roles={rollRoles} value={rollRole} change={setRollRole} missing={asked && !rollRole} />
        </>
      )}
      {!onRoll && (
        <>
          <LineField
            label="Name"
            hint="As far as it is known: “her uncle Ray”."
            max={personFields.name.max}
            value={name}
            change={setName}
            fault={asked && name.trim() === '' ? 'Write the name, or what is known of them.' : undefined}
            required
          />
          <RoleSelect roles={offRollRoles} value={otherRole} change={setOtherRole} missing={asked && !otherRole} />
        </>
      )}
    </FormFrame>
  );
}
