import type { Identity } from '../../../access/types.ts';
import type { Result } from '../../../perform/problem.ts';
import type { ReadJson } from '../../../perform/types.ts';
import { readMeeting } from '../views.ts';
import { listFilesForMeeting, listPapersOfMeeting } from './paper-views.ts';

/** What is laid before a meeting (`MeetingPaperItem[]`), for whoever may open the meeting itself. */
export async function composePapers(identity: Identity, read: ReadJson, id: string): Promise<Result<string>> {
  const meeting = await read(readMeeting, identity, { id });
  return meeting.ok ? read(listPapersOfMeeting, identity, { id }) : meeting;
}

/** Which files may be laid before it (`FileForMeeting[]`): whoever may not open the meeting does not learn whom it is about. */
export async function composeFilesForPapers(identity: Identity, read: ReadJson, id: string): Promise<Result<string>> {
  const meeting = await read(readMeeting, identity, { id });
  return meeting.ok ? read(listFilesForMeeting, identity, { id }) : meeting;
}
