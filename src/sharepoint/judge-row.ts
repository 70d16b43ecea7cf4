import type { Instant } from '../ports/clock.ts';
import type { FieldChange, HeldRow, Judge, Known, OutsideAct, Outcome, Sighting } from '../ports/sync.ts';
import type { RecordType } from '../records/define-record.ts';
import { alike } from './merge.ts';
import { cell, type FiledRow } from './rows.ts';
import { compareVersions } from './row-version.ts';
import { isReadable, valueTaken } from './value-taken.ts';

/** A row as Graph showed it. */
export interface StandingRow extends Sighting {
  readonly etag: string;
  /** What it holds, where Lantern's own columns are filled. */
  readonly filed?: FiledRow | undefined;
  /** It was read by itself just now, and not found among changes. */
  readonly direct?: true;
}

/** A row as Graph showed it, or that it is gone. */
export type SeenRow = StandingRow | (Sighting & { readonly gone: true });

export interface JudgeParts {
  readonly type: RecordType;
  /** The list's. */
  readonly school: string;
  /** The school's time. */
  readonly now: Instant;
  /** Whether a row that Lantern never wrote is told of: it gives a right behind Lantern's back. */
  readonly alarming: boolean;
}

const nothing: Outcome = {};
const later: Outcome = { later: true };
const ourKey = /^[0-9a-f]{32}$/;
/** A whole number of 32 bits, in every store. */
const isRevision = (rev: number) => Number.isInteger(rev) && rev >= 1 && rev < 2 ** 31;

/**
 * What a row of SharePoint means for what Lantern holds. Pure: every rule of the sync stands here.
 *
 * SharePoint is the record, so what stands there goes into the projection, and what Lantern did not write is told. Values are
 * compared and not eTags, for SharePoint counts versions of its own accord. What is older than what Lantern has seen is no news,
 * and a record with an act on its way is left to filing: that act's own write brings the row up again.
 */
export const judgeRow =
  (parts: JudgeParts): Judge<SeenRow> =>
  (seen, known) => {
    const { byKey, byItem } = known;
    if ('gone' in seen) return byItem ? removed(byItem, seen, parts.now) : nothing;
    if (byItem && byItem.id !== seen.key) return keyLost(byItem, seen);
    if (!seen.filed || (byKey && byKey.school !== parts.school)) return untaken(seen);
    return byKey ? compared(parts.type, byKey, seen, seen.filed) : unknown(parts, seen, seen.filed, known);
  };

const outside = (
  kind: OutsideAct['kind'],
  { itemId, etag }: { readonly itemId: string; readonly etag?: string | undefined },
  subject: string,
  fields: readonly FieldChange[] = [],
): Pick<Outcome, 'outside'> => ({ outside: { kind, subject, itemId, etag: etag ?? '', fields } });

/** What Lantern held stays readable: nothing is lost by somebody else's deleting it. An act on its way is filing's to settle. */
function removed(held: HeldRow, { itemId }: Sighting, now: Instant): Outcome {
  if (held.removedAt !== undefined) return nothing;
  return {
    write: { kind: 'change', id: held.id, columns: { removedAt: now } },
    ...outside('removed', { itemId, etag: held.etag }, held.id),
  };
}

/** The row of a record that does not say so any more. It is told; which record it is, Lantern knows by the row's own id. */
function keyLost(held: HeldRow, seen: StandingRow): Outcome {
  if (compareVersions(seen.etag, held.etag) === 'older') return nothing;
  return outside('changed', seen, held.id, [{ field: 'RequestKey', was: held.id, is: seen.key }]);
}

const untaken = (seen: StandingRow): Outcome => outside('untaken', seen, '');

function compared(type: RecordType, held: HeldRow, seen: StandingRow, filed: FiledRow): Outcome {
  const age = compareVersions(seen.etag, held.etag);
  if (age === 'older') return nothing;
  // Somebody may have written between the act and its confirmation, and the row need not come up again.
  if (held.stopped || held.rev > held.filedRev) return later;
  // Without an eTag to go by, a revision below the one that is filed may be an old copy.
  if (age === undefined && filed.rev < held.filedRev && !seen.direct) return later;
  const place = age === 'same' && held.itemId === seen.itemId ? {} : { itemId: seen.itemId, etag: seen.etag };
  const ahead = isRevision(filed.rev) && filed.rev > held.rev ? { rev: filed.rev, filedRev: filed.rev } : {};
  const back = held.removedAt === undefined ? {} : { removedAt: null };
  const changes = changesOf(type, held, filed);
  const values = Object.fromEntries(
    changes.flatMap(({ field, is }) => {
      const declared = type.fields[field];
      return declared ? [[field, valueTaken(declared, held.values[field], is ?? undefined)]] : [];
    }),
  );
  const columns = { ...place, ...ahead, ...back, ...values };
  return {
    ...(Object.keys(columns).length > 0 && { write: { kind: 'change', id: held.id, columns } }),
    ...(changes.length > 0
      ? outside('changed', seen, held.id, changes)
      : held.removedAt !== undefined && outside('restored', seen, held.id)),
    ...(changes.length > 0 && { counted: type.counted?.(filed) }),
  };
}

/** Fields that SharePoint holds otherwise than Lantern wrote them. The reference is looked at and never taken over: people use it. */
function changesOf(type: RecordType, held: HeldRow, filed: FiledRow): readonly FieldChange[] {
  const changes = Object.entries(type.fields)
    .map(([field, declared]) => ({
      field,
      was: held.values[field] ?? null,
      is: filed.values[field] ?? null,
      ours: cell(declared, held.values[field] ?? null),
    }))
    .filter(({ ours, is }) => !alike(ours, is))
    .map(({ field, was, is }) => ({ field, was, is }));
  const ref = alike(held.ref, filed.ref) ? [] : [{ field: 'ref', was: held.ref ?? null, is: filed.ref ?? null }];
  return [...changes, ...ref];
}

/** A row that Lantern wrote once and has lost, or that somebody made to look so. */
function unknown({ type, school, alarming }: JudgeParts, seen: StandingRow, filed: FiledRow, known: Known): Outcome {
  if (!ourKey.test(filed.id) || !isRevision(filed.rev) || known.refTaken) return untaken(seen);
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(type.fields)) {
    const theirs = filed.values[name];
    // A moment that has to be there and is not cannot be made up.
    const takable = theirs === undefined ? !(field.kind === 'instant' && field.required) : isReadable(field, theirs);
    if (!takable) return untaken(seen);
    values[name] = valueTaken(field, undefined, theirs);
  }
  const { itemId, etag } = seen;
  const { rev, ref } = filed;
  return {
    write: {
      kind: 'add',
      id: filed.id,
      columns: { school, ref: ref ?? null, rev, filedRev: rev, itemId, etag, ...values },
    },
    counted: type.counted?.({ ...filed, school }),
    ...(alarming && !known.learning && outside('granted', seen, filed.id, grantedFields(filed))),
  };
}

const grantedFields = ({ values }: FiledRow): readonly FieldChange[] =>
  Object.entries(values).map(([field, is]) => ({ field, was: null, is }));
