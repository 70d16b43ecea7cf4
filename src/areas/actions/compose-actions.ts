import type { Identity } from '../../access/types.ts';
import type { Result } from '../../perform/problem.ts';
import type { ReadJson } from '../../perform/types.ts';
import { listOpenActions, listOwnActions } from './views.ts';

/** One's own actions, and for somebody who leads those of the school, in one answer (`ActionDesk`). */
export async function composeActions(leads: boolean, identity: Identity, read: ReadJson): Promise<Result<string>> {
  const mine = await read(listOwnActions, identity, {});
  if (!mine.ok || !leads) return mine.ok ? { ok: true, answer: `{"mine":${mine.answer}}` } : mine;
  const open = await read(listOpenActions, identity, {});
  // The pages are JSON already, with their digests in the journal: they go out as they are.
  return open.ok ? { ok: true, answer: `{"mine":${mine.answer},"open":${open.answer}}` } : open;
}
