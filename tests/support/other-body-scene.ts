import * as Y from 'yjs';
import { addAgendaPoint } from '../../src/areas/meetings/add-agenda-point.ts';
import { callMeeting } from '../../src/areas/meetings/call-meeting.ts';
import { minutesDraft } from '../../src/areas/meetings/contract.ts';
import { holdMeeting } from '../../src/areas/meetings/minutes/hold-meeting.ts';
import { writeMinutes } from '../../src/areas/meetings/minutes/write-minutes.ts';
import { refreshAgenda } from '../../src/areas/meetings/refresh-agenda.ts';
import { listAgenda } from '../../src/areas/meetings/views.ts';
import { newForm, people, school } from './kernel.ts';
import { papersScene, type Written } from './papers-scene.ts';
import { readDocx } from './read-papers.ts';

const { daniel, priya, zoe } = people;
type Asked = Parameters<typeof callMeeting.decide>[1];

/** Meetings that another body holds, on Thursday 10 December 2026, minuted by Zoe, with the worker that makes papers of notes. */
export async function otherBodyScene() {
  const scene = await papersScene();
  const points = async (id: string) => (await scene.look(listAgenda, priya, { id })) ?? [];

  /** @param written by the child’s first name as the agenda says it, or by the heading of a point */
  async function write(id: string, written: Written): Promise<void> {
    const document = new Y.Doc();
    const agenda = await points(id);
    for (const [of, texts] of Object.entries(written)) {
      const point = agenda.find((one) => one.concern?.childName?.startsWith(of) || one.heading === of);
      if (!point) throw new Error(`no point is about ${of}`);
      for (const [text, words] of Object.entries(texts))
        document.getText(minutesDraft.textOf(point.id, text as 'decision')).insert(0, words);
    }
    document.getMap(minutesDraft.meeting).set('outcome', 'cp-plan');
    const update = Buffer.from(Y.encodeStateAsUpdate(document)).toString('base64');
    const wrote = await scene.act(writeMinutes, zoe, { meeting: id, update });
    if (wrote !== 'done') throw new Error(wrote);
  }

  return {
    ...scene,
    write,
    /** An initial conference about Ellie that was held; written down where something is said. */
    async conference(written: Written, over: Partial<Asked> = {}): Promise<string> {
      const asked = {
        ...{ school, kind: 'icpc' as const, heldBy: 'Westmarch children’s social care' },
        ...{ startsAt: '2026-12-10T09:00:00.000Z', endsAt: '2026-12-10T10:00:00.000Z', minuteTaker: zoe.person },
        ...{ staff: [daniel.person], guests: [], children: [scene.child('Ellie Marsden')], ...over },
      };
      const called = await scene.perform(callMeeting, priya, asked, newForm());
      if (!called.ok) throw new Error(JSON.stringify(called.problem));
      const id = called.answer.meeting;
      await scene.act(refreshAgenda, priya, { meeting: id });
      const before = await points(id);
      for (const heading of Object.keys(written))
        if (!before.some((one) => one.concern?.childName?.startsWith(heading) || one.heading === heading))
          await scene.act(addAgendaPoint, zoe, { meeting: id, heading });
      const held = await scene.act(holdMeeting, priya, { meeting: id, rev: await scene.revOf(id), attendance: [] });
      if (held !== 'done') throw new Error(held);
      if (Object.keys(written).length > 0) await write(id, written);
      return id;
    },
    /** What the Word document in the file of a concern says; undefined while there is none. */
    async paperOf(concern: string): Promise<string | undefined> {
      await scene.fileMinutes();
      while ((await scene.fileDocuments()) > 0);
      const item = (await scene.filesOf(concern)).find(({ mediaType }) => mediaType.endsWith('document'));
      const bytes = item && scene.library.lying.get(`${item.id}.docx`);
      return bytes && JSON.stringify(readDocx(bytes));
    },
  };
}
export type OtherBodyScene = Awaited<ReturnType<typeof otherBodyScene>>;
