import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import { update } from '../../records/patch.ts';
import { schoolDay } from '../../records/school-day.ts';
import { roleGrant, type RoleGrant } from '../people/record.ts';
import { leavesNoLead } from './feed.ts';
import { rolesEverGiven, type HeldRow } from './queries.ts';

const input = z.strictObject({ school: z.string(), role: z.string(), rev: z.int() });

interface State {
  readonly subject: RoleGrant | undefined;
  readonly held: readonly HeldRow[];
}

/** Lantern's own act: somebody is in no group any more that gave them a role. What a person gave is not the feed's to end. */
export const endFedRole: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'end-fed-role',
  input,
  needs: ({ school, role }, _actor, now) => ({
    subject: one(roleGrant, role),
    held: rows(rolesEverGiven, { school, today: schoolDay(now) }),
  }),
  decide({ subject, held }, { school, rev }, { actor, now }) {
    if (subject?.school !== school || subject.fedBy === undefined) return { ok: false, problem: { code: 'not-found' } };
    if (subject.state === 'ended') return { ok: false, problem: { code: 'already-done' } };
    const asHeld = held.find(({ id }) => id === subject.id);
    if (rev !== subject.rev || !asHeld) return { ok: false, problem: { code: 'changed-meanwhile' } };
    if (leavesNoLead(asHeld, held)) return { ok: false, problem: { code: 'last-lead' } };
    const by = { endedById: actor.person, endedByName: actor.name };
    const put = [update(roleGrant, subject, { state: 'ended', endedAt: now, ...by })];
    return { ok: true, change: { put, entries: [], effects: [] }, answer: null };
  },
};
