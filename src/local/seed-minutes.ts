import * as Y from 'yjs';
import type { Identity } from '../access/types.ts';
import { minutesDraft } from '../areas/meetings/contract.ts';
import { agreeMinutes } from '../areas/meetings/minutes/agree-minutes.ts';
import { holdMeeting } from '../areas/meetings/minutes/hold-meeting.ts';
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

/** What was written about the points of a meeting, by words of their heading. */
export interface ToldMinutes {
  /** When it was held and minuted. */
  readonly at: string;
  readonly apologies: readonly string[];
  /** Its minutes are begun and not agreed. */
  readonly open?: true;
  readonly points: readonly {
    readonly of: string;
    readonly state?: 'decided' | 'carried';
    readonly texts: Readonly<Partial<Record<Parameters<typeof minutesDraft.textOf>[1], string>>>;
  }[];
}

/** Holds a meeting of the demonstration, writes its minutes, and has its chair agree them unless they stay open. */
export async function minuteMeeting(
  parts: PerformParts,
  {
    chair,
    minuteTaker,
    meeting,
  }: { readonly chair: Identity; readonly minuteTaker: Identity; readonly meeting: string },
  { at, apologies, open, points }: ToldMinutes,
): Promise<void> {
  const perform = performAt(parts, at);
  const read = createRead({ ...parts, clock: { now: () => schoolMoment(at) } });
  const act = async <I, S, O>(step: string, who: Identity, useCase: UseCase<I, S, O>, input: I): Promise<O> =>
    must(await perform(useCase, who, input, seedForm(`minutes-${at}-${step}`)));
  const look = async <R, O>(view: View<{ id: string }, R, O>): Promise<O> =>
    must(await read(view, minuteTaker, { id: meeting })).answer;
  const people = await look(listPeopleOfMeeting);
  const meetingNow = () => look(readMeeting);
  // A start that was cut off goes on where it was.
  const before = await meetingNow();
  if (isToCome(before.status))
    await act('hold', minuteTaker, holdMeeting, {
      ...{ meeting, rev: before.rev },
      attendance: people.map(({ id, name }) => ({
        ...{ id, attendance: apologies.includes(name) ? ('apologies' as const) : ('attended' as const) },
      })),
    });
  else if (!isMeetingActOpen(before.status, 'write-minutes')) return;
  const agenda = await look(listAgenda);
  const document = new Y.Doc();
  // The same act again is the same request, to the last byte.
  document.clientID = 1;
  for (const { of, state, texts } of points) {
    const point = agenda.find(({ heading }) => heading === of)?.id;
    if (point === undefined) throw new Error(`the demonstration’s meeting has no point “${of}”`);
    for (const [name, words] of Object.entries(texts))
      document.getText(minutesDraft.textOf(point, name as 'discussion')).insert(0, words);
    if (state) document.getMap(minutesDraft.states).set(point, state);
  }
  const update = Buffer.from(Y.encodeStateAsUpdate(document)).toString('base64');
  await act('write', minuteTaker, writeMinutes, { meeting, update });
  if (open) return;
  await act('agree', chair, agreeMinutes, { meeting, rev: (await meetingNow()).rev });
}

function must<O>(result: Result<O>): O {
  if (result.ok) return result.answer;
  throw new Error(`the demonstration’s minutes could not be made: ${result.problem.code}`);
}
