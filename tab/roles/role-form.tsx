import { Field, Input, Select } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { grantableRole } from '../../src/areas/people/fields.ts';
import type { PersonForRole } from '../../src/areas/roles/contract.ts';
import { confirmedRoles, mostActingDays } from '../../src/areas/roles/fields.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { FormFrame } from '../concerns/form-frame.tsx';
import type { RoleFormProps } from './role-form-props.ts';

type GrantedRole = keyof typeof grantableRole;
const roles = Object.entries(grantableRole) as readonly [GrantedRole, string][];
const nameIn = ({ name, job }: PersonForRole) => (job === undefined ? name : `${name}, ${job}`);

interface Wish {
  readonly school: string;
  readonly person: string;
  readonly role: GrantedRole | '';
  readonly until: string;
}

/** A role for somebody of the school; or, for some days, somebody who stands in for the lead. */
export function RoleForm({ kind, schools, people, cancel, done }: RoleFormProps) {
  const api = useApi();
  const queries = useQueryClient();
  const acting = kind === 'acting';
  const [wish, setWish] = useState<Wish>({ school: schools[0]?.id ?? '', person: '', role: '', until: '' });
  const [asked, setAsked] = useState(false);
  const change = (over: Partial<Wish>) => setWish({ ...wish, ...over });
  const chosen = people.find(({ person, school }) => person === wish.person && school === wish.school);
  const act = useAct<Omit<Wish, 'role'> & { readonly role: GrantedRole | '' }>({
    async send({ role, until, ...request }) {
      if (acting) await api.appointActingLead({ ...request, until });
      const given =
        acting || role === '' ? undefined : await api.giveRole({ ...request, role, ...(until !== '' && { until }) });
      const what = acting ? 'leads safeguarding from now on' : `was given: ${role === '' ? '' : grantableRole[role]}`;
      const then = given?.waits ? ' It waits until a second person confirms it.' : '';
      done(`${chosen?.name ?? ''} ${what}.${acting ? ' A second person confirms it afterwards.' : then}`);
    },
    decided: () => queries.invalidateQueries({ queryKey: ['roles'] }),
  });
  const place = useRef<HTMLDivElement>(null);
  // The button that opened the form is gone; a keyboard goes on here.
  useEffect(() => place.current?.querySelector('select')?.focus(), []);
  const missing = {
    ...(wish.person === '' && { person: 'Choose somebody.' }),
    ...(!acting && wish.role === '' && { role: 'Choose a role.' }),
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
          if (Object.keys(missing).length === 0) act.press(wish);
        }}
      >
        {schools.length > 1 && (
          <Field label="School" required>
            <Select value={wish.school} onChange={(_, { value }) => change({ school: value, person: '' })}>
              {schools.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Field label="Who" required hint="Whoever is on the staff list and can sign in." {...fault('person')}>
          <Select value={wish.person} onChange={(_, { value }) => change({ person: value })}>
            <option value="">Choose somebody</option>
            {people
              .filter(({ school }) => school === wish.school)
              .map((one) => (
                <option key={one.person} value={one.person}>
                  {nameIn(one)}
                </option>
              ))}
          </Select>
        </Field>
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
        <Field
          label="Last day"
          required={acting}
          hint={
            acting
              ? `At most ${mostActingDays} school days from today. It takes effect at once, and a second person confirms it afterwards.`
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
