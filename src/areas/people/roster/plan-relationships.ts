import type { Instant } from '../../../ports/clock.ts';
import { differing, type Kept } from './plan-people.ts';
import type { SchoolRoster } from './roster-of-school.ts';
import type { RosterChange, RosterCount, RosterRecord } from './roster-plan.ts';
import type { RelationshipRow, RosterFault } from './rows.ts';

/** Who belongs to which child, as Lantern has it. */
export interface KnownRelationship extends Omit<Kept, 'rosterSource'> {
  readonly pupilId: string;
  readonly contactId: string;
  readonly relationship: string;
}

interface Wanted {
  readonly row: RelationshipRow;
  readonly pupilId: string;
  readonly contactId: string;
}

const keyOf = ({ pupilId, contactId }: Pick<KnownRelationship, 'pupilId' | 'contactId'>) => `${pupilId} ${contactId}`;
const unknownContact = 'The contact that this names does not stand in the files. The relationship was left out.';

/** What is said of one child and one contact twice and differently is said by the lesser word, so that the order does not matter. */
const surer = (one: Wanted, other: Wanted | undefined) =>
  other && other.row.relationship < one.row.relationship ? other : one;

/**
 * What a roster changes about who belongs to whom.
 * @param pupils ids of records by ids of the roster, of those who were taken
 */
export function planRelationships(
  now: Instant,
  known: readonly KnownRelationship[],
  rows: Pick<SchoolRoster, 'relationships' | 'saysRelationships' | 'unread'>,
  pupils: ReadonlyMap<string, string>,
  contacts: ReadonlyMap<string, string>,
  idOf: (record: RosterRecord, key: string) => string,
): { readonly changes: readonly RosterChange[]; readonly count: RosterCount; readonly faults: readonly RosterFault[] } {
  const faults: RosterFault[] = [];
  const wanted = new Map<string, Wanted>();
  for (const row of rows.relationships) {
    const [pupilId, contactId] = [pupils.get(row.sourceId), contacts.get(row.contact)];
    if (contactId === undefined) faults.push({ file: row.file, line: row.line, why: unknownContact });
    if (pupilId === undefined || contactId === undefined) continue;
    const key = keyOf({ pupilId, contactId });
    wanted.set(key, surer({ row, pupilId, contactId }, wanted.get(key)));
  }
  const there = new Map(known.map((record) => [keyOf(record), record]));
  const created: RosterChange[] = [];
  const changed: RosterChange[] = [];
  for (const [key, { row, pupilId, contactId }] of wanted) {
    const { relationship } = row;
    const record = there.get(key);
    if (!record) {
      const id = idOf('relationship', key);
      created.push({ kind: 'create', record: 'relationship', id, values: { pupilId, contactId, relationship } });
      continue;
    }
    const values = differing({ relationship, leftAt: null }, record);
    if (Object.keys(values).length > 0)
      changed.push({ kind: 'update', record: 'relationship', id: record.id, rev: record.rev, values });
  }
  // Only of children who stand in the files, and only where nothing was lost on the way.
  const taken = new Set(pupils.values());
  const whole = rows.saysRelationships && rows.unread === 0 && faults.length === 0;
  const left = known
    .filter((record) => whole && taken.has(record.pupilId) && record.leftAt === null && !wanted.has(keyOf(record)))
    .map(({ id, rev }): RosterChange => ({ kind: 'update', record: 'relationship', id, rev, values: { leftAt: now } }));
  const unchanged = wanted.size - created.length - changed.length;
  return {
    changes: [...created, ...changed, ...left],
    count: { created: created.length, changed: changed.length, left: left.length, unchanged },
    faults,
  };
}
