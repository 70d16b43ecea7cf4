import { z } from 'zod';
import type { School } from '../config.ts';
import type { Graph } from '../ports/graph.ts';
import type { UntoldAct } from '../ports/sync.ts';
import type { RecordType } from '../records/define-record.ts';
import { createSites } from './sites.ts';

const identity = z.object({ displayName: z.string().min(1) }).optional();
const written = z.object({
  eTag: z.string(),
  lastModifiedBy: z.object({ user: identity, application: identity }),
});

export interface WhoWroteParts {
  readonly graph: Graph;
  readonly schools: readonly School[];
  readonly types: readonly RecordType[];
}

/**
 * Asks Graph who wrote a row last: changes do not say. Told only for the very version that was seen; whoever wrote since is not
 * charged with it.
 * @returns the name of the person or application; undefined where Graph does not give it
 * @throws GraphUnreachable when an answer did not come
 */
export function createWhoWrote(parts: WhoWroteParts) {
  const sites = createSites(parts);
  return async ({ kind, school, record, itemId, etag }: UntoldAct): Promise<string | undefined> => {
    const type = parts.types.find(({ name }) => name === record);
    if (!type || kind === 'removed') return undefined;
    const located = await sites.locate(school, type);
    if (!located.found) return undefined;
    const { body } = await parts.graph.call({
      method: 'GET',
      path: `${located.path}/items/${encodeURIComponent(itemId)}`,
    });
    const row = written.safeParse(body);
    if (!row.success || row.data.eTag !== etag) return undefined;
    const { user, application } = row.data.lastModifiedBy;
    return user?.displayName ?? application?.displayName;
  };
}
