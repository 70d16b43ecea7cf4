import { sql, type RawBuilder } from 'kysely';
import { defineQuery } from '../../../records/query.ts';
import type { TableOf } from '../../../records/table.ts';
import type { caseAccess } from '../../need-to-know/record.ts';
import { inForce, isKeptFrom, isSameChild } from '../../need-to-know/queries.ts';
import type { concern } from '../../concerns/record.ts';
import { leadRoles } from '../../people/fields.ts';
import { inPost } from '../../people/queries.ts';
import type { pupil, roleGrant } from '../../people/record.ts';
import type { contribution, meeting, meetingChild, meetingPerson } from '../record.ts';

interface Tables {
  contribution: TableOf<typeof contribution>;
  meeting: TableOf<typeof meeting>;
  meetingChild: TableOf<typeof meetingChild>;
  meetingPerson: TableOf<typeof meetingPerson>;
  caseAccess: TableOf<typeof caseAccess>;
  roleGrant: TableOf<typeof roleGrant>;
  concern: TableOf<typeof concern>;
  pupil: TableOf<typeof pupil>;
}

/** Whether two columns name one child, by whichever of its records. */
export const isOneChild = (one: RawBuilder<unknown>, other: RawBuilder<unknown>, tenant: RawBuilder<unknown>) =>
  sql<boolean>`exists (select 1 from pupil as said join pupil as same on same.tenant = said.tenant and ${isSameChild}
    where said.tenant = ${tenant} and said.id = ${one} and same.id = ${other})`;

/** Whether somebody is kept from something about a child, so that what the school brings about the child speaks of it to them. */
const isKept = (person: unknown, of: 'contribution' | 'meetingChild') => {
  const [child, tenant] = [sql.ref(`${of}.childId`), sql.ref(`${of}.tenant`)];
  return sql<boolean>`exists (select 1 from concern as spoken where spoken.tenant = ${tenant}
    and ${isOneChild(child, sql`spoken."childId"`, tenant)} and ${isKeptFrom(sql`${person}`, 'spoken')})`;
};

/** One row where somebody is kept from a child whom a meeting has. */
export const keptFromChildOfMeeting = defineQuery<Tables, { child: string; person: string }, { id: string }>(
  'kept-from-child-of-meeting',
  (tables, value) =>
    tables
      .selectFrom('meetingChild')
      .select('meetingChild.id')
      .where('meetingChild.id', '=', value('child'))
      .where(isKept(value('person'), 'meetingChild')),
);

/**
 * Whether what is brought is no longer this speaker’s: the concern in whose circle they are was found to be another child’s, or lies in
 * the restricted register.
 */
const isAnotherCase = (person: unknown) => sql<boolean>`("contribution"."speakerId" = ${person}
  and "contribution"."concernId" is not null and not exists (
    select 1 from concern as held where held.tenant = "contribution".tenant and held.id = "contribution"."concernId"
      and held.status <> 'misfiled'
      and ${isOneChild(sql.ref('contribution.childId'), sql`held."childId"`, sql.ref('contribution.tenant'))}))`;

/** Whether what the school brings is kept from somebody by more than their rights. */
export const isShut = (person: unknown) =>
  sql<boolean>`(${isKept(person, 'contribution')} or ${isAnotherCase(person)})`;

/** One row where what the school brings is kept from somebody by more than their rights. */
export const contributionShut = defineQuery<Tables, { id: string; person: string }, { id: string }>(
  'contribution-shut',
  (tables, value) =>
    tables
      .selectFrom('contribution')
      .select('contribution.id')
      .where('contribution.id', '=', value('id'))
      .where(isShut(value('person'))),
);

export type ContributionRow = Tables['contribution'] &
  Pick<Tables['meeting'], 'kind' | 'startsAt'> & {
    meetingRef: string | null;
    meetingStatus: Tables['meeting']['status'];
    /** Id of the child of the meeting, and its letter. */
    place: string;
    number: number;
    latest: string | null;
  } & Pick<Tables['pupil'], 'givenName' | 'familyName' | 'knownAs'>;

