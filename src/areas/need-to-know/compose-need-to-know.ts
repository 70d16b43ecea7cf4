import type { Identity } from '../../access/types.ts';
import type { Result } from '../../perform/problem.ts';
import type { ReadJson } from '../../perform/types.ts';
import type { SchoolName } from '../people/contract.ts';
import type { NeedToKnowPage } from './contract.ts';
import { listNeedToKnow, listPeopleForCases } from './views.ts';

/** Who may see single cases, with whoever could be kept from one by those who may say so (`NeedToKnowDesk`). */
export async function composeNeedToKnow(
  schools: readonly SchoolName[],
  identity: Identity,
  read: ReadJson,
): Promise<Result<string>> {
  const page = await read(listNeedToKnow, identity, {});
  if (!page.ok) return page;
  // Whoever may say nothing of others does not ask for them: that would be journalled as a refusal.
  const { mayDeclare } = JSON.parse(page.answer) as NeedToKnowPage;
  const people =
    mayDeclare.length > 0 ? await read(listPeopleForCases, identity, {}) : { ok: true as const, answer: '[]' };
  if (!people.ok) return people;
  const names = JSON.stringify(schools.map(({ id, name }) => ({ id, name })));
  return { ok: true, answer: `{"page":${page.answer},"people":${people.answer},"schools":${names}}` };
}
