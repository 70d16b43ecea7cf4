import { Field, Select } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ChildByName as Child, PersonForCase } from '../../src/areas/need-to-know/contract.ts';
import { caseAccessFields, conflictKind } from '../../src/areas/need-to-know/fields.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { FormFrame } from '../concerns/form-frame.tsx';
import { TextField } from '../concerns/text-field.tsx';
import { ChildByName } from './child-by-name.tsx';

type Kind = keyof typeof conflictKind;
const kinds = Object.entries(conflictKind) as readonly [Kind, string][];
/** Of oneself. */
const ownKinds: Readonly<Record<Kind, string>> = { ...conflictKind, 'own-child': 'My own child' };

export interface ConflictFormProps {
  /** Who can be chosen; absent where somebody declares it of themselves. */
  readonly people?: readonly PersonForCase[] | undefined;
  readonly cancel: () => void;
  /** Called with what was done. */
  readonly done: (text: string) => void;
}

interface Wish {
  readonly person: string;
  readonly child: string;
  readonly school: string;
  readonly conflict: Kind;
  readonly reason: string;
}

/** That somebody must have nothing to do with a child’s cases: it holds at once. */
export function ConflictForm({ people, cancel, done }: ConflictFormProps) {
  const api = useApi();
  const queries = useQueryClient();
  const [child, setChild] = useState<Child>();
  const [person, setPerson] = useState('');
  const [conflict, setConflict] = useState<Kind | ''>('');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const own = people === undefined;
  const place = useRef<HTMLDivElement>(null);
  // The button that opened the form is gone; a keyboard goes on here.
  useEffect(() => place.current?.querySelector<HTMLElement>('select, input')?.focus(), []);
  const name = people?.find((one) => one.person === person)?.name ?? '';
  const act = useAct<Wish>({
    async send({ person: of, ...wish }) {
      await (own ? api.declareOwnConflict(wish) : api.declareConflict({ ...wish, person: of }));
      done(
        own
          ? 'Declared. From now on Lantern shows you nothing about this child’s cases. Another person can end it.'
          : `Declared: ${name}. From now on Lantern shows them nothing about this child’s cases.`,
      );
    },
    decided: () => queries.invalidateQueries({ queryKey: ['need-to-know'] }),
  });
  const missing = {
    ...(!own && person === '' && { person: 'Choose somebody.' }),
    ...(!child && { child: 'Look the child up and choose them.' }),
    ...(conflict === '' && { conflict: 'Choose what it is.' }),
    ...(reason.trim() === '' && { reason: 'Write in a few words why.' }),
  };
  const fault = (field: keyof typeof missing) => (asked ? missing[field] : undefined);
  const said = (field: keyof typeof missing) => {
    const message = fault(field);
    return message === undefined ? {} : { validationMessage: message };
  };
  return (
    <div ref={place}>
      <FormFrame
        label={own ? 'Declare a conflict of interest of mine' : 'Declare a conflict of interest'}
        save="Declare"
        sending={act.sending}
        failure={act.failure}
        cancel={cancel}
        submit={() => {
          setAsked(true);
          if (child && conflict !== '' && Object.keys(missing).length === 0)
            act.press({ person, child: child.id, school: child.school, conflict, reason: reason.trim() });
        }}
      >
        {!own && (
          <Field label="Who" required hint="Whoever is on the staff list and can sign in." {...said('person')}>
            <Select value={person} onChange={(_, { value }) => setPerson(value)}>
              <option value="">Choose somebody</option>
              {people.map((one) => (
                <option key={`${one.school} ${one.person}`} value={one.person}>
                  {one.job === undefined ? one.name : `${one.name}, ${one.job}`}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <ChildByName chosen={child} choose={setChild} fault={fault('child')} />
        <Field label="What it is" required {...said('conflict')}>
          <Select value={conflict} onChange={(_, { value }) => setConflict(value as Kind | '')}>
            <option value="">Choose what it is</option>
            {kinds.map(([id, label]) => (
              <option key={id} value={id}>
                {own ? ownKinds[id] : label}
              </option>
            ))}
          </Select>
        </Field>
        <TextField
          label="Why"
          hint="The leads and the head read this."
          max={caseAccessFields.reason.max}
          value={reason}
          change={setReason}
          missing={fault('reason')}
        />
      </FormFrame>
    </div>
  );
}