type Asking = Parameters<Parameters<typeof defineQuery<Tables, object, ContributionRow>>[1]>[0];
const shown = (tables: Asking) =>
  tables
    .selectFrom('contribution')
    .innerJoin('meeting', (join) =>
      join
        .onRef('meeting.tenant', '=', 'contribution.tenant')
        .onRef('meeting.school', '=', 'contribution.school')
        .onRef('meeting.id', '=', 'contribution.meetingId'),
    )
    .innerJoin('meetingChild', (join) =>
      join
        .onRef('meetingChild.tenant', '=', 'contribution.tenant')
        .onRef('meetingChild.meetingId', '=', 'contribution.meetingId')
        .onRef('meetingChild.childId', '=', 'contribution.childId'),
    )
    .innerJoin('pupil', (join) =>
      join.onRef('pupil.tenant', '=', 'contribution.tenant').onRef('pupil.id', '=', 'contribution.childId'),
    )
    .selectAll('contribution')
    .select(['meeting.kind', 'meeting.startsAt', 'meeting.ref as meetingRef', 'meeting.status as meetingStatus'])
    .select(['meetingChild.id as place', 'meetingChild.number', 'meetingChild.contributionId as latest'])
    .select(['pupil.givenName', 'pupil.familyName', 'pupil.knownAs']);

/** What the school brings to a meeting, by its children; of each the latest version first. */
export const contributionsOfMeeting = defineQuery<Tables, { meeting: string; person: string }, ContributionRow>(
  'contributions-of-meeting',
  (tables, value) =>
    shown(tables)
      .where('contribution.meetingId', '=', value('meeting'))
      .where(sql<boolean>`not ${isShut(value('person'))}`)
      .orderBy('meetingChild.number')
      .orderBy('contribution.versionNumber', 'desc')
      .orderBy('contribution.id'),
);

/** What the school has brought about the child of a concern, to whatever meeting; the latest meeting first. */
export const contributionsOfConcern = defineQuery<Tables, { concern: string; person: string }, ContributionRow>(
  'contributions-of-concern',
  (tables, value) =>
    shown(tables)
      .innerJoin('concern', (join) =>
        join
          .onRef('concern.tenant', '=', 'contribution.tenant')
          .onRef('concern.school', '=', 'contribution.school')
          .on(isOneChild(sql.ref('contribution.childId'), sql.ref('concern.childId'), sql.ref('contribution.tenant'))),
      )
      .where('concern.id', '=', value('concern'))
      .where('concern.status', '<>', 'misfiled')
      .where(sql<boolean>`not ${isShut(value('person'))}`)
      .orderBy('meeting.startsAt', 'desc')
      .orderBy('contribution.versionNumber', 'desc')
      .orderBy('contribution.id'),
);

export type OneContribution = Tables['contribution'];

/** The latest version of what is brought about a child of a meeting. */
export const latestContribution = defineQuery<Tables, { child: string }, OneContribution>(
  'latest-contribution',
  (tables, value) =>
    tables
      .selectFrom('contribution')
      .innerJoin('meetingChild', (join) =>
        join
          .onRef('meetingChild.tenant', '=', 'contribution.tenant')
          .onRef('meetingChild.contributionId', '=', 'contribution.id'),
      )
      .selectAll('contribution')
      .where('meetingChild.id', '=', value('child')),
);

export type GivenRow = Pick<Tables['contribution'], 'givenOn' | 'givenByName' | 'familySaw'>;

/** That the school gave what it brings about a child to a meeting, the latest version first; nothing of its words. */
export const givenAboutChild = defineQuery<Tables, { meeting: string; child: string }, GivenRow>(
  'given-about-child',
  (tables, value) =>
    tables
      .selectFrom('contribution')
      .select(['contribution.givenOn', 'contribution.givenByName', 'contribution.familySaw'])
      .where('contribution.meetingId', '=', value('meeting'))
      .where('contribution.status', '=', 'given')
      .where(isOneChild(sql.ref('contribution.childId'), sql`${value('child')}`, sql.ref('contribution.tenant')))
      .orderBy('contribution.versionNumber', 'desc'),
);

