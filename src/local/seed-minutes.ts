import * as Y from 'yjs';
import type { Identity } from '../access/types.ts';
import { minutesDraft } from '../areas/meetings/contract.ts';
import type { conferenceOutcome } from '../areas/meetings/fields.ts';
import { readInvitation } from '../areas/meetings/invitations.ts';
import { acknowledgeMinutes } from '../areas/meetings/minutes/acknowledge-minutes.ts';
import { agreeMinutes } from '../areas/meetings/minutes/agree-minutes.ts';
import { holdMeeting } from '../areas/meetings/minutes/hold-meeting.ts';
import { keepNote } from '../areas/meetings/minutes/keep-note.ts';
import { publishMinutes } from '../areas/meetings/minutes/publish-minutes.ts';
import { writeMinutes } from '../areas/meetings/minutes/write-minutes.ts';
import { isMeetingActOpen, isToCome } from '../areas/meetings/rules.ts';
import { listAgenda, listPeopleOfMeeting, readMeeting } from '../areas/meetings/views.ts';
import type { PerformParts } from '../perform/perform.ts';
import type { Result } from '../perform/problem.ts';
import { createRead } from '../perform/read.ts';
import type { UseCase, View } from '../perform/types.ts';
import { schoolMoment } from './clock/school-moment.ts';
import { performAt } from './perform-at.ts';
import { seedForm } from './seed-form.ts';

/** What was written about the points of a meeting, and what became of it. Times are those of a clock at the school. */
export interface ToldMinutes {
  /** When it was held and minuted. */
  readonly at: string;
  readonly apologies: readonly string[];
  /** By words of its heading, or by the child whom a point is about that has none. */
  readonly points: readonly {
    readonly of: string;
    readonly state?: 'decided' | 'carried';
    readonly texts: Readonly<Partial<Record<Parameters<typeof minutesDraft.textOf>[1], string>>>;
  }[];
  /** Of a conference. */
  readonly outcome?: keyof typeof conferenceOutcome;
  /** When its chair agreed them; of another body’s meeting when the school’s note was kept. Absent where they are begun and no more. */
  readonly agreed?: string;
  /** When the body that holds it meets again: `YYYY-MM-DD`. */
  readonly nextOn?: string;
  readonly published?: string;
  /** Who has said that they have read them, and when. */
  readonly read?: { readonly at: string; readonly by: readonly string[] };
}

/** A meeting that is there when its turn comes, who has a part in it, and what was written. */
export interface MinutedMeeting {
  readonly told: ToldMinutes;
  readonly chair: Identity;
  readonly minuteTaker: Identity;
  id(): string;
}

interface Step {
  readonly at: string;
  run(): Promise<void>;
}

/** What one person sees and does at a moment. */
function personAt(parts: PerformParts, who: Identity, at: string) {
  const perform = performAt(parts, at);
  const read = createRead({ ...parts, clock: { now: () => schoolMoment(at) } });
  return {
    act: async <I, S, O>(step: string, useCase: UseCase<I, S, O>, input: I): Promise<O> =>
      must(await perform(useCase, who, input, seedForm(`minutes-${at}-${step}`))),
    look: async <P extends object, R, O>(view: View<P, R, O>, params: P): Promise<O> =>
      must(await read(view, who, params)).answer,
  };
}

/**
 * Holds a meeting of the demonstration and writes its minutes; agrees, publishes and reads them where that was done. A start that was
 * cut off goes on where it was: what was done is not done again.
 */
export function minutesSteps(
  parts: PerformParts,
  { told, chair, minuteTaker, id }: MinutedMeeting,
  identityOf: (who: string) => Identity,
): readonly Step[] {
  const { at, agreed, nextOn, published, read } = told;
  const settling = {
    agree: async (wall: string) => {
      const { act, look } = personAt(parts, chair, wall);
      const { status, rev } = await look(readMeeting, { id: id() });
      if (isMeetingActOpen(status, 'agree-minutes')) await act('agree', agreeMinutes, { meeting: id(), rev });
    },
    keep: async (wall: string, next: string) => {
      const { act, look } = personAt(parts, minuteTaker, wall);
      const { status, rev } = await look(readMeeting, { id: id() });
      if (isMeetingActOpen(status, 'keep-note')) await act('keep', keepNote, { meeting: id(), rev, nextOn: next });
    },
    publish: async (wall: string) => {
      const { act, look } = personAt(parts, chair, wall);
      const { status, rev } = await look(readMeeting, { id: id() });
      if (isMeetingActOpen(status, 'publish-minutes')) await act('publish', publishMinutes, { meeting: id(), rev });
    },
  };
  const step = (wall: string | undefined, run: (wall: string) => Promise<void>): readonly Step[] =>
    wall === undefined ? [] : [{ at: wall, run: () => run(wall) }];
  return [
    ...step(at, () => writeDown(parts, minuteTaker, id(), told)),
    ...step(agreed, (wall) => (nextOn === undefined ? settling.agree(wall) : settling.keep(wall, nextOn))),
    ...step(published, settling.publish),
    ...step(read?.at, async (wall) => {
      for (const who of (read?.by ?? []).map(identityOf)) {
        const { act, look } = personAt(parts, who, wall);
        const { invitation, mayAcknowledge } = await look(readInvitation, { id: id() });
        if (mayAcknowledge) await act(`read-${who.person}`, acknowledgeMinutes, { meeting: id(), invitation });
      }
    }),
  ];
}

async function writeDown(
  parts: PerformParts,
  minuteTaker: Identity,
  meeting: string,
  { at, apologies, points, outcome }: ToldMinutes,
): Promise<void> {
  const { act, look } = personAt(parts, minuteTaker, at);
  const people = await look(listPeopleOfMeeting, { id: meeting });
  const before = await look(readMeeting, { id: meeting });
  if (isToCome(before.status))
    await act('hold', holdMeeting, {
      ...{ meeting, rev: before.rev },
      attendance: people.map(({ id, name }) => ({
        ...{ id, attendance: apologies.includes(name) ? ('apologies' as const) : ('attended' as const) },
      })),
    });
  else if (!isMeetingActOpen(before.status, 'write-minutes')) return;
  const agenda = await look(listAgenda, { id: meeting });
  const document = new Y.Doc();
  // The same act again is the same request, to the last byte.
  document.clientID = 1;
  for (const { of, state, texts } of points) {
    const point = agenda.find(({ heading, concern }) => (heading ?? concern?.childName) === of)?.id;
    if (point === undefined) throw new Error(`the demonstration’s meeting has no point “${of}”`);
    for (const [name, words] of Object.entries(texts))
      document.getText(minutesDraft.textOf(point, name as 'discussion')).insert(0, words);
    if (state) document.getMap(minutesDraft.states).set(point, state);
  }
  if (outcome) document.getMap(minutesDraft.meeting).set('outcome', outcome);
  const update = Buffer.from(Y.encodeStateAsUpdate(document)).toString('base64');
  await act('write', writeMinutes, { meeting, update });
}

function must<O>(result: Result<O>): O {
  if (result.ok) return result.answer;
  throw new Error(`the demonstration’s minutes could not be made: ${JSON.stringify(result.problem)}`);
}
