import type { Identity } from '../../access/types.ts';
import type { Result } from '../../perform/problem.ts';
import type { ReadJson } from '../../perform/types.ts';
import { listAgencies } from './list-agencies.ts';
import type { SchoolName } from './school-name.ts';

/** The agencies, with the names of the schools that they belong to (`AgencyDesk`). */
export async function composeAgencies(
  schools: readonly SchoolName[],
  identity: Identity,
  read: ReadJson,
): Promise<Result<string>> {
  const page = await read(listAgencies, identity, {});
  if (!page.ok) return page;
  const names = JSON.stringify(schools.map(({ id, name }) => ({ id, name })));
  return { ok: true, answer: `{"page":${page.answer},"schools":${names}}` };
}
