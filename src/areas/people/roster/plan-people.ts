import type { Instant } from '../../../ports/clock.ts';
import type { Pairs } from './pair-people.ts';
import type { RosterChange, RosterCount, RosterRecord, RosterValues } from './roster-plan.ts';
import type { Placed } from './rows.ts';
import { notGiven } from './not-given.ts';

/** What every planned record has. */
export interface Kept {
  readonly id: string;
  readonly rev: number;
  readonly leftAt: string | null;
  /** Set for somebody whom School Data Sync alone has named. */
  readonly rosterSource: string | null;
}

export interface PeoplePlan<R, C> {
  readonly changes: readonly RosterChange[];
  readonly count: RosterCount;
  /** The record's id for each row that was taken, by the row's id in the roster. */
  readonly ids: ReadonlyMap<string, string>;
  readonly leavers: readonly C[];
  readonly joiners: readonly R[];
}

export interface PeopleSettings<R, C> {
  readonly record: RosterRecord;
  readonly now: Instant;
  readonly idOf: (record: RosterRecord, key: string) => string;
  /** The roster comes from School Data Sync. */
  readonly synced: boolean;
  /** What the row itself says. */
  said(row: R): RosterValues;
  /** Values of a new record. */
  fresh(row: R): RosterValues;
  /** Every value that the row says about a record that is there; those that are the same already are left out afterwards. */
  changed(row: R, record: C): RosterValues;
  /** Whether somebody who is missing has left. */
  leaves(record: C): boolean;
}

/** What of `values` is not so already. */
export const differing = (values: RosterValues, record: object): RosterValues =>
  Object.fromEntries(
    Object.entries(values).filter(([name, value]) => value !== ((record as Record<string, unknown>)[name] ?? null)),
  );

/** What School Data Sync says of somebody whom it did not bring: only what is empty. The school's files and its own words go first. */
const fillingIn = (said: RosterValues, record: object): RosterValues =>
  Object.fromEntries(
    Object.entries(said).filter(([name, value]) => {
      const has = (record as Record<string, unknown>)[name] ?? null;
      return value !== null && (has === null || has === notGiven);
    }),
  );

/** Turns pairs of rows and records into changes: who is new, who is changed or back, who has left. */
export function planPeople<R extends Placed, C extends Kept>(
  { pairs, fresh, held }: Pairs<R, C>,
  records: readonly C[],
  settings: PeopleSettings<R, C>,
): PeoplePlan<R, C> {
  const { record: type, now, idOf, synced } = settings;
  const rosterSource = synced ? 'school-data-sync' : null;
  const brought = (record: C) => record.rosterSource === rosterSource;
  const taken = new Set(records.map(({ id }) => id));
  /** A roster can give an id to somebody else, whose record began under it: that one stays as it is, and a second is made. */
  const freshId = (sourceId: string): string => {
    let id = idOf(type, sourceId);
    for (let n = 2; taken.has(id); n++) id = idOf(type, `${sourceId}\n${n}`);
    return id;
  };
  const created = fresh.map((row): RosterChange => {
    const id = freshId(row.sourceId);
    return {
      kind: 'create',
      record: type,
      id,
      values: { ...settings.fresh(row), sourceId: row.sourceId, ...(synced && { rosterSource }) },
    };
  });
  const changed = pairs.flatMap(({ row, record }): RosterChange[] => {
    const whole = { ...settings.changed(row, record), sourceId: row.sourceId, rosterSource, leftAt: null };
    const wanted = synced && !brought(record) ? fillingIn(settings.said(row), record) : whole;
    const values = differing(wanted, record);
    return Object.keys(values).length === 0
      ? []
      : [{ kind: 'update', record: type, id: record.id, rev: record.rev, values }];
  });
  const seen = new Set(pairs.map(({ record }) => record));
  const leavers = records.filter(
    (record) =>
      !seen.has(record) &&
      !held.has(record) &&
      record.leftAt === null &&
      (!synced || brought(record)) &&
      settings.leaves(record),
  );
  const left = leavers.map(({ id, rev }): RosterChange => ({
    kind: 'update',
    record: type,
    id,
    rev,
    values: { leftAt: now },
  }));
  const ids = [
    ...pairs.map(({ row, record }) => [row.sourceId, record.id] as const),
    ...fresh.map((row) => [row.sourceId, freshId(row.sourceId)] as const),
  ];
  return {
    changes: [...created, ...changed, ...left],
    count: {
      created: created.length,
      changed: changed.length,
      left: left.length,
      unchanged: pairs.length - changed.length,
    },
    ids: new Map(ids),
    leavers,
    joiners: fresh,
  };
}
