import { layPaper } from '../areas/meetings/laid/lay-paper.ts';
import { listFilesForMeeting } from '../areas/meetings/laid/paper-views.ts';
import { listMeetingsToCome, listPeopleOfMeeting } from '../areas/meetings/views.ts';
import type { PerformParts } from '../perform/perform.ts';
import type { Result } from '../perform/problem.ts';
import { createRead } from '../perform/read.ts';
import type { View } from '../perform/types.ts';
import { castMember, demo } from './cast.ts';
import { schoolMoment } from './clock/school-moment.ts';
import { performAt } from './perform-at.ts';
import { seedForm } from './seed-form.ts';

/** A file that is laid before a meeting of the demonstration; times of a clock at the school. */
const told = {
  ...{ at: '2026-12-09T16:50', by: 'priya', meeting: '2026-12-10T15:45', file: 'Letter from the GP practice' },
  ...{ heading: 'What the practice writes', readers: ['Tom Whitlock', 'Ines Duarte'] },
} as const;

/** Lays a file of the demonstration’s past before a meeting that is to come, for two of those who were asked to it; done again it is done once. */
export async function layPapers(parts: PerformParts): Promise<void> {
  const { at, by, heading } = told;
  const { id, name } = castMember(by);
  const who = { tenant: demo.tenantId, person: id, name, door: 'command' } as const;
  const read = createRead({ ...parts, clock: { now: () => schoolMoment(at) } });
  const look = async <P extends object, R, O>(view: View<P, R, O>, params: P): Promise<O> =>
    must(await read(view, who, params)).answer;
  const { items } = await look(listMeetingsToCome, {});
  const meeting = items.find(({ startsAt }) => startsAt === schoolMoment(told.meeting))?.id ?? '';
  const files = await look(listFilesForMeeting, { id: meeting });
  const document = files.find((file) => file.name === told.file)?.document ?? '';
  const people = await look(listPeopleOfMeeting, { id: meeting });
  const readers = people.filter((one) => told.readers.some((reader) => reader === one.name)).map((one) => one.id);
  must(await performAt(parts, at)(layPaper, who, { meeting, document, heading, readers }, seedForm(`paper-${at}`)));
}

function must<O>(result: Result<O>): O {
  if (result.ok) return result.answer;
  throw new Error(`the demonstration’s papers could not be laid: ${JSON.stringify(result.problem)}`);
}
