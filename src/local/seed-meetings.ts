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
import { performAt } from './perform-at.ts';
import { writeBrings, type ToldBrings } from './seed-brings.ts';
import { seedForm } from './seed-form.ts';
import { minutesSteps } from './seed-minutes.ts';
import { toldMeetings, type ToldMeeting } from './trust/past-meetings.ts';

const school = 'harrowmere';

interface Step {
  readonly at: string;
  run(): Promise<void>;
}

/**
 * Meetings that were called before the demonstration begins, and what was brought to them, written, agreed, published and read of them.
 * @param identityOf whom a key of the cast means
 */
export function meetingSteps(parts: PerformParts, identityOf: (who: string) => Identity): readonly Step[] {
  return toldMeetings.flatMap((meeting) => {
    let called = '';
    const { at, by, minuteTaker, brings, refreshed, minuted } = meeting;
    const lead = (wall: string) => leadAt(parts, identityOf(by), wall, at);
    const step = (wall: string | undefined, run: (lead: Lead) => Promise<unknown>): readonly Step[] =>
      wall === undefined ? [] : [{ at: wall, run: async () => void (await run(lead(wall))) }];
    const minutes = minuted && {
      ...{ told: minuted, chair: identityOf(by), minuteTaker: identityOf(minuteTaker), id: () => called },
    };
    return [
      ...step(at, async (now) => {
        called = await prepare(parts, identityOf, now, meeting);
      }),
      ...step(brings && (brings.at ?? at), (now) => bring(now, called, brings)),
      ...step(refreshed, ({ act }) => act('refresh-again', refreshAgenda, { meeting: called })),
      ...(minutes ? minutesSteps(parts, minutes, identityOf) : []),
    ];
  });
}

/** What the lead who called a meeting sees and does at a moment. @param named names the meeting among all others */
function leadAt(parts: PerformParts, who: Identity, wall: string, named: string) {
  const perform = performAt(parts, wall);
  const read = createRead({ ...parts, clock: { now: () => schoolMoment(wall) } });
  return {
    who,
    act: async <I, S, O>(step: string, useCase: UseCase<I, S, O>, input: I): Promise<O> =>
      must(await perform(useCase, who, input, seedForm(`meeting-${named}-${step}`))),
    look: async <P extends object, R, O>(view: View<P, R, O>, params: P): Promise<O> =>
      must(await read(view, who, params)).answer,
  };
}
type Lead = ReturnType<typeof leadAt>;

async function bring({ act, look }: Lead, meeting: string, told: ToldBrings | undefined): Promise<void> {
  const places = await look(listChildrenOfMeeting, { id: meeting });
  const ids = places.map(({ id }) => id);
  if (told) await writeBrings(act, meeting, ids, told);
}

async function prepare(
  parts: PerformParts,
  identityOf: (who: string) => Identity,
  { who, act, look }: Lead,
  meeting: ToldMeeting,
): Promise<string> {
  const { at, kind, guests, heldBy, location, from, to, minuteTaker, staff, children, event, reports = [] } = meeting;
  const found = [];
  for (const words of children) {
    const { items } = await look(lookUpChildByName, { words });
    found.push(items.find((child) => child.school === school)?.id ?? '');
  }
  const called = await act('call', callMeeting, {
    ...{ kind, guests, location, school, startsAt: schoolMoment(from), endsAt: schoolMoment(to), children: found },
    ...(heldBy !== undefined && { heldBy }),
    ...(event !== undefined && { online: true }),
    ...{ chair: who.person, minuteTaker: identityOf(minuteTaker).person },
    staff: staff.map((one) => identityOf(one).person),
  });
  if (event !== undefined) {
    const noted = { meeting: called.meeting, event, told: createHash('sha256').update(event).digest('hex') };
    const calendar = calendarIdentity(who.tenant);
    must(await performAt(parts, at)(recordEvent, calendar, noted, seedForm(`meeting-${at}-event`)));
  }
  await writeAgenda({ act, look }, called.meeting, meeting);
  const people = await look(listPeopleOfMeeting, { id: called.meeting });
  for (const { of, ...by } of reports) {
    const invitation = people.find(({ name }) => name === of)?.id ?? '';
    await act(`report-${of}`, askForReport, { meeting: called.meeting, invitation, ...by });
  }
  return called.meeting;
}

async function writeAgenda(
  { act, look }: Pick<Lead, 'act' | 'look'>,
  meeting: string,
  { point, minutes }: ToldMeeting,
): Promise<void> {
  // Once it is arranged it may have been brought up to date since: a start that was cut off leaves it so.
  if ((await look(listAgenda, { id: meeting })).some((one) => one.minutes !== undefined)) return;
  await act('refresh', refreshAgenda, { meeting });
  await act('point', addAgendaPoint, { meeting, heading: point });
  const agenda = await look(listAgenda, { id: meeting });
  // The date of the next meeting stays at the end.
  const last = agenda.findLast(({ why }) => why === 'standing')?.id;
  const order = [...agenda.filter(({ id }) => id !== last), ...agenda.filter(({ id }) => id === last)];
  await act('arrange', arrangeAgenda, { meeting, points: order.map(({ id }) => ({ id, minutes })) });
}

function must<O>(result: Result<O>): O {
  if (result.ok) return result.answer;
  throw new Error(`the demonstration’s meetings could not be made: ${JSON.stringify(result.problem)}`);
}
