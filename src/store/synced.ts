import type { Outcome, Sighting, SyncedChange, SyncPage } from '../ports/sync.ts';

/** Columns that tell where a row lies and how old it is; nobody is shown them. */
const unseen = ['itemId', 'etag', 'rev', 'filedRev'];

/** What a page changed that somebody may be shown. */
export const changeOf = (outcome: Outcome): readonly SyncedChange[] => {
  const { write } = outcome;
  const fields = Object.keys(write?.columns ?? {}).filter((name) => !unseen.includes(name));
  return write && fields.length > 0 ? [{ id: write.id, fields }] : [];
};

/** The cursor's columns, as both engines keep them. */
export const cursorRow = <S extends Sighting>({ next }: SyncPage<S>) => ({
  link: next.link ?? null,
  enumerating: Number(next.enumerating),
  again: Number(next.again),
});
