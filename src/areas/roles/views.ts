import { z } from 'zod';
import type { View } from '../../perform/types.ts';
import { schoolDay } from '../../records/school-day.ts';
import { daysIn } from '../people/rules.ts';
import type { PersonForRole, RoleItem, RolePage, TrustStaffFound } from './contract.ts';
import { rolesWithDays } from './fields.ts';
import { peopleByName, rolesByName, trustStaffNamed, type RoleRow, type TrustStaffRow } from './queries.ts';
import { isUnconfirmed, mayBeSecond, stillStands } from './rules.ts';

/** Who is what, and who was, at the schools that one answers for. */
export const listRoles: View<Record<string, never>, RoleRow, RolePage> = {
  verb: 'list-roles',
  shape: 'page',
  fields: ['personName', 'role', 'state', 'until', 'days', 'givenByName', 'confirmedByName', 'endedByName', 'fedBy'],
  params: z.strictObject({}),
  query: rolesByName,
  values: () => ({}),
  present(rows, { actor, now, may }) {
    const today = schoolDay(now);
    const schools = [...new Set(actor.grants.map(({ school }) => school))];
    const items = rows.map((row): RoleItem => {
      const stands = stillStands(row, today);
      const unconfirmed = isUnconfirmed(row);
      const days = rolesWithDays.includes(row.role) ? daysIn(row.days) : [];
      const second = mayBeSecond({ givenById: row.givenById ?? '', personId: row.personId }, actor.person);
      return {
        ...{ id: row.id, rev: row.rev, school: row.school, name: row.personName, role: row.role },
        standing: !stands ? 'over' : row.state === 'to-confirm' ? 'waits' : 'in-force',
        acting: Boolean(row.acting),
        unconfirmed: stands && unconfirmed && row.state !== 'to-confirm',
        ...(row.until !== null && { until: row.until }),
        ...(row.givenAt !== null && { givenAt: row.givenAt }),
        ...(row.givenByName !== null && { givenByName: row.givenByName }),
        ...(row.confirmedByName !== null && { confirmedByName: row.confirmedByName }),
        ...(row.endedAt !== null && { endedAt: row.endedAt }),
        ...(row.endedByName !== null && { endedByName: row.endedByName }),
        fed: row.fedBy !== null,
        ...(days.length > 0 && { days }),
        mayChangeDays: stands && rolesWithDays.includes(row.role) && may('change-role-days', row),
        filed: row.filedRev === row.rev,
        mayConfirm: stands && unconfirmed && second && may('confirm-role', row),
        mayEnd: stands && may('end-role', row),
      };
    });
    const mayAt = (verb: string) => schools.filter((school) => may(verb, { school }));
    return {
      answer: { items, mayGive: mayAt('give-role'), mayAppoint: mayAt('appoint-acting-lead') },
      ids: items.map(({ id }) => id),
    };
  },
};

type PersonRow = { id: string; school: string; personId: string | null; name: string; job: string | null };

/** Who can be given a role: whoever works at a school where one gives them. */
export const listPeopleForRoles: View<Record<string, never>, PersonRow, readonly PersonForRole[]> = {
  verb: 'list-people-for-roles',
  shape: 'page',
  fields: ['name', 'job'],
  params: z.strictObject({}),
  query: peopleByName,
  values: () => ({}),
  present: (rows) => ({
    answer: rows.flatMap(({ personId, school, name, job }) =>
      personId === null ? [] : [{ person: personId, school, name, ...(job !== null && { job }) }],
    ),
    ids: rows.map(({ id }) => id),
  }),
};

const words = z.strictObject({ words: z.string().trim().min(1, 'Write the whole name.').max(255) });

/**
 * Somebody who works at any school of the trust, by their whole name: who works at a school that one does not answer for is no list
 * to look through.
 */
export const lookUpTrustStaff: View<z.infer<typeof words>, TrustStaffRow, TrustStaffFound> = {
  verb: 'look-up-trust-staff',
  shape: 'page',
  fields: ['name', 'job'],
  params: words,
  query: trustStaffNamed,
  values: (asked, { person }, now) => ({ asker: person, words: asked.words, today: schoolDay(now) }),
  present(rows) {
    const found = rows.filter((row, n) => rows.findIndex(({ personId }) => personId === row.personId) === n);
    return {
      answer: {
        items: found.flatMap(({ personId, name, job }) =>
          personId === null ? [] : [{ person: personId, name, ...(job !== null && { job }) }],
        ),
      },
      ids: found.map(({ id }) => id),
    };
  },
};
