import { filingIdentity } from '../access/actor.ts';
import { fileMinutes } from '../areas/meetings/papers/file-minutes.ts';
import { paperFormats, type PaperFormat } from '../areas/meetings/papers/paper-formats.ts';
import {
  actionsForPaper,
  childrenSpokenOf,
  familiesForPaper,
  othersSpokenOf,
  papersDue,
  pointsForPaper,
  rollForPaper,
  type PaperDue,
} from '../areas/meetings/papers/papers-queries.ts';
import { givenAboutChild } from '../areas/meetings/contributions/contribution-queries.ts';
import { staffAtMeeting } from '../areas/meetings/minutes/minutes-queries.ts';
import { childrenOfMeeting, peopleOfMeeting } from '../areas/meetings/queries.ts';
import { meeting } from '../areas/meetings/record.ts';
import { document } from '../areas/files/record.ts';
import { fullName } from '../areas/people/match-child.ts';
import { othersHidden } from '../documents/others-hidden.ts';
import { paperOfMinutes } from '../documents/paper-of-minutes.ts';
import type { Paper } from '../documents/paper.ts';
import { schoolDay } from '../records/school-day.ts';
import type { Query } from '../records/query.ts';
import { createFilePapers, createIntoFile, digestOf, type FilePapersParts } from './file-papers.ts';

/** One paper of one meeting in one file: its id comes from these, so that there is never a second. */
const idOf = ({ meetingId, concernId }: PaperDue, format: PaperFormat) =>
  digestOf(`minutes:${meetingId}:${concernId}:${format}`).slice(0, 32);

/**
 * Puts final minutes into the files of the concerns that they speak of, as PDF/A and as a Word document, each with the other children
 * taken out. From there the worker of files scans them and brings them into the library.
 * @returns a job; it says how many papers were filed
 */
export function createFileMinutes(parts: FilePapersParts) {
  const { tenant, store, perform, clock, log } = parts;
  const intoFile = createIntoFile(parts);
  const us = filingIdentity(tenant);
  const rowsOf = async <V extends object, R>(query: Query<V, R>, values: V) =>
    (await store.rows(tenant, query, values)) as readonly R[];

  async function paperFor({ meetingId: id, concernId }: PaperDue): Promise<Paper | undefined> {
    const held = await store.record(tenant, meeting, id);
    const [children, spoken] = [
      await rowsOf(childrenOfMeeting, { meeting: id }),
      await rowsOf(childrenSpokenOf, { meeting: id }),
    ];
    const child = spoken.find((one) => one.id === concernId)?.childId;
    if (!held || child === undefined) return undefined;
    const others = await rowsOf(othersSpokenOf, { meeting: id });
    const roll = await rowsOf(rollForPaper, { school: held.school });
    const record = roll.find((one) => one.id === child);
    if (!record) return undefined;
    const points = await rowsOf(pointsForPaper, { meeting: id });
    const actions = await rowsOf(actionsForPaper, { concern: concernId, at: held.agreedAt ?? held.notedAt ?? '' });
    const families = await rowsOf(familiesForPaper, { school: held.school });
    const staff = await rowsOf(staffAtMeeting, { meeting: id, today: schoolDay(clock.now()) });
    const text = [points, actions, [{ dissent: held.dissent }]]
      .flat()
      .flatMap((row) => Object.values(row))
      .join('\n');
    const known = {
      child,
      spokenOf: [...children, ...spoken, ...others].flatMap(({ childId }) => (childId === null ? [] : [childId])),
      strangers: others.flatMap(({ childId, name }) => (childId === null ? [name] : [])),
      ...{ roll, families, staff: staff.map(({ name }) => name) },
    };
    const people = await rowsOf(peopleOfMeeting, { meeting: id });
    const [given] = await rowsOf(givenAboutChild, { meeting: id, child });
    const minutes = { meeting: held, concern: concernId, child: fullName(record), people, points, actions, given };
    return paperOfMinutes({ ...minutes, ...othersHidden(known, text) });
  }

  async function file(due: PaperDue): Promise<number> {
    let filed = 0;
    let paper: Paper | undefined;
    for (const format of Object.keys(paperFormats) as PaperFormat[]) {
      const id = idOf(due, format);
      if (await store.record(tenant, document, id)) continue;
      paper ??= await paperFor(due);
      if (!paper) return filed;
      const about = { document: id, meeting: due.meetingId, concern: due.concernId };
      const done = await intoFile(paper, {
        ...{ id, concern: due.concernId, format },
        act: (made, form) => perform(fileMinutes, us, { ...about, ...made }, form),
      });
      if (done.ok) filed += 1;
      else log.warn('minutes.not-filed', { meeting: due.meetingId, concern: due.concernId, code: done.problem.code });
    }
    return filed;
  }

  return createFilePapers(parts, {
    due: () => rowsOf(papersDue, {}),
    keyOf: ({ meetingId, concernId }) => `${meetingId}:${concernId}`,
    file,
    failed: ({ meetingId, concernId }, code) =>
      log.error('minutes.paper-failed', { meeting: meetingId, concern: concernId, code }),
  });
}
