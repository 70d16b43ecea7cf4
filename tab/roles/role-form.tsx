import { Field, Input, Select } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { grantableRole, type Weekday } from '../../src/areas/people/fields.ts';
import { confirmedRoles, roleAcrossSchools, rolesWithDays } from '../../src/areas/roles/fields.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { SchoolField } from '../components/school-field.tsx';
import { FormFrame } from '../concerns/form-frame.tsx';
import { DaysField } from './days-field.tsx';
import { atEach, labelOf, once, type Candidate } from './person-options.ts';
import type { RoleFormProps } from './role-form-props.ts';
import { TrustStaffByName } from './trust-staff-by-name.tsx';

type GrantedRole = keyof typeof grantableRole;
const roles = Object.entries(grantableRole) as readonly [GrantedRole, string][];
/** Stands for all schools where one may do it; no school’s id holds this sign. */
const every = '*';

interface Wish {
  readonly school: string;
  readonly person: string;
  readonly role: GrantedRole | '';
  readonly until: string;
  readonly days: readonly Weekday[];
}
interface Press extends Omit<Wish, 'school'> {
  readonly schools: readonly string[];
}

/** A role for somebody of the school; or, for some days, somebody who stands in for the lead. */
export function RoleForm({ kind, schools, actingDays, people, cancel, done }: RoleFormProps) {
  const api = useApi();
  const queries = useQueryClient();
  const acting = kind === 'acting';
  const [wish, setWish] = useState<Wish>({ school: schools[0]?.id ?? '', person: '', role: '', until: '', days: [] });
  const [found, setFound] = useState<readonly Candidate[]>([]);
  const [asked, setAsked] = useState(false);
  const change = (over: Partial<Wish>) => setWish((before) => ({ ...before, ...over }));
  const chosenSchools = wish.school === every ? schools.map(({ id }) => id) : [wish.school];
  const across = wish.role === roleAcrossSchools;
  const offered = across ? once([...found, ...people]) : atEach(people, chosenSchools);
  const chosen = offered.find(({ person }) => person === wish.person);
  const act = useAct<Press>({
    async send({ role, until, days, schools: where, ...request }) {
      if (acting) await api.appointActingLead({ ...request, school: where[0] ?? '', until });
      const given =
        acting || role === ''
          ? undefined
          : await api.giveRole({
              ...request,
              schools: where,
              role,
              ...(until !== '' && { until }),
              ...(rolesWithDays.includes(role) && days.length > 0 && { days }),
            });
      const what = acting ? 'leads safeguarding from now on' : `was given: ${role === '' ? '' : grantableRole[role]}`;
      const place = where.length > 1 ? `, at ${where.length} schools` : '';
      const then = given?.waits ? ' It waits until a second person confirms it.' : '';
      done(`${chosen?.name ?? ''} ${what}${place}.${acting ? ' A second person confirms it afterwards.' : then}`);
    },
    decided: () => queries.invalidateQueries({ queryKey: ['roles'] }),
  });
  const place = useRef<HTMLDivElement>(null);
  // The button that opened the form is gone; a keyboard goes on here.
  useEffect(() => place.current?.querySelector('select')?.focus(), []);
  const missing = {
    ...(!acting && wish.role === '' && { role: 'Choose a role.' }),
    ...(!chosen && { person: 'Choose somebody.' }),
    ...(acting && wish.until === '' && { until: 'Choose the last day.' }),
  };
  const fault = (name: keyof typeof missing) => ({
    ...(asked && missing[name] && { validationMessage: missing[name] }),
  });
  return (
    <div ref={place}>
      <FormFrame
        label={acting ? 'Appoint an acting lead' : 'Give a role'}
        save={acting ? 'Appoint' : 'Give the role'}
        sending={act.sending}
        failure={act.failure}
        cancel={cancel}
        submit={() => {
          setAsked(true);
          const { school: _school, ...said } = wish;
          if (Object.keys(missing).length === 0) act.press({ ...said, schools: chosenSchools });
        }}
      >
        <SchoolField schools={schools} value={wish.school} change={(school) => change({ school })}>
          {!acting && <option value={every}>Every school I answer for ({schools.length})</option>}
        </SchoolField>
        {!acting && (
          <Field
            label="Role"
            required
            {...(confirmedRoles.includes(wish.role) && { hint: 'Takes effect when a second person has confirmed it.' })}
            {...fault('role')}
          >
            <Select value={wish.role} onChange={(_, { value }) => change({ role: value as Wish['role'] })}>
              <option value="">Choose a role</option>
              {roles.map(([id, label]) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Field label="Who" required hint={whomHint(across, chosenSchools.length)} {...fault('person')}>
          <Select value={chosen?.person ?? ''} onChange={(_, { value }) => change({ person: value })}>
            <option value="">Choose somebody</option>
            {offered.map((one) => (
              <option key={one.person} value={one.person}>
                {labelOf(one)}
              </option>
            ))}
          </Select>
        </Field>
        {across && (
          <TrustStaffByName
            found={(items) => {
              setFound(items);
              change({ person: items.length === 1 ? (items[0]?.person ?? '') : '' });
            }}
          />
        )}
        {rolesWithDays.includes(wish.role) && <DaysField days={wish.days} change={(days) => change({ days })} />}
        <Field
          label="Last day"
          required={acting}
          hint={
            acting
              ? `At most ${actingDays === 1 ? 'one school day' : `${actingDays} school days from today`}. It takes effect at once, and a second person confirms it afterwards.`
              : 'Leave it empty for a role without an end.'
          }
          {...fault('until')}
        >
          <Input type="date" value={wish.until} onChange={(_, { value }) => change({ until: value })} />
        </Field>
      </FormFrame>
    </div>
  );
}

function whomHint(across: boolean, schools: number): string {
  if (across)
    return 'Whoever is on the staff list of a school you answer for, or somebody of another school, looked up below.';
  return schools > 1
    ? 'Whoever is on the staff list of each of these schools and can sign in.'
    : 'Whoever is on the staff list and can sign in.';
}
