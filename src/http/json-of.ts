import type { Read } from '../perform/read.ts';
import type { ReadFn } from './parts.ts';

/** The tab gets the very JSON whose digest the journal holds. */
export function jsonOf(read: Read): ReadFn {
  return async (view, identity, params) => {
    const shown = await read(view, identity, params);
    return shown.ok ? { ok: true, answer: shown.answer.json } : shown;
  };
}
