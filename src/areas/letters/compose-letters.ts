import type { Identity } from '../../access/types.ts';
import type { Result } from '../../perform/problem.ts';
import type { ReadJson } from '../../perform/types.ts';
import type { SchoolName } from '../people/contract.ts';
import { listTemplates } from './views.ts';

/** The templates, with the names of the schools whose they are (`TemplateDesk`). */
export async function composeTemplates(
  schools: readonly SchoolName[],
  identity: Identity,
  read: ReadJson,
): Promise<Result<string>> {
  const page = await read(listTemplates, identity, {});
  const names = JSON.stringify(schools.map(({ id, name }) => ({ id, name })));
  return page.ok ? { ok: true, answer: `{"page":${page.answer},"schools":${names}}` } : page;
}
