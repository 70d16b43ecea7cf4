import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Weekday } from '../../src/areas/people/fields.ts';
import type { RoleDaysRequest, RoleItem } from '../../src/areas/roles/contract.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { FormFrame } from '../concerns/form-frame.tsx';
import { DaysField } from './days-field.tsx';
import { daysText } from './days-text.ts';

export interface RoleDaysFormProps {
  readonly item: RoleItem;
  readonly close: () => void;
  /** Called with what was done. */
  readonly told: (text: string) => void;
}

/** Says anew on which days a lead is asked first; the role stays as it is. */
export function RoleDaysForm({ item: { id, rev, name, days: before = [] }, close, told }: RoleDaysFormProps) {
  const api = useApi();
  const queries = useQueryClient();
  const [days, setDays] = useState<readonly Weekday[]>(before);
  const act = useAct<Omit<RoleDaysRequest, 'form'>>({
    send: (request) =>
      api.changeRoleDays(id, request).then(() => {
        close();
        told(`${name} is asked first ${request.days.length > 0 ? 'on ' : ''}${daysText(request.days)}.`);
      }),
    decided: () => queries.invalidateQueries({ queryKey: ['roles'] }),
  });
  const place = useRef<HTMLDivElement>(null);
  // The button that opened the form is gone; a keyboard goes on here.
  useEffect(() => place.current?.querySelector('input')?.focus(), []);
  return (
    <div ref={place}>
      <FormFrame
        label={`Days of ${name}`}
        save="Save the days"
        sending={act.sending}
        failure={act.failure}
        cancel={close}
        submit={() => act.press({ rev, days })}
      >
        <DaysField days={days} change={setDays} />
      </FormFrame>
    </div>
  );
}
