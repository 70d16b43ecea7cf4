import type { Identity } from '../../access/types.ts';
import type { Result } from '../../perform/problem.ts';
import type { ReadJson } from '../../perform/types.ts';
import type { SchoolName } from './contract.ts';
import { listFamily } from './list-family.ts';
import { listSameChild } from './list-same-child.ts';
import { readChild } from './read-child.ts';

/** A child's page in one answer (`ChildPage`): who they are with their contacts, their family, and other records of theirs. */
export async function composeChild(
  schools: readonly SchoolName[],
  identity: Identity,
  read: ReadJson,
  id: unknown,
): Promise<Result<string>> {
  // Asked together, so that one sync makes both looks durable.
  const [child, family, same] = await Promise.all([
    read(readChild, identity, { id }),
    read(listFamily, identity, { id }),
    read(listSameChild, identity, { id }),
  ]);
  if (!child.ok) return child;
  if (!family.ok) return family;
  if (!same.ok) return same;
  const names = JSON.stringify(schools.map(({ id: school, name }) => ({ id: school, name })));
  // The parts are JSON already, each with its digest in the journal: they go out as they are.
  const parts = `"child":${child.answer},"family":${family.answer},"same":${same.answer}`;
  return { ok: true, answer: `{${parts},"schools":${names}}` };
}
