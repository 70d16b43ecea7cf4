import type { Commit } from '../perform/store.ts';
import type { FilingPayload } from '../ports/outbox.ts';
import type { RecordPatch } from '../records/patch.ts';

/** What a patch means for its row in SharePoint, but for what only the row before it tells: `school` and `ref` of an update, and `base`. */
export function filingOf(commit: Commit, patch: RecordPatch) {
  return {
    kind: patch.kind,
    record: patch.type.name,
    id: patch.id,
    rev: patch.kind === 'create' ? 1 : patch.rev + 1,
    values: patch.values,
    actorId: commit.key.person,
    actorName: commit.actorName,
    at: commit.entry.at,
    ...(patch.kind === 'create' && { school: patch.school, ...(patch.ref !== undefined && { ref: patch.ref }) }),
  } satisfies Partial<FilingPayload>;
}
