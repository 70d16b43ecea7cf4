import { createHash } from 'node:crypto';
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
import { staffAtMeeting } from '../areas/meetings/minutes/minutes-queries.ts';
import { childrenOfMeeting, peopleOfMeeting } from '../areas/meetings/queries.ts';
import { meeting } from '../areas/meetings/record.ts';
import { document } from '../areas/files/record.ts';
import { fullName } from '../areas/people/match-child.ts';
import { othersHidden } from '../documents/others-hidden.ts';
import { paperOfMinutes } from '../documents/paper-of-minutes.ts';
import type { Paper } from '../documents/paper.ts';
import { toDocx } from '../documents/to-docx.ts';
import { toPdf } from '../documents/to-pdf.ts';
import type { Spool } from '../intake/create-spool.ts';
import type { Perform } from '../perform/perform.ts';
import type { Store } from '../perform/store.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { schoolDay } from '../records/school-day.ts';
import type { Query } from '../records/query.ts';

export interface FileMinutesParts {
  readonly tenant: string;
  readonly store: Pick<Store, 'record' | 'rows'>;
  readonly spool: Spool;
  readonly perform: Perform;
  /** Whether files are scanned before anybody may open them. */
  readonly scans: boolean;
  readonly clock: Clock;
  readonly log: Log;
  /** There is something to bring into the library. */
  readonly added?: () => void;
}

/** Concerns whose papers one turn makes at most. */
const atOnce = 10;
/** What could not be made is tried again after an hour, and does not stand in the way of the others until then. */
const againMs = 3_600_000;

const digestOf = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
/** One paper of one meeting in one file: its id comes from these, so that there is never a second. */
const idOf = ({ meetingId, concernId }: PaperDue, format: PaperFormat) =>
  digestOf(`minutes:${meetingId}:${concernId}:${format}`).slice(0, 32);

const make: Readonly<Record<PaperFormat, (paper: Paper) => Promise<Buffer>>> = { pdf: toPdf, docx: toDocx };

/**
 * Puts final minutes into the files of the concerns that they speak of, as PDF/A and as a Word document, each with the other children
 * taken out. From there the worker of files scans them and brings them into the library. The bytes come first and the record after
 * them; killed anywhere it makes the same bytes again under the same id, so nothing is filed twice or half.
 * @returns a job; it says how many papers were filed
 */
export function createFileMinutes(parts: FileMinutesParts) {
  const { tenant, store, spool, perform, scans, clock, log, added = () => {} } = parts;
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
    const minutes = { meeting: held, concern: concernId, child: fullName(record), people, points, actions };
    return paperOfMinutes({ ...minutes, ...othersHidden(known, text) });
  }

  /** Puts bytes where the worker of files takes them from. */
  async function keep(id: string, concernId: string, bytes: Buffer): Promise<void> {
    const there = await spool.find(id);
    // What an earlier try left may be half, or of another version of the paper’s writer.
    if (there) await spool.remove(id);
    const about = { person: us.person, concern: concernId, name: id };
    await spool.begin({ id, tenant, at: clock.now(), size: bytes.length, about });
    await spool.append(id, 0, bytes);
  }

  async function file(due: PaperDue): Promise<number> {
    let filed = 0;
    let paper: Paper | undefined;
    for (const format of Object.keys(paperFormats) as PaperFormat[]) {
      const id = idOf(due, format);
      if (await store.record(tenant, document, id)) continue;
      paper ??= await paperFor(due);
      if (!paper) return filed;
      const bytes = await make[format](paper);
      await keep(id, due.concernId, bytes);
      const said = { document: id, meeting: due.meetingId, concern: due.concernId, format, size: bytes.length };
      const state = scans ? 'pending-scan' : 'not-scanned';
      const done = await perform(
        fileMinutes,
        us,
        { ...said, digest: digestOf(bytes), state },
        digestOf(`file:${id}`).slice(0, 32),
      );
      if (done.ok) filed += 1;
      else log.warn('minutes.not-filed', { meeting: due.meetingId, concern: due.concernId, code: done.problem.code });
      // The worker of files may have looked at it before there was a record, and put it off.
      await spool.release(id, 0);
    }
    return filed;
  }

  const putOff = new Map<string, number>();
  const keyOf = ({ meetingId, concernId }: PaperDue) => `${meetingId}:${concernId}`;

  return async (): Promise<number> => {
    const now = Date.parse(clock.now());
    for (const [key, at] of putOff) if (now - at >= againMs) putOff.delete(key);
    const due = (await rowsOf(papersDue, {})).filter((one) => !putOff.has(keyOf(one))).slice(0, atOnce);
    let filed = 0;
    for (const one of due) {
      const made = await file(one).catch((error: unknown) => {
        const code = error instanceof Error ? error.name : 'unknown';
        log.error('minutes.paper-failed', { meeting: one.meetingId, concern: one.concernId, code });
        return 0;
      });
      if (made === 0) putOff.set(keyOf(one), now);
      filed += made;
    }
    if (filed > 0) added();
    return filed;
  };
}
