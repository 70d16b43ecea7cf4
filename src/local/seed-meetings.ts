import { createHash } from 'node:crypto';
import { calendarIdentity } from '../access/actor.ts';
import type { Identity } from '../access/types.ts';
import { addAgendaPoint } from '../areas/meetings/add-agenda-point.ts';
import { arrangeAgenda } from '../areas/meetings/arrange-agenda.ts';
import { callMeeting } from '../areas/meetings/call-meeting.ts';
import { recordEvent } from '../areas/meetings/record-event.ts';
import { refreshAgenda } from '../areas/meetings/refresh-agenda.ts';
import { askForReport } from '../areas/meetings/reports/ask-for-report.ts';
import { listAgenda, listChildrenOfMeeting, listPeopleOfMeeting } from '../areas/meetings/views.ts';
import { lookUpChildByName } from '../areas/need-to-know/views.ts';
import type { PerformParts } from '../perform/perform.ts';
import type { Result } from '../perform/problem.ts';
import { createRead } from '../perform/read.ts';
import type { UseCase, View } from '../perform/types.ts';
import { schoolMoment } from './clock/school-moment.ts';
import { heldInTeams } from './held-in-teams.ts';
import { performAt } from './perform-at.ts';
import { writeBrings, type ToldBrings } from './seed-brings.ts';
import { seedForm } from './seed-form.ts';
import { minuteMeeting, type ToldMinutes } from './seed-minutes.ts';

const school = 'harrowmere';

type Asked = Parameters<typeof callMeeting.decide>[1];

/** A meeting of the demonstration, called at a moment by a lead who also writes its agenda then. */
interface ToldMeeting extends Pick<Asked, 'kind' | 'guests'> {
  readonly at: string;
  readonly by: string;
  /** Wall clock at the school. */
  readonly from: string;
  readonly to: string;
  readonly location: string;
  readonly minuteTaker: string;
  readonly staff: readonly string[];
  readonly children: readonly string[];
  /** A point of their own. */
  readonly point: string;
  /** What each point takes at first, in minutes. */
  readonly minutes: number;
  /** Of whom a report is asked, by name, and by when where it is not the usual day. */
  readonly reports?: readonly { readonly of: string; readonly dueOn?: string }[];
  /** What was written there, of one that was. */
  readonly minuted?: ToldMinutes;
  /** What the school has begun to write for it. */
  readonly brings?: ToldBrings;
  /** It was held in Teams, under this event of the calendar of whoever called it. */
  readonly event?: string;
}

const november: ToldMinutes = {
  at: '2026-11-26T16:50',
  apologies: ['Kayleigh Marsh'],
  points: [
    { of: 'Apologies', state: 'decided', texts: { discussion: 'Kayleigh is with a family.' } },
    {
      of: 'What is open and overdue',
      state: 'decided',
      texts: {
        discussion: 'Gone through one by one. Nothing is overdue by more than two days.',
        decision: 'Whoever cannot keep a day says so before it, not after.',
        reason: 'Twice this term a day went by and nobody had asked for more time.',
      },
    },
    {
      of: 'Training and policy',
      state: 'carried',
      texts: {
        discussion: 'Three supply teachers have not done the induction.',
        decision: 'Ines looks for an hour before Christmas.',
        disagreement: 'Tom would not have them teach until it is done.',
      },
    },
    {
      of: 'Who is at the gate in December',
      state: 'decided',
      texts: {
        decision: 'Tom until the 11th, Priya until the end of term.',
        childView: 'Pupils asked that somebody they know is there.',
      },
    },
  ],
};

const brings: ToldBrings = {
  child: 0,
  texts: {
    voice: '“I like it when we have toast together.” Nell to Kayleigh Marsh, 7 December.',
    works: 'Breakfast club since half-term: she is in before the bell on most days. She trusts Kayleigh.',
    worries: 'She falls asleep after lunch, and has come without a coat in the cold.',
    offer: 'A place at breakfast club until Easter, and a coat from the school’s cupboard.',
  },
};

/** Begun, and not agreed: what Teams wrote down of it waits to be looked at. */
const yesterday: ToldMinutes = {
  at: '2026-12-09T16:35',
  apologies: [],
  open: true,
  points: [
    { of: 'Places at breakfast club', texts: { discussion: 'Three places are left, six names are on the list.' } },
  ],
};

