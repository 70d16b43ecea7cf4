import { sql, type Kysely, type RawBuilder } from 'kysely';
import { defineQuery, type Placeholders } from '../../records/query.ts';
import type { ConflictTable, TableOf } from '../../records/table.ts';
import type { RollEntry } from '../people/queries.ts';
import type { pupil } from '../people/record.ts';
import type { ConflictRow } from '../outside/rules.ts';
import { concernStatus, settledStatuses, type addendumKind } from './fields.ts';
import type { concern, concernAddendum } from './record.ts';

interface Tables {
  concern: TableOf<typeof concern>;
  concernAddendum: TableOf<typeof concernAddendum>;
  pupil: TableOf<typeof pupil>;
  conflict: ConflictTable;
}

const listed = [
  ...(['id', 'ref', 'status', 'urgency', 'safeNow', 'childAsTyped', 'childName', 'childState', 'yearGroup'] as const),
  ...(['reporterName', 'reportedAt', 'takenByName', 'rev', 'filedRev', 'stopped', 'removedAt'] as const),
  'moreChildren',
] as const;
export type ListedRow = Pick<Tables['concern'], (typeof listed)[number]> & {
  /** 1 where it holds something that the person who asks was not shown yet. */
  unread?: number;
};

/** Concerns on one page of the list. */
export const pageSize = 25;
/** A reporter's newest receipts. */
const ownReports = 50;

/**
 * Whether a concern holds something that a person was not shown: the report itself, an addendum, or that it was handed to them.
 * What they wrote themselves they know. No join: it would have SQLite begin a search at the wrong table.
 */
const isUnread = (person: string) => {
  const upto = sql`(select seen.upto from seen where seen.tenant = concern.tenant and seen.person = ${person}
    and seen.subject = concern.id)`;
  return sql<boolean>`(case
    when ${sql.ref('concern.reporterId')} <> ${person} and ${upto} is null then true
    when ${sql.ref('concern.takenById')} = ${person} and ${sql.ref('concern.handedOverAt')} > coalesce(${upto}, '') then true
    else exists (select 1 from "concernAddendum" as addendum where addendum.tenant = concern.tenant
      and addendum.school = concern.school and addendum."concernId" = concern.id and addendum.kind = ${sql.lit('addendum')}
      and addendum."reporterId" <> ${person} and addendum."reportedAt" > coalesce(${upto}, '')) end)`;
};
const oneIf = (condition: RawBuilder<boolean>) => sql<number>`case when ${condition} then 1 else 0 end`;

/** What a list is narrowed to, and where the page before it ended: the time and the id of its last row. */
export interface ListValues {
  /** Who asks: their Entra object id. */
  person: string;
  /** Only concerns with which something is still to be done. */
  open?: true | undefined;
  /** Only concerns that nobody has taken. */
  waiting?: true | undefined;
  /** Only concerns that they have taken. */
  mine?: true | undefined;
  /** Only concerns that hold something they were not shown yet. */
  unread?: true | undefined;
  urgency?: string | undefined;
  yearGroup?: string | undefined;
  beforeAt?: string | undefined;
  beforeId?: string | undefined;
}

/** Ends with no condition while no status is declared at which a concern is settled. */
function stillOpen(): readonly RawBuilder<boolean>[] {
  const settled = settledStatuses
    .filter((status) => Object.hasOwn(concernStatus, status))
    .map((status) => sql.lit(status));
  return settled.length === 0 ? [] : [sql<boolean>`concern.status not in (${sql.join(settled)})`];
}

