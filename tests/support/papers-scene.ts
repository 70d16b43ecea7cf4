import * as Y from 'yjs';
import { addAgendaPoint } from '../../src/areas/meetings/add-agenda-point.ts';
import { callMeeting } from '../../src/areas/meetings/call-meeting.ts';
import { minutesDraft } from '../../src/areas/meetings/contract.ts';
import { agreeMinutes } from '../../src/areas/meetings/minutes/agree-minutes.ts';
import { holdMeeting } from '../../src/areas/meetings/minutes/hold-meeting.ts';
import { publishMinutes } from '../../src/areas/meetings/minutes/publish-minutes.ts';
import { writeMinutes } from '../../src/areas/meetings/minutes/write-minutes.ts';
import { meeting as meetingType } from '../../src/areas/meetings/record.ts';
import { refreshAgenda } from '../../src/areas/meetings/refresh-agenda.ts';
import { listAgenda, listPeopleOfMeeting } from '../../src/areas/meetings/views.ts';
import { listDocuments } from '../../src/areas/files/views.ts';
import { createSpool } from '../../src/intake/create-spool.ts';
import { createFileDocuments } from '../../src/jobs/file-documents.ts';
import { createFileLetters } from '../../src/jobs/file-letters.ts';
import { createFileMinutes } from '../../src/jobs/file-minutes.ts';
import { createSpoolFolder } from '../../src/store/sqlite/spool.ts';
import { memoryLibrary, spoolKey } from './files-scene.ts';
import { newForm, people, school, tenant } from './kernel.ts';
import { needToKnowScene } from './need-to-know-scene.ts';
import { recordedLog } from './recorded-log.ts';

const { daniel, priya, tom, zoe } = people;
type Asked = Parameters<typeof callMeeting.decide>[1];

/** What is written in the minutes of a meeting: about somebody’s concern, or about a point of its own. */
export type Written = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Meetings with minutes, the worker that makes papers of them, and a library in memory for those. */
export async function papersScene() {
  let now = '2026-12-10T08:05:00.000Z';
  const scene = await needToKnowScene({ now: () => now });
  const clock = { now: () => now };
  const spool = createSpool(createSpoolFolder(scene.folder, clock), spoolKey);
  const library = memoryLibrary();
  const { log, lines } = recordedLog();
  const parts = { tenant, store: scene.store, spool, perform: scene.perform, clock, log };
  const fileDocuments = createFileDocuments({
    ...{ ...parts, files: library.files, find: library.find },
    driveOf: async () => 'drive',
    label: async () => undefined,
  });
  const revOf = async (id: string) => (await scene.store.record(tenant, meetingType, id))?.rev ?? 0;

  return {
    ...{ ...scene, spool, library, lines, parts },
    forward: (seconds: number) => void (now = new Date(Date.parse(now) + seconds * 1_000).toISOString()),
    setNow: (instant: string) => void (now = instant),
    fileLetters: createFileLetters({ ...parts, scans: false }),
    fileMinutes: createFileMinutes({ ...parts, scans: false }),
    fileDocuments,
    revOf,
    /**
     * A meeting that was held, chaired by Tom and minuted by Zoe, whose minutes are agreed.
     * @param written by the child’s name as the agenda says it, or by the heading of a point that is added
     */
    async agreed(written: Written, over: Partial<Asked> = {}): Promise<string> {
      const times = { startsAt: '2026-12-10T09:00:00.000Z', endsAt: '2026-12-10T10:00:00.000Z' };
      const asked = {
        ...{ school, kind: 'taf' as const, ...times, chair: tom.person, minuteTaker: zoe.person },
        ...over,
      };
      const called = await scene.perform(
        callMeeting,
        priya,
        { staff: [daniel.person], guests: [], children: [], ...asked },
        newForm(),
      );
      if (!called.ok) throw new Error(JSON.stringify(called.problem));
      const id = called.answer.meeting;
      await scene.act(refreshAgenda, priya, { meeting: id });
      const before = (await scene.look(listAgenda, priya, { id })) ?? [];
      for (const heading of Object.keys(written))
        if (!before.some((point) => point.concern?.childName?.startsWith(heading)))
          await scene.act(addAgendaPoint, zoe, { meeting: id, heading });
      const points = (await scene.look(listAgenda, priya, { id })) ?? [];
      now = '2026-12-10T09:30:00.000Z';
      const some = (await scene.look(listPeopleOfMeeting, priya, { id })) ?? [];
      const attendance = some.map((one) => ({ id: one.id, attendance: 'attended' as const }));
      await scene.act(holdMeeting, tom, { meeting: id, rev: await revOf(id), attendance });
      const document = new Y.Doc();
      for (const [of, texts] of Object.entries(written)) {
        const point = points.find((one) => one.concern?.childName?.startsWith(of) || one.heading === of);
        if (!point) throw new Error(`no point is about ${of}`);
        for (const [text, words] of Object.entries(texts))
          document.getText(minutesDraft.textOf(point.id, text as 'decision')).insert(0, words);
      }
      const update = Buffer.from(Y.encodeStateAsUpdate(document)).toString('base64');
      const wrote = await scene.act(writeMinutes, zoe, { meeting: id, update });
      const said = await scene.act(agreeMinutes, tom, { meeting: id, rev: await revOf(id) });
      if (wrote !== 'done' || said !== 'done') throw new Error(`${wrote}, ${said}`);
      return id;
    },
    publish: async (id: string) => scene.act(publishMinutes, tom, { meeting: id, rev: await revOf(id) }),
    filesOf: async (concern: string) => (await scene.look(listDocuments, priya, { id: concern }))?.items ?? [],
  };
}
export type PapersScene = Awaited<ReturnType<typeof papersScene>>;