const told: readonly ToldMeeting[] = [
  {
    ...({ at: '2026-11-23T08:40', by: 'priya', kind: 'safeguarding-team', minuteTaker: 'sheila' } as const),
    ...{ from: '2026-11-26T15:45', to: '2026-11-26T16:45', location: 'Priya’s office' },
    ...{ staff: ['tom', 'ines', 'kayleigh'], guests: [], children: ['Connor Blythe', 'Tyler Bramley'] },
    ...{ point: 'Who is at the gate in December', minutes: 5, minuted: november },
  },
  {
    ...({ at: '2026-12-07T09:10', by: 'priya', kind: 'safeguarding-team', minuteTaker: 'sheila' } as const),
    ...{ from: '2026-12-10T15:45', to: '2026-12-10T16:45', location: 'Priya’s office' },
    ...{ staff: ['tom', 'ines', 'kayleigh'], guests: [], children: ['Kacey Brook', 'Leo Tarrant', 'Orla Finch'] },
    ...{ point: 'Cover over the Christmas holidays', minutes: 5 },
  },
  {
    ...({ at: '2026-12-08T11:25', by: 'priya', kind: 'taf', minuteTaker: 'sheila' } as const),
    ...{ from: '2026-12-14T14:00', to: '2026-12-14T15:15', location: 'Meeting room by the library' },
    ...{ staff: ['kayleigh'], children: ['Nell Finch', 'Orla Finch'], point: 'Breakfast and coats', minutes: 8 },
    reports: [{ of: 'Kayleigh Marsh' }, { of: 'Ama Boateng', dueOn: '2026-12-11' }],
    brings,
    guests: [
      { as: 'family', name: 'Caroline Finch', email: 'caroline.finch@post.example' },
      {
        ...({ as: 'professional', name: 'Ama Boateng', agency: 'Westmarch early help' } as const),
        email: 'ama.boateng@earlyhelp.example',
      },
    ],
  },
  {
    ...({ at: '2026-12-08T12:10', by: 'priya', kind: 'pastoral', minuteTaker: 'sheila' } as const),
    ...{ from: '2026-12-09T15:45', to: '2026-12-09T16:30', location: 'In Teams', event: heldInTeams.event },
    ...{ staff: ['tom', 'kayleigh'], guests: [], children: ['Leo Tarrant'] },
    ...{ point: 'Places at breakfast club', minutes: 5, minuted: yesterday },
  },
];

/**
 * Meetings that were called before the demonstration begins: two that were, one with its agreed minutes and one in Teams of which they are begun, one on its first day, one in the week after.
 * @param identityOf whom a key of the cast means
 */
export function meetingSteps(
  parts: PerformParts,
  identityOf: (who: string) => Identity,
): readonly { readonly at: string; run(): Promise<void> }[] {
  return told.flatMap((meeting) => {
    let called = '';
    const { minuted, by, minuteTaker } = meeting;
    const preparing = {
      at: meeting.at,
      run: async () => {
        called = await prepare(parts, identityOf, meeting);
      },
    };
    if (!minuted) return [preparing];
    const who = { chair: identityOf(by), minuteTaker: identityOf(minuteTaker) };
    return [preparing, { at: minuted.at, run: () => minuteMeeting(parts, { ...who, meeting: called }, minuted) }];
  });
}

async function prepare(
  parts: PerformParts,
  identityOf: (who: string) => Identity,
  meeting: ToldMeeting,
): Promise<string> {
  const {
    at,
    by,
    from,
    to,
    minuteTaker,
    staff,
    children,
    point,
    minutes,
    reports = [],
    minuted: _later,
    brings: written,
    event,
    ...said
  } = meeting;
  const who = identityOf(by);
  const perform = performAt(parts, at);
  const act = async <I, S, O>(step: string, useCase: UseCase<I, S, O>, input: I): Promise<O> =>
    must(await perform(useCase, who, input, seedForm(`meeting-${at}-${step}`)));
  const look = async <P extends object, R, O>(view: View<P, R, O>, params: P): Promise<O> =>
    must(await createRead({ ...parts, clock: { now: () => schoolMoment(at) } })(view, who, params)).answer;
  const found = [];
  for (const words of children) {
    const { items } = await look(lookUpChildByName, { words });
    found.push(items.find((child) => child.school === school)?.id ?? '');
  }
  const called = await act('call', callMeeting, {
    ...{
      ...said,
      ...(event !== undefined && { online: true }),
      school,
      startsAt: schoolMoment(from),
      endsAt: schoolMoment(to),
      children: found,
    },
    ...{ chair: who.person, minuteTaker: identityOf(minuteTaker).person },
    staff: staff.map((one) => identityOf(one).person),
  });
  if (event !== undefined) {
    const noted = { meeting: called.meeting, event, told: createHash('sha256').update(event).digest('hex') };
    must(await perform(recordEvent, calendarIdentity(who.tenant), noted, seedForm(`meeting-${at}-event`)));
  }
  await act('refresh', refreshAgenda, { meeting: called.meeting });
  await act('point', addAgendaPoint, { meeting: called.meeting, heading: point });
  const agenda = await look(listAgenda, { id: called.meeting });
  // The date of the next meeting stays at the end.
  const last = agenda.findLast(({ why }) => why === 'standing')?.id;
  const order = [...agenda.filter(({ id }) => id !== last), ...agenda.filter(({ id }) => id === last)];
  await act('arrange', arrangeAgenda, { meeting: called.meeting, points: order.map(({ id }) => ({ id, minutes })) });
  const people = await look(listPeopleOfMeeting, { id: called.meeting });
  for (const { of, ...by } of reports) {
    const invitation = people.find(({ name }) => name === of)?.id ?? '';
    await act(`report-${of}`, askForReport, { meeting: called.meeting, invitation, ...by });
  }
  if (written) {
    const places = await look(listChildrenOfMeeting, { id: called.meeting });
    await writeBrings(
      act,
      called.meeting,
      places.map(({ id }) => id),
      written,
    );
  }
  return called.meeting;
}

function must<O>(result: Result<O>): O {
  if (result.ok) return result.answer;
  throw new Error(`the demonstration’s meetings could not be made: ${result.problem.code}`);
}
