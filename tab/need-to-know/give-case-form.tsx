import { Field, Input, Select } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import type { CircleItem } from '../../src/areas/need-to-know/contract.ts';
import { caseAccessFields } from '../../src/areas/need-to-know/fields.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { GoesTo } from '../components/goes-to.tsx';
import { LineField } from '../components/line-field.tsx';
import { FormFrame } from '../concerns/form-frame.tsx';
import { TextField } from '../concerns/text-field.tsx';
import { peopleForCasesQuery } from './queries.ts';

export interface GiveCaseFormProps {
  readonly concernId: string;
  readonly school: string;
  readonly circle: readonly CircleItem[];
  readonly cancel: () => void;
  /** Called with what was done. */
  readonly done: (text: string) => void;
}

interface Wish {
  readonly person: string;
  readonly reason: string;
  readonly task: string;
  readonly until: string;
}

/** Gives somebody of the school this one case, to know of it or for a task. */
export function GiveCaseForm({ concernId, school, circle, cancel, done }: GiveCaseFormProps) {
  const api = useApi();
  const queries = useQueryClient();
  const { data: people = [], error } = useQuery(peopleForCasesQuery(api));
  const [wish, setWish] = useState<Wish>({ person: '', reason: '', task: '', until: '' });
  const [asked, setAsked] = useState(false);
  const change = (over: Partial<Wish>) => setWish({ ...wish, ...over });
  const offered = people.filter((one) => one.school === school && !circle.some(({ name }) => name === one.name));
  const name = people.find(({ person }) => person === wish.person)?.name ?? '';
  const act = useAct<Wish>({
    async send({ task, until, ...request }) {
      await api.giveCase(concernId, {
        ...request,
        ...(task.trim() !== '' && { task: task.trim() }),
        ...(until !== '' && { until }),
      });
      done(`${name} may see this case from now on, and is told in their own chat.`);
    },
    decided: () => queries.invalidateQueries({ queryKey: ['circle', concernId] }),
  });
  const note = useId();
  const place = useRef<HTMLDivElement>(null);
  // The button that opened the form is gone; a keyboard goes on here.
  useEffect(() => place.current?.querySelector('select')?.focus(), []);
  const missing = {
    ...(wish.person === '' && { person: 'Choose somebody.' }),
    ...(wish.reason.trim() === '' && { reason: 'Write why they have to know.' }),
  };
  return (
    <div ref={place}>
      <FormFrame
        label="Give somebody this case"
        save="Give the case"
        {...(name !== '' && { describedBy: note })}
        sending={act.sending}
        failure={act.failure ?? error}
        cancel={cancel}
        submit={() => {
          setAsked(true);
          if (Object.keys(missing).length === 0) act.press({ ...wish, reason: wish.reason.trim() });
        }}
      >
        <Field
          label="Who"
          required
          hint="They read this case and add to it. They see no other."
          {...(asked && missing.person && { validationMessage: missing.person })}
        >
          <Select value={wish.person} onChange={(_, { value }) => change({ person: value })}>
            <option value="">Choose somebody</option>
            {offered.map((one) => (
              <option key={one.person} value={one.person}>
                {one.job === undefined ? one.name : `${one.name}, ${one.job}`}
              </option>
            ))}
          </Select>
        </Field>
        <TextField
          label="Why they have to know"
          hint="They read this too."
          max={caseAccessFields.reason.max}
          value={wish.reason}
          change={(reason) => change({ reason })}
          missing={asked ? missing.reason : undefined}
        />
        <LineField
          label="Task"
          hint="What they are to do, if you ask them to do something."
          max={caseAccessFields.task.max}
          value={wish.task}
          change={(task) => change({ task })}
        />
        <Field label="Last day" hint="Leave it empty where no day is known yet; you can end it at any time.">
          <Input type="date" value={wish.until} onChange={(_, { value }) => change({ until: value })} />
        </Field>
        {name !== '' && <GoesTo id={note} to={`It goes to ${name}, who is told in their own chat.`} />}
      </FormFrame>
    </div>
  );
}
