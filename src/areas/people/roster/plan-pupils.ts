import type { Instant } from '../../../ports/clock.ts';
import { fold } from '../match-child.ts';
import { notGiven } from './not-given.ts';
import { pairPeople, type Sign } from './pair-people.ts';
import { planPeople, type Kept } from './plan-people.ts';
import { presentValues } from './present-values.ts';
import type { RosterRecord, RosterValues } from './roster-plan.ts';
import type { SchoolRoster } from './roster-of-school.ts';
import type { PupilRow } from './rows.ts';

/** A child as Lantern has it. */
export interface KnownPupil extends Kept {
  readonly givenName: string;
  readonly familyName: string;
  readonly knownAs: string | null;
  readonly formerNames: string | null;
  readonly birthDate: string | null;
  readonly upn: string | null;
  readonly yearGroup: string;
  readonly formGroup: string;
  readonly sourceId: string | null;
  /** Id of the record that this child goes on as. */
  readonly mergedInto: string | null;
}

type Name = Pick<KnownPupil, 'givenName' | 'familyName'>;
const folded = ({ givenName, familyName }: Name) => `${fold(givenName).join(' ')} ${fold(familyName).join(' ')}`;
const longestHistory = 4_000;

const bySync = ({ rosterSource }: KnownPupil) => rosterSource === 'school-data-sync';
const isOnlyName = (record: KnownPupil) =>
  record.birthDate === null && record.upn === null && (record.sourceId === null || bySync(record));

type Signs = readonly [Sign<PupilRow, KnownPupil>, ...Sign<PupilRow, KnownPupil>[]];

/** Of two records that are one child a row without the id of either means the one that goes on; the other where that one has its row. */
function goingOnFirst([byId, ...others]: Signs): Signs {
  const only = (sign: Sign<PupilRow, KnownPupil>, goesOn: boolean): Sign<PupilRow, KnownPupil> => ({
    ...sign,
    record: (record) => ((record.mergedInto === null) === goesOn ? sign.record(record) : undefined),
  });
  return [byId, ...others.flatMap((sign) => [only(sign, true), only(sign, false)])];
}

/**
 * The surest first. A name alone counts only for a child of whom nothing else is known, in the same year group; and for School
 * Data Sync, whose ids may be others than the files', so that nobody is made a second time.
 */
const signsOf = (synced: boolean): Signs => [
  { what: 'id', row: (row) => row.sourceId, record: (record) => record.sourceId ?? undefined },
  { what: 'unique pupil number', row: (row) => row.upn, record: (record) => record.upn ?? undefined },
  {
    what: 'name and date of birth',
    row: (row) => row.birthDate && `${folded(row)} ${row.birthDate}`,
    record: (record) => (record.birthDate === null ? undefined : `${folded(record)} ${record.birthDate}`),
  },
  {
    what: 'name and form',
    row: (row) => row.formGroup && `${folded(row)} ${row.formGroup}`,
    record: (record) => (synced || isOnlyName(record) ? `${folded(record)} ${record.formGroup}` : undefined),
  },
  { what: 'name', row: folded, record: (record) => (synced || isOnlyName(record) ? folded(record) : undefined) },
];

/** An id that was given to somebody else since: no name in common, and not the same day of birth. */
const contradicts =
  (synced: boolean) =>
  (row: PupilRow, record: KnownPupil): boolean => {
    const names = new Set([...fold(record.givenName), ...fold(record.familyName), ...fold(record.knownAs ?? '')]);
    const shared = [...fold(row.givenName), ...fold(row.familyName), ...fold(row.knownAs ?? '')].some((word) =>
      names.has(word),
    );
    const born = row.birthDate !== undefined && row.birthDate === record.birthDate;
    const numbered = row.upn !== undefined && row.upn === record.upn;
    const byName = row.sourceId !== record.sourceId && !born && !numbered;
    if (byName && (synced || isOnlyName(record)))
      return row.yearGroup !== undefined && row.yearGroup !== record.yearGroup && record.yearGroup !== notGiven;
    return !shared && !born && !numbered;
  };

/** Earlier names, newest first, without the one that the child has now. */
function formerNames(row: PupilRow, record: KnownPupil): RosterValues {
  const full = (given: string, family: string) => `${given} ${family}`;
  const before = [full(record.givenName, record.familyName)];
  if (record.knownAs !== null) before.push(full(record.knownAs, record.familyName));
  const now = new Set([full(row.givenName, row.familyName), full(row.knownAs ?? record.knownAs ?? '', row.familyName)]);
  const all = [...before, ...(record.formerNames?.split('\n') ?? [])];
  const text = [...new Set(all)]
    .filter((name) => !now.has(name))
    .join('\n')
    .slice(0, longestHistory);
  return text === '' ? {} : { formerNames: text };
}

const said = ({ givenName, familyName, middleNames, knownAs, birthDate, upn, yearGroup, formGroup }: PupilRow) => ({
  givenName,
  familyName,
  ...presentValues({ middleNames, knownAs, birthDate, upn, yearGroup, formGroup }),
});

/**
 * What a roster changes about a school's children.
 * @param idOf the id of a new record: the same for the same roster id, so that nobody is made twice
 */
export function planPupils(
  now: Instant,
  records: readonly KnownPupil[],
  rows: Pick<SchoolRoster, 'pupils' | 'named' | 'unread' | 'synced'>,
  idOf: (record: RosterRecord, key: string) => string,
) {
  const named = new Set(rows.named);
  const synced = rows.synced === true;
  const pairs = pairPeople(rows.pupils, records, goingOnFirst(signsOf(synced)), contradicts(synced));
  // The first roster brings everybody; only who comes after that has a file to be asked for.
  const knowsMost = pairs.pairs.length >= pairs.fresh.length && records.some(({ sourceId }) => sourceId !== null);
  const joins = { earlierFile: 'to-ask' } as const;
  const here = new Set(pairs.pairs.map(({ record }) => record.mergedInto));
  const plan = planPeople(pairs, records, {
    record: 'pupil',
    now,
    idOf,
    synced,
    said,
    fresh: (row) => ({
      yearGroup: notGiven,
      formGroup: notGiven,
      ...said(row),
      ...(knowsMost && joins),
    }),
    // Who comes back has been at another school meanwhile.
    changed: (row, record) => ({
      ...said(row),
      ...formerNames(row, record),
      ...(record.leftAt !== null && joins),
    }),
    // Where a row could not be read, whoever is missing may stand in it. A child whom it names by their other record is there.
    leaves: ({ id, sourceId }) => rows.unread === 0 && !named.has(sourceId ?? '') && !here.has(id),
  });
  return { plan, faults: pairs.faults };
}
