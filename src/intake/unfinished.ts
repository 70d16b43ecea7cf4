import type { Identity } from '../access/types.ts';
import type { UnfinishedUpload } from '../areas/files/contract.ts';
import { unfinishedHours } from '../areas/files/fields.ts';
import { listUploads } from '../areas/files/list-uploads.ts';
import type { Result } from '../perform/problem.ts';
import type { Read } from '../perform/read.ts';
import type { Clock } from '../ports/clock.ts';
import type { Spool } from './create-spool.ts';
import { isOwnUpload } from './is-own-upload.ts';

export interface UnfinishedParts {
  readonly spool: Pick<Spool, 'all'>;
  readonly read: Read;
  /** The machine's. */
  readonly clock: Clock;
  readonly isDocument: (tenant: string, id: string) => Promise<boolean>;
}

const hour = 3_600_000;

/**
 * A person's own uploads to a concern that have not become documents, oldest first. Where there are none nothing is shown of
 * the concern, and there is nothing to journal; where there are, whoever may no longer add to it does not see them either.
 */
export function createUnfinished({ spool, read, clock, isDocument }: UnfinishedParts) {
  return async (identity: Identity, concern: string): Promise<Result<readonly UnfinishedUpload[]>> => {
    const unfinished: UnfinishedUpload[] = [];
    for (const upload of await spool.all(identity.tenant)) {
      if (!isOwnUpload(upload, identity) || upload.about.concern !== concern) continue;
      const hoursLeft = unfinishedHours - (Date.parse(clock.now()) - Date.parse(upload.at)) / hour;
      if (hoursLeft <= 0 || (await isDocument(identity.tenant, upload.id))) continue;
      const { id, size, arrived, about } = upload;
      unfinished.push({ id, size, arrived, name: about.name, hoursLeft: Math.floor(hoursLeft) });
    }
    if (unfinished.length === 0) return { ok: true, answer: [] };
    const may = await read(listUploads, identity, { id: concern });
    return may.ok ? { ok: true, answer: unfinished } : may;
  };
}
