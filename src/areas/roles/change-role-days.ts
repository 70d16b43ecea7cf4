import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one } from '../../records/need.ts';
import { update } from '../../records/patch.ts';
import { schoolDay } from '../../records/school-day.ts';
import { weekday, type Weekday } from '../people/fields.ts';
import { roleGrant, type RoleGrant } from '../people/record.ts';
import { daysAsText } from '../people/rules.ts';
import { rolesWithDays } from './fields.ts';
import { stillStands } from './rules.ts';

/** Days of the week, as a form says them. */
export const saidDays = z.array(z.enum(Object.keys(weekday) as [Weekday, ...Weekday[]], 'Choose days of the week.'));

const input = z.strictObject({ role: z.string(), rev: z.int(), days: saidDays });

/** Says anew on which days a lead is asked first; what they may see stays as it is, so no second person has to confirm it. */
export const changeRoleDays: UseCase<z.infer<typeof input>, { readonly subject: RoleGrant | undefined }, null> = {
  verb: 'change-role-days',
  input,
  needs: ({ role }) => ({ subject: one(roleGrant, role) }),
  decide({ subject }, { rev, days }, { now }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    if (rev !== subject.rev || !stillStands(subject, schoolDay(now)))
      return { ok: false, problem: { code: 'changed-meanwhile' } };
    if (!rolesWithDays.includes(subject.role))
      return { ok: false, problem: { code: 'invalid-input', fields: [{ name: 'days', message: onlyOfLeads }] } };
    const text = daysAsText(days);
    const put = [update(roleGrant, subject, { days: text === '' ? null : text } as { days: string })];
    return { ok: true, change: { put, entries: [], effects: [] }, answer: null };
  },
};

/** What is held against days of any other role. */
export const onlyOfLeads = 'Only a lead or a deputy is asked first on some days.';
