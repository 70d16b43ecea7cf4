import type { Identity } from '../../access/types.ts';
import type { Result } from '../../perform/problem.ts';
import type { ReadJson } from '../../perform/types.ts';
import type { SchoolName } from '../people/contract.ts';
import type { RolePage } from './contract.ts';
import { listPeopleForRoles, listRoles } from './views.ts';

/** Who is what, with whoever could be given a role by those who may give one (`RoleDesk`). */
export async function composeRoles(
  { schools, actingDays }: { readonly schools: readonly SchoolName[]; readonly actingDays: number },
  identity: Identity,
  read: ReadJson,
): Promise<Result<string>> {
  const page = await read(listRoles, identity, {});
  if (!page.ok) return page;
  // Whoever gives none does not ask: that would be journalled as a refusal.
  const { mayGive } = JSON.parse(page.answer) as RolePage;
  const people =
    mayGive.length > 0 ? await read(listPeopleForRoles, identity, {}) : { ok: true as const, answer: '[]' };
  if (!people.ok) return people;
  const names = JSON.stringify(schools.map(({ id, name }) => ({ id, name })));
  return {
    ok: true,
    answer: `{"page":${page.answer},"people":${people.answer},"schools":${names},"actingDays":${actingDays}}`,
  };
}
