import type { DocumentItem } from './contract.ts';
import type { DocumentRow } from './queries.ts';
import { mayLeave } from './rules.ts';

type May = (verb: string, record: object) => boolean;

/** A row as a document, field by field; nothing for a concern without one. */
export function presentDocument(row: DocumentRow, may: May): readonly DocumentItem[] {
  const { id, kind, name, source, mediaType, size, digest, originalDigest, state, addedByName, addedAt } = row;
  if (id === null || kind === null || name === null || source === null || state === null) return [];
  if (mediaType === null || size === null || digest === null || addedByName === null || addedAt === null) return [];
  return [
    {
      ...{ id, kind, name, source, mediaType, size, digest, state, addedAt },
      ...(row.madeOn !== null && { madeOn: row.madeOn }),
      ...(row.madeBy !== null && { madeBy: row.madeBy }),
      ...(digest !== originalDigest && { cleaned: true }),
      ...(row.threat !== null && { threat: row.threat }),
      inLibrary: row.driveItemId !== null,
      ...(row.retentionLabel !== null && { retentionLabel: row.retentionLabel }),
      addedBy: addedByName,
      filed: row.stopped !== null ? 'stopped' : row.filedRev === row.rev ? 'filed' : 'received',
      open: mayLeave(state) && may('download-document', { school: row.concernSchool }),
    },
  ];
}
