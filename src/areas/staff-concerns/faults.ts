import { z } from 'zod';
import type { Problem } from '../../perform/problem.ts';
import { staffNoteFields } from './fields.ts';
import type { StaffConcern } from './record.ts';
import { isStaffActOpen, type StaffConcernAct } from './rules.ts';

/** A reason as every act on a staff concern asks for it. */
export const reasonOf = (message: string) => z.string().trim().min(1, message).max(staffNoteFields.words.max);

/** Why an act cannot be done to it as it stands; undefined when it can. */
export function faultOf(matter: StaffConcern | undefined, act: StaffConcernAct, rev: number): Problem | undefined {
  if (!matter) return { code: 'not-found' };
  if (!isStaffActOpen(matter.status, act)) return { code: 'already-done' };
  return rev === matter.rev ? undefined : { code: 'changed-meanwhile' };
}

/** A fault of one field of the form. */
export const fieldFault = (name: string, message: string) => ({
  ok: false as const,
  problem: { code: 'invalid-input' as const, fields: [{ name, message }] },
});