/** A page, newest first, and one more row when there is a next page. */
function pageOfConcerns(
  tables: Kysely<Tables>,
  value: Placeholders<ListValues>,
  has: (name: keyof ListValues) => boolean,
) {
  const narrowed = [
    ...(has('open') ? stillOpen() : []),
    ...(has('waiting') ? [sql<boolean>`concern.status = ${sql.lit('submitted')}`] : []),
    ...(has('mine') ? [sql<boolean>`${sql.ref('concern.takenById')} = ${value('person')}`] : []),
    ...(has('unread') ? [isUnread(value('person'))] : []),
    ...(has('urgency') ? [sql<boolean>`concern.urgency = ${value('urgency')}`] : []),
    ...(has('yearGroup') ? [sql<boolean>`${sql.ref('concern.yearGroup')} = ${value('yearGroup')}`] : []),
  ];
  const all = narrowed
    .reduce((query, condition) => query.where(condition), tables.selectFrom('concern'))
    .select(listed)
    .select(oneIf(isUnread(value('person'))).as('unread'))
    .orderBy('reportedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(pageSize + 1);
  if (!has('beforeAt')) return all;
  const last = sql`(${value('beforeAt')}, ${value('beforeId')})`;
  return all.where(sql<boolean>`(${sql.ref('concern.reportedAt')}, ${sql.ref('concern.id')}) < ${last}`);
}

/** A page of concerns, newest first. */
export const concernsNewestFirst = defineQuery<Tables, ListValues, ListedRow>('concerns-newest-first', pageOfConcerns);

/** Open concerns of one status, urgency and year group, and how many of them a person has taken, and has yet to read. */
export type CountRow = Pick<Tables['concern'], 'status' | 'urgency' | 'yearGroup'> & Record<Counted, number>;
export type Counted = 'count' | 'mine' | 'unread';

const summed = (what: RawBuilder<number>) => sql<number>`cast(sum(${what}) as integer)`;

/** How many concerns are open, by status, urgency and year group, and what they are to the person who asks. */
export const concernCounts = defineQuery<Tables, { person: string }, CountRow>('concern-counts', (tables, value) =>
  stillOpen()
    .reduce((query, condition) => query.where(condition), tables.selectFrom('concern'))
    .select(['status', 'urgency', 'yearGroup'])
    .select(sql<number>`cast(count(*) as integer)`.as('count'))
    .select(summed(oneIf(sql<boolean>`${sql.ref('concern.takenById')} = ${value('person')}`)).as('mine'))
    .select(summed(oneIf(isUnread(value('person')))).as('unread'))
    .groupBy(['status', 'urgency', 'yearGroup']),
);

/** Values of a search: words, and where the page before it ended. */
export interface SearchValues extends ListValues {
  words: string;
}

/** A page of the concerns that hold all these words, or words that begin so; newest first. */
export const concernsFound = defineQuery<Tables, SearchValues, ListedRow>('concerns-found', pageOfConcerns, 'words');

/** What a receipt and a card are made of: a row of the list, and how it was judged. */
const outline = [...listed, 'triageOutcome', 'continuedAsRef'] as const;
export type OutlineRow = Pick<Tables['concern'], (typeof outline)[number]>;

export type ConcernRow = Tables['concern'] & {
  more: string;
  added: string;
  decisions: number;
  persons: number;
  outside: number;
};

/** The texts of a concern's addenda of one kind in order, as a JSON list; `text` says what of each. */
const textsOf = (kind: keyof typeof addendumKind, text: RawBuilder<unknown>) =>
  sql<string>`(select json_group_array(entry) from (select ${text} as entry from "concernAddendum" as addendum
    where addendum.tenant = concern.tenant and addendum.school = concern.school and addendum."concernId" = concern.id
      and coalesce(addendum.kind, 'overflow') = ${sql.lit(kind)} order by addendum."reportedAt", addendum.number) as part)`;

const lineBreak = sql.lit('\n');
/** When, by whom, whether SharePoint holds it, and the text, a line for each: what both engines can put into one value. */
const written = sql`addendum."reportedAt" || ${lineBreak} || addendum."reporterName" || ${lineBreak}
  || case when addendum."filedRev" = addendum.rev then 'filed' else 'received' end || ${lineBreak} || addendum.words`;

const decisionsCounted = sql<number>`(select cast(count(*) as integer) from "concernDecision" as decision
  where decision.tenant = concern.tenant and decision.school = concern.school and decision."concernId" = concern.id)`;

const personsCounted = sql<number>`(select cast(count(*) as integer) from "concernPerson" as person
  where person.tenant = concern.tenant and person.school = concern.school and person."concernId" = concern.id)`;

const outsideCounted = sql<number>`(select cast(count(*) as integer) from "outsideChange" as outside
  where outside.tenant = concern.tenant and outside.school = concern.school and outside."concernId" = concern.id)`;

/**
 * One concern with the rest of its text: `more` is a JSON list of the pieces that its column did not hold, `added` one of what
 * was added later, `decisions`, `persons` and `outside` say how many there are.
 */
export const concernById = defineQuery<Tables, { id: string }, ConcernRow>('concern-by-id', (tables, value) =>
  tables
    .selectFrom('concern')
    .selectAll('concern')
    .select(textsOf('overflow', sql`addendum.words`).as('more'))
    .select(textsOf('addendum', written).as('added'))
    .select(decisionsCounted.as('decisions'))
    .select(personsCounted.as('persons'))
    .select(outsideCounted.as('outside'))
    .where('concern.id', '=', value('id')),
);

/** One concern without its narrative: for cards and receipts. */
export const concernOutline = defineQuery<Tables, { id: string }, OutlineRow>('concern-outline', (tables, value) =>
  tables.selectFrom('concern').select(outline).where('id', '=', value('id')),
);

/** What stands in the way of filing a concern. */
export const conflictOfConcern = defineQuery<Tables, { id: string }, ConflictRow>(
  'conflict-of-concern',
  (tables, value) =>
    tables
      .selectFrom('concern')
      .leftJoin('conflict', (join) =>
        join
          .onRef('conflict.tenant', '=', 'concern.tenant')
          .onRef('conflict.subject', '=', 'concern.id')
          .on('conflict.record', '=', 'concern'),
      )
      .select(['conflict.field', 'conflict.base', 'conflict.ours', 'conflict.theirs'])
      .where('concern.id', '=', value('id'))
      .orderBy('conflict.field'),
);

/** One child on the roll; on an empty roll one row without a child. */
export type CandidateRow = { [K in keyof RollEntry]: RollEntry[K] | null } & { childAsTyped: string };

/** The roll of the school of a concern whose child may still be asked about; no row at all without such a concern. */
export const rollOfConcern = defineQuery<Tables, { id: string }, CandidateRow>('roll-of-concern', (tables, value) =>
  tables
    .selectFrom('concern')
    .leftJoin('pupil', (join) =>
      join
        .onRef('pupil.tenant', '=', 'concern.tenant')
        .onRef('pupil.school', '=', 'concern.school')
        .on('pupil.mergedInto', 'is', null),
    )
    .select(['concern.childAsTyped', 'pupil.id', 'pupil.givenName', 'pupil.familyName', 'pupil.knownAs'])
    .select(['pupil.yearGroup', 'pupil.formGroup', 'pupil.formerNames', 'pupil.leftAt'])
    .where('concern.id', '=', value('id'))
    .orderBy('pupil.familyName')
    .orderBy('pupil.givenName')
    .orderBy('pupil.formGroup'),
);

/** What a person reported, newest first. */
export const reportsNewestFirst = defineQuery<Tables, object, OutlineRow>('reports-newest-first', (tables) =>
  tables.selectFrom('concern').select(outline).orderBy('reportedAt', 'desc').orderBy('id', 'desc').limit(ownReports),
);
