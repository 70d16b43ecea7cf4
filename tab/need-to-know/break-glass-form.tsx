import { Checkbox, Field } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ChildByName as Child } from '../../src/areas/need-to-know/contract.ts';
import { breakGlassHours, caseAccessFields, leastReason } from '../../src/areas/need-to-know/fields.ts';
import { useApi } from '../api/api-context.ts';
import { useChildName } from '../components/child-name.tsx';
import { useAct } from '../api/use-act.ts';
import { absoluteTime } from '../components/school-time.ts';
import { FormFrame } from '../concerns/form-frame.tsx';
import { TextField } from '../concerns/text-field.tsx';
import { ChildByName } from './child-by-name.tsx';

export interface BreakGlassFormProps {
  readonly cancel: () => void;
  /** Called with what was done. */
  readonly done: (text: string) => void;
}

interface Wish {
  readonly child: string;
  readonly school: string;
  readonly reason: string;
  readonly confirmed: true;
}

/** Opens what Lantern holds about one child, for a day, when no lead can be reached. The leads are told. */
export function BreakGlassForm({ cancel, done }: BreakGlassFormProps) {
  const api = useApi();
  const queries = useQueryClient();
  const nameOf = useChildName();
  const [child, setChild] = useState<Child>();
  const [reason, setReason] = useState('');
  const [confirmed, setConfirmed] = useState(false);
  const [asked, setAsked] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  // The button that opened the form is gone; a keyboard goes on here.
  useEffect(() => place.current?.querySelector('input')?.focus(), []);
  const act = useAct<Wish>({
    async send(wish) {
      const { until } = await api.breakGlass(wish);
      done(
        `Until ${absoluteTime(until)} you may read what Lantern holds about ${child ? nameOf(child.name) : 'this child'}: it stands under “Concerns”, if there is anything. The safeguarding leads have been told.`,
      );
    },
    async decided() {
      await queries.invalidateQueries({ queryKey: ['need-to-know'] });
      // The desk has more to show from now on.
      await queries.invalidateQueries({ queryKey: ['person'] });
      await queries.invalidateQueries({ queryKey: ['desk'] });
    },
  });
  const missing = {
    ...(!child && { child: 'Look the child up and choose them.' }),
    ...(reason.trim().length < leastReason && { reason: 'Write why you must know now and why no lead can be asked.' }),
    ...(!confirmed && { confirmed: 'Confirm that the leads are told.' }),
  };
  const fault = (field: keyof typeof missing) => (asked ? missing[field] : undefined);
  const unconfirmed = fault('confirmed');
  return (
    <div ref={place}>
      <FormFrame
        label="Open a child’s file by break-glass"
        save="Break the glass"
        sending={act.sending}
        failure={act.failure}
        cancel={cancel}
        submit={() => {
          setAsked(true);
          if (child && confirmed && Object.keys(missing).length === 0)
            act.press({ child: child.id, school: child.school, reason: reason.trim(), confirmed });
        }}
      >
        <ChildByName chosen={child} choose={setChild} fault={fault('child')} />
        <TextField
          label="Why you must know now"
          hint="And whom you tried to reach. Every safeguarding lead of the school reads this."
          max={caseAccessFields.reason.max}
          value={reason}
          change={setReason}
          missing={fault('reason')}
        />
        <Field {...(unconfirmed !== undefined && { validationMessage: unconfirmed })}>
          <Checkbox
            required
            checked={confirmed}
            onChange={(_, { checked }) => setConfirmed(checked === true)}
            label={`I know that every safeguarding lead is told at once that I opened this file, and that it stays open for ${breakGlassHours} hours.`}
          />
        </Field>
      </FormFrame>
    </div>
  );
}