/** The places that the child of what is brought has in its meeting. */
export const placeOfContribution = defineQuery<Tables, { contribution: string }, { id: string }>(
  'place-of-contribution',
  (tables, value) =>
    tables
      .selectFrom('meetingChild')
      .innerJoin('contribution', (join) =>
        join
          .onRef('contribution.tenant', '=', 'meetingChild.tenant')
          .onRef('contribution.meetingId', '=', 'meetingChild.meetingId')
          .onRef('contribution.childId', '=', 'meetingChild.childId'),
      )
      .select('meetingChild.id')
      .where('contribution.id', '=', value('contribution')),
);

export type SpeakerRow = Pick<Tables['meetingPerson'], 'id' | 'name' | 'meetingId' | 'school'> & {
  personId: string;
  /** Id of the child of the meeting. */
  place: string;
  /** The child’s concern that they were given; none for a lead, who needs none. */
  concernId: string | null;
};

const leading = (value: (name: 'today') => unknown) => sql<boolean>`exists (
  select 1 from "roleGrant" where "roleGrant".tenant = "meetingPerson".tenant and "roleGrant".school = "meetingPerson".school
    and "roleGrant"."personId" = "meetingPerson"."personId" and "roleGrant".role in (${sql.join(leadRoles)}) and ${inPost(value)})`;

/** The newest concern of the child in whose circle somebody is. */
const given = (value: (name: 'now') => unknown) => sql<string | null>`(
  select max(held.id) from "caseAccess" join concern as held on held.tenant = "caseAccess".tenant and held.id = "caseAccess"."concernId"
    where "caseAccess".tenant = "meetingPerson".tenant and "caseAccess"."personId" = "meetingPerson"."personId"
      and "caseAccess".kind = 'circle' and ${inForce(value('now'))} and held.status <> 'misfiled'
      and ${isOneChild(sql.ref('meetingChild.childId'), sql`held."childId"`, sql.ref('meetingChild.tenant'))})`;

/**
 * Who can speak for the school about each child of a meeting: whoever of the staff was asked to it and leads, or was given a concern of
 * the child’s; nobody who is kept from any of them.
 */
export const speakersOfMeeting = defineQuery<Tables, { meeting: string; now: string; today: string }, SpeakerRow>(
  'speakers-of-meeting',
  (tables, value) =>
    tables
      .selectFrom('meetingPerson')
      .innerJoin('meetingChild', (join) =>
        join
          .onRef('meetingChild.tenant', '=', 'meetingPerson.tenant')
          .onRef('meetingChild.meetingId', '=', 'meetingPerson.meetingId')
          .on('meetingChild.removedFromAt', 'is', null),
      )
      .select(['meetingPerson.id', 'meetingPerson.name', 'meetingPerson.meetingId', 'meetingPerson.school'])
      .select(['meetingPerson.personId', 'meetingChild.id as place'])
      .select(
        sql<
          string | null
        >`case when ${leading((name) => value(name))} then null else ${given((name) => value(name))} end`.as(
          'concernId',
        ),
      )
      .where('meetingPerson.meetingId', '=', value('meeting'))
      .where('meetingPerson.invitedAs', '=', 'staff')
      .where('meetingPerson.personId', 'is not', null)
      .where('meetingPerson.removedAt', 'is', null)
      .where(sql<boolean>`(${leading((name) => value(name))} or ${given((name) => value(name))} is not null)`)
      .where(sql<boolean>`not ${isKept(sql.ref('meetingPerson.personId'), 'meetingChild')}`)
      .orderBy('meetingPerson.name')
      .orderBy('meetingPerson.id')
      .orderBy('meetingChild.number')
      .$narrowType<{ personId: string }>(),
);
