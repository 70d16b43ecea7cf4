import { Button, Checkbox, Field, makeStyles, Radio, RadioGroup, Select, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { BriefingColleague } from '../../src/areas/briefings/contract.ts';
import { briefingAudience } from '../../src/areas/briefings/fields.ts';
import { grantableRole } from '../../src/areas/people/fields.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { ChosenList } from '../meetings/chosen-list.tsx';
import type { SendDraft } from './send-draft.ts';

const useStyles = makeStyles({
  parts: { display: 'grid', gap: '12px', gridTemplateColumns: 'minmax(0, 1fr)' },
  roles: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(240px, 100%), 1fr))' },
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0 },
  fault: { color: tokens.colorPaletteRedForeground1, fontSize: tokens.fontSizeBase200 },
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  select: { flex: '1 1 200px', minWidth: 0 },
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
        <People people={people} chosen={draft.people} change={change} fault={fault('people')} />
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

interface PeopleProps {
  readonly people: readonly BriefingColleague[];
  readonly chosen: readonly string[];
  readonly change: (over: Partial<SendDraft>) => void;
  readonly fault: { readonly validationMessage?: string };
}

function People({ people, chosen, change, fault }: PeopleProps) {
  const styles = useStyles();
  const announce = useAnnounce();
  const [next, setNext] = useState('');
  const offered = people.filter(({ person }) => !chosen.includes(person));
  const chosenNext = offered.some(({ person }) => person === next) ? next : '';
  return (
    <>
      <Field label="People" required {...fault}>
        {(control) => (
          <div className={styles.line}>
            <Select
              {...control}
              className={styles.select}
              value={chosenNext}
              onChange={(_, { value }) => setNext(value)}
            >
              <option value="">Choose somebody</option>
              {offered.map(({ person, name, job }) => (
                <option key={person} value={person}>
                  {job ? `${name}, ${job}` : name}
                </option>
              ))}
            </Select>
            <Button
              onClick={() => {
                if (chosenNext === '') return;
                change({ people: [...chosen, chosenNext] });
                setNext('');
                announce(`${String(chosen.length + 1)} chosen`);
              }}
            >
              Add them
            </Button>
          </div>
        )}
      </Field>
      <ChosenList
        label="Who is asked to read it"
        items={chosen.flatMap((id) =>
          people.filter(({ person }) => person === id).map(({ person, name }) => ({ id: person, text: name })),
        )}
        remove={(id) => change({ people: chosen.filter((one) => one !== id) })}
      />
    </>
  );
}
