import {
  conferenceOutcome,
  contributionFields,
  familySaw,
  meetingKind,
  minuteTexts,
} from '../areas/meetings/fields.ts';
import type { MeetingPersonRow } from '../areas/meetings/queries.ts';
import type { GivenRow } from '../areas/meetings/contributions/contribution-queries.ts';
import type { PaperPoint } from '../areas/meetings/papers/papers-queries.ts';
import type { Meeting } from '../areas/meetings/record.ts';
import { atSchool, onDay } from './on-day.ts';
import type { Paper, PaperSection } from './paper.ts';

/** What a paper of minutes is made of, for the file of one concern. */
export interface MinutesForFile {
  readonly meeting: Meeting;
  /** The concern in whose file it is put. */
  readonly concern: string;
  /** In full, the child in whose file that is. */
  readonly child: string;
  readonly people: readonly Pick<MeetingPersonRow, 'invitedAs' | 'name' | 'agencyName' | 'attendance'>[];
  readonly points: readonly PaperPoint[];
  /** That what the school brings about this child was given. */
  readonly given: GivenRow | undefined;
  readonly actions: readonly { readonly what: string; readonly ownerName: string; readonly dueOn: string }[];
  /** Takes every other child out of a text. */
  readonly hide: (text: string) => string;
  /** Whether somebody belongs to this child, so that the file may name them. */
  readonly isOwnFamily: (name: string) => boolean;
}

/** Longer than this it stands whole under its point only: a row of a table does not break. */
const longestInTable = 300;
/** A text as a row of a table holds it. */
export const cut = (text: string) =>
  text.length <= longestInTable ? text : `${text.slice(0, longestInTable).replace(/\s+\S*$/u, '')} …`;

/**
 * Agreed minutes as the file of one concern holds them: what was said about that concern and about no concern in particular, with
 * every other child taken out. What was said about another concern stands in the file of that one, for others may read it.
 */
export function paperOfMinutes(minutes: MinutesForFile): Paper {
  const { meeting, concern, points } = minutes;
  const own = points.filter(({ concernId }) => concernId === null || concernId === concern);
  const elsewhere = [...new Set(points.filter((point) => !own.includes(point)).map(({ number }) => number))];
  return {
    title: `${titleOf(meeting)}: ${meetingKind[meeting.kind]}, ${onDay(meeting.startsAt)}`,
    reference: meeting.ref ?? '',
    confidential: 'Confidential: from a child protection file. Do not copy or pass on.',
    madeAt: meeting.publishedAt ?? meeting.agreedAt ?? meeting.notedAt ?? meeting.startsAt,
    facts: factsOf(minutes),
    sections: [
      ...sectionsOf(own, minutes),
      ...dissentOf(minutes, elsewhere.length > 0),
      ...todo(minutes),
      ...left(elsewhere),
    ],
  };
}

function factsOf({ meeting, child, people, given, isOwnFamily }: MinutesForFile): Paper['facts'] {
  const { kind, startsAt, endsAt, location, online, heldByName, chairName, minuteTakerName, outcome } = meeting;
  const { agreedAt, agreedByName, notedAt, notedByName, nextOn } = meeting;
  const named = (held: (typeof people)[number]) => {
    if (held.invitedAs === 'family') return isOwnFamily(held.name) ? held.name : 'a member of a family';
    return held.agencyName === null ? held.name : `${held.name} (${held.agencyName})`;
  };
  const who = (...said: (typeof people)[number]['attendance'][]) =>
    people
      .filter(({ attendance }) => said.includes(attendance))
      .map(named)
      .join(', ');
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['In the file of', child],
    ['Meeting', meetingKind[kind]],
    ['When', `${onDay(startsAt)}, ${atSchool(startsAt).toFormat('HH:mm')} to ${atSchool(endsAt).toFormat('HH:mm')}`],
    ['Where', [location, ...(online ? ['in Teams'] : [])].filter(Boolean).join(', ')],
    ['Held by', heldByName],
    ['Chair', chairName],
    ['Minute-taker', minuteTakerName],
    ['Came', who('attended')],
    ['Apologies', who('apologies')],
    ['Did not come', who('absent')],
    ['The school’s contribution', given && givenText(given)],
    ['Agreed by', agreedAt && agreedByName && `${agreedByName}, ${onDay(agreedAt)}`],
    [
      'Kept by',
      notedAt &&
        notedByName &&
        `${notedByName}, ${onDay(notedAt)}; the minutes of whoever held it are the official ones`,
    ],
    ['Outcome of the conference', outcome && conferenceOutcome[outcome]],
    ['Next meeting', nextOn && onDay(nextOn)],
  ];
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

/** When what the school brings was given, by whom, and whether the family had seen it, where its kind asks that. */
function givenText({ givenOn, givenByName, familySaw: saw }: GivenRow): string {
  const family = saw === null ? [] : [`${contributionFields.familySaw.label}: ${familySaw[saw].toLowerCase()}`];
  return [`Given on ${onDay(givenOn ?? '')}, by ${givenByName ?? ''}`, ...family].join('. ');
}

/** One section for each point; a text that was kept in several parts is one again. */
function sectionsOf(points: readonly PaperPoint[], { hide }: MinutesForFile): readonly PaperSection[] {
  return points.flatMap((first): readonly PaperSection[] => {
    if (first.part !== 1) return [];
    const parts = points.filter(({ pointId }) => pointId === first.pointId);
    const texts = (Object.keys(minuteTexts) as (keyof typeof minuteTexts)[]).flatMap((text) => {
      // As it was split: nothing stood between the parts.
      const words = parts.map((part) => part[text] ?? '').join('');
      return words.trim() === '' ? [] : [{ heading: minuteTexts[text], words: hide(words) }];
    });
    return [{ heading: `${first.number}. ${headingOf(first, hide)}`, texts }];
  });
}

function headingOf({ heading, what, concernRef }: PaperPoint, hide: (text: string) => string): string {
  if (heading !== null) return hide(heading);
  if (what !== null) return `Action: ${cut(hide(what))}`;
  return concernRef === null ? 'A point of the agenda' : `Concern ${concernRef}`;
}

/** What is kept of another body’s meeting is the school’s note, and never called its minutes. */
const titleOf = ({ notedAt }: Meeting) => (notedAt === undefined ? 'Minutes' : 'School’s note');

/** It hangs on no point: where the meeting spoke of several concerns, it may be about another one than this file’s. */
const dissentOf = ({ meeting: { dissent }, hide }: MinutesForFile, ofSeveral: boolean): readonly PaperSection[] => {
  if (dissent === undefined) return [];
  const words = ofSeveral ? 'Why stands with the meeting, for it may be about another concern.' : hide(dissent);
  return [{ heading: 'The school did not agree', texts: [{ words }] }];
};

const todo = ({ actions, hide }: MinutesForFile): readonly PaperSection[] =>
  actions.length === 0
    ? []
    : [
        {
          heading: 'What is to be done',
          texts: [],
          table: {
            columns: ['What', 'Who', 'By'],
            rows: actions.map(({ what, ownerName, dueOn }) => [cut(hide(what)), ownerName, onDay(dueOn)]),
          },
        },
      ];

const left = (numbers: readonly number[]): readonly PaperSection[] =>
  numbers.length === 0
    ? []
    : [
        {
          heading: 'Not in this paper',
          texts: [
            {
              words:
                numbers.length === 1
                  ? `Point ${numbers.join()} was about another concern and stands in its file.`
                  : `Points ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)} were about other concerns and stand in their files.`,
            },
          ],
        },
      ];
