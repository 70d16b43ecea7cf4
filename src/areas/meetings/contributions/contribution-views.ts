import { z } from 'zod';
import type { Presenting, View } from '../../../perform/types.ts';
import { schoolDay } from '../../../records/school-day.ts';
import { fullName } from '../../people/match-child.ts';
import type {
  ContributionItem,
  Contributions,
  ContributionsOfConcern,
  GivenContribution,
  Speakers,
} from '../contract.ts';
import { childLabel } from '../redact/who-is-hidden.ts';
import {
  contributionsOfConcern,
  contributionsOfMeeting,
  speakersOfMeeting,
  type ContributionRow,
  type SpeakerRow,
} from './contribution-queries.ts';
import { contributionTemplates, type ContributionText } from './templates.ts';
import { contributionTexts } from '../fields.ts';

const byId = z.strictObject({ id: z.string() });
type ById = z.infer<typeof byId>;
const texts = Object.keys(contributionTexts) as readonly ContributionText[];
const facts = ['versionNumber', 'status', 'how', 'givenOn', 'givenByName'] as const;

/** What the school brings to a meeting, as far as somebody may write it, with what was given. */
export const listContributions: View<ById, ContributionRow, Contributions> = {
  verb: 'list-contributions',
  shape: 'page',
  fields: [
    ...facts,
    ...texts,
    'familySaw',
    'whyNotSeen',
    'speakerName',
    'writtenByName',
    'writtenAt',
    'pupil.givenName',
  ],
  params: byId,
  query: contributionsOfMeeting,
  values: ({ id }, { person }) => ({ meeting: id, person }),
  present: (rows, seen) => ({
    answer: { items: rows.map((row) => presentContribution(row, seen)) },
    ids: rows.map(({ id }) => id),
  }),
};

function presentContribution(row: ContributionRow, { may }: Presenting<object>): ContributionItem {
  const { parts = [], family = 'free' } = contributionTemplates[row.kind] ?? {};
  const cancelled = row.meetingStatus === 'cancelled';
  const open = row.status === 'draft';
  const given = givenOf(row);
  // Of a part that its kind asks for no more what was written is still shown.
  const shown = texts.filter((text) => parts.includes(text) || row[text] !== null);
  return {
    ...{ id: row.id, rev: row.rev, version: row.versionNumber, status: row.status, place: row.place, family },
    ...{ label: childLabel(row.number - 1), childName: fullName(row) },
    parts: [...parts, ...shown.filter((text) => !parts.includes(text))],
    texts: Object.fromEntries(shown.flatMap((text) => (row[text] === null ? [] : [[text, row[text]]]))),
    ...{ writtenByName: row.writtenByName, writtenAt: row.writtenAt },
    ...(row.speakerId !== null && { speaker: row.speakerId }),
    ...(row.speakerName !== null && { speakerName: row.speakerName }),
    ...(given && { given }),
    mayWrite: open && may('write-contribution', row),
    mayGive: open && !cancelled && may('give-contribution', row),
    mayNameSpeaker: row.latest === row.id && may('name-speaker', row),
    mayBeginAnew: !open && !cancelled && row.latest === row.id && may('begin-contribution', row),
    filed: row.filedRev === row.rev,
  };
}

function givenOf({ how, givenOn, givenByName, familySaw, whyNotSeen }: ContributionRow): GivenContribution | undefined {
  if (how === null || givenOn === null) return undefined;
  return {
    ...{ how, on: givenOn, byName: givenByName ?? '' },
    ...(familySaw !== null && { familySaw }),
    ...(whyNotSeen !== null && { whyNotSeen }),
  };
}

/** To which meetings the school brought something about the child of a concern, and when; nothing of its words. */
export const listContributionsOfConcern: View<ById, ContributionRow, ContributionsOfConcern> = {
  verb: 'list-contributions',
  shape: 'page',
  fields: [...facts, 'meeting.kind', 'meeting.startsAt'],
  params: byId,
  query: contributionsOfConcern,
  values: ({ id }, { person }) => ({ concern: id, person }),
  present: (rows) => ({
    answer: {
      items: rows.map((row) => ({
        ...{ id: row.id, meeting: row.meetingId, meetingRef: row.meetingRef ?? '', kind: row.kind },
        ...{ startsAt: row.startsAt, version: row.versionNumber, status: row.status },
        ...(row.how !== null && { how: row.how }),
        ...(row.givenOn !== null && { givenOn: row.givenOn }),
        ...(row.givenByName !== null && { givenByName: row.givenByName }),
      })),
    },
    ids: rows.map(({ id }) => id),
  }),
};

/** Who can speak for the school about each child of a meeting. */
export const listSpeakers: View<ById, SpeakerRow, Speakers> = {
  verb: 'list-speakers',
  shape: 'page',
  fields: ['name'],
  params: byId,
  query: speakersOfMeeting,
  values: ({ id }, _actor, now) => ({ meeting: id, now, today: schoolDay(now) }),
  present: (rows) => ({
    answer: { items: rows.map(({ personId, name, place }) => ({ person: personId, name, place })) },
    ids: rows.map(({ id }) => id),
  }),
};
