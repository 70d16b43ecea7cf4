import { Checkbox, Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { BriefingColleague } from '../../src/areas/briefings/contract.ts';
import { briefingAudience } from '../../src/areas/briefings/fields.ts';
import { grantableRole } from '../../src/areas/people/fields.ts';
import { ColleaguesField } from '../meetings/colleagues-field.tsx';
import type { SendDraft } from './send-draft.ts';

const useStyles = makeStyles({
  parts: { display: 'grid', gap: '12px', gridTemplateColumns: 'minmax(0, 1fr)' },
  roles: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(240px, 100%), 1fr))' },
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0 },
  fault: { color: tokens.colorPaletteRedForeground1, fontSize: tokens.fontSizeBase200 },
});

const roles = Object.entries(grantableRole) as [SendDraft['roles'][number], string][];

export interface AudienceFieldProps {
  /** Who works at the school. */
  readonly people: readonly BriefingColleague[];
  readonly draft: Pick<SendDraft, 'audience' | 'roles' | 'people'>;
  readonly change: (over: Partial<SendDraft>) => void;
  readonly faults: Readonly<Record<string, string | undefined>>;
}

/** Whom a briefing is for: everybody, whoever holds certain roles, or named people. */
export function AudienceField({ people, draft, change, faults }: AudienceFieldProps) {
  const styles = useStyles();
  const fault = (name: string) => ({ ...(faults[name] && { validationMessage: faults[name] }) });
  return (
    <div className={styles.parts}>
      <Field label="For" required {...fault('audience')}>
        <RadioGroup
          value={draft.audience}
          onChange={(_, { value }) => change({ audience: value as SendDraft['audience'] })}
        >
          {Object.entries(briefingAudience).map(([id, label]) => (
            <Radio key={id} value={id} label={label} />
          ))}
        </RadioGroup>
      </Field>
      {draft.audience === 'roles' && <Roles chosen={draft.roles} change={change} fault={faults['roles']} />}
      {draft.audience === 'people' && (
        <ColleaguesField
          label="People"
          required
          people={people}
          chosen={draft.people}
          change={(chosen) => change({ people: chosen })}
          fault={faults['people']}
          take="Add them"
          announced={(count) => `${String(count)} chosen`}
          list="Who is asked to read it"
        />
      )}
    </div>
  );
}

interface RolesProps {
  readonly chosen: SendDraft['roles'];
  readonly change: (over: Partial<SendDraft>) => void;
  readonly fault: string | undefined;
}

/** A Fluent `Field` would give each box the same id, and the first would answer for all. */
function Roles({ chosen, change, fault }: RolesProps) {
  const styles = useStyles();
  const said = useId();
  return (
    <fieldset className={styles.group} aria-describedby={said} aria-invalid={fault !== undefined}>
      <legend className={styles.legend}>Roles</legend>
      <div className={styles.roles}>
        {roles.map(([id, label]) => (
          <Checkbox
            key={id}
            label={label}
            checked={chosen.includes(id)}
            onChange={(_, { checked }) =>
              change({ roles: checked === true ? [...chosen, id] : chosen.filter((one) => one !== id) })
            }
          />
        ))}
      </div>
      <div id={said} role="alert" className={styles.fault}>
        {fault}
      </div>
    </fieldset>
  );
}
