import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { callMeeting } from '../../../src/areas/meetings/call-meeting.ts';
import { minutesDraft } from '../../../src/areas/meetings/contract.ts';
import { agreeMinutes } from '../../../src/areas/meetings/minutes/agree-minutes.ts';
import { holdMeeting } from '../../../src/areas/meetings/minutes/hold-meeting.ts';
import { mostParts } from '../../../src/areas/meetings/minutes/minutes-draft.ts';
import { draftOf } from '../../../src/areas/meetings/minutes/minutes-queries.ts';
import { listMinutes, readMinutes } from '../../../src/areas/meetings/minutes/minutes-views.ts';
import { writeMinutes } from '../../../src/areas/meetings/minutes/write-minutes.ts';
import { meeting } from '../../../src/areas/meetings/record.ts';
import { readRenderings } from '../../../src/areas/meetings/renderings/read-renderings.ts';
import { listAgenda } from '../../../src/areas/meetings/views.ts';
import type { Store } from '../../../src/perform/store.ts';
import { kernelOn, newForm, people, school, tenant } from '../../support/kernel.ts';
import { entriesOf, startScene, type EngineHarness, type Kernel } from './scene.ts';

const { priya, zoe } = people;
const minutes = 60_000;

/** Drafts of minutes. Runs on every engine. */
export function draftsContract(name: string, makeEngine: () => Promise<EngineHarness>): void {
  describe(`drafts, on ${name}`, () => {
    const scene = startScene(makeEngine);
    const revOf = async (id: string) => (await scene.operational.store.record(tenant, meeting, id))?.rev ?? 0;
    const parts = (id: string) => scene.operational.store.rows(tenant, draftOf, { subject: id });

    /** A meeting that was held a moment ago, and the name of a text of its first point. */
    async function held(): Promise<{ id: string; text: string }> {
      const startsAt = new Date(Date.now() + minutes).toISOString();
      const endsAt = new Date(Date.now() + 2 * minutes).toISOString();
      const asked = { school, kind: 'professionals', startsAt, endsAt, chair: priya.person, minuteTaker: zoe.person };
      const called = await scene.kernel.perform(
        callMeeting,
        priya,
        { ...asked, staff: [], guests: [], children: [] },
        newForm(),
      );
      if (!called.ok) throw new Error(called.problem.code);
      const id = called.answer.meeting;
      await scene.kernel.perform(holdMeeting, priya, { meeting: id, rev: 1, attendance: [] }, newForm());
      const agenda = await scene.kernel.read(listAgenda, priya, { id });
      const [point] = agenda.ok ? agenda.answer.answer : [];
      return { id, text: minutesDraft.textOf(point?.id ?? '', 'discussion') };
    }
    const updateWith = (text: string, words: string) => {
      const document = new Y.Doc();
      document.getText(text).insert(0, words);
      return Buffer.from(Y.encodeStateAsUpdate(document)).toString('base64');
    };
    const write = (id: string, update: string, on: Pick<Kernel, 'perform'> = scene.kernel) =>
      on.perform(writeMinutes, zoe, { meeting: id, update }, newForm());
    async function textOf(id: string, text: string): Promise<string> {
      const seen = await scene.kernel.read(readMinutes, zoe, { id });
      const document = new Y.Doc();
      if (seen.ok) Y.applyUpdate(document, Buffer.from(seen.answer.answer.draft, 'base64'));
      return document.getText(text).toString();
    }

    it('are kept part by part with their journal rows, survive a restart, and become one before they are many', async () => {
      const { id, text } = await held();
      const words = Array.from({ length: mostParts + 2 }, (_, i) => `<${i}>`);
      for (const word of words) expect(await write(id, updateWith(text, word))).toMatchObject({ ok: true });
      expect((await parts(id)).length).toBeLessThan(words.length);
      await scene.operational.close();
      scene.operational = await scene.engine.open();
      scene.kernel = await kernelOn(scene.operational.store);
      const found = await textOf(id, text);
      expect(words.filter((word) => !found.includes(word))).toEqual([]);
      const entries = await entriesOf(scene.operational);
      expect(entries.filter(({ act, outcome }) => act === 'write-minutes' && outcome === 'done')).toHaveLength(
        words.length,
      );
    });

    it('end with the minutes, and never while somebody has added to them since', async () => {
      const { id, text } = await held();
      await write(id, updateWith(text, 'Early. '));
      let late = true;
      const store: Store = {
        ...scene.operational.store,
        async commit(commit) {
          if (late && commit.entry.act === 'agree-minutes') {
            late = false;
            expect(await write(id, updateWith(text, 'Late. '))).toMatchObject({ ok: true });
          }
          return scene.operational.store.commit(commit);
        },
      };
      const other = await kernelOn(store);
      const agreed = await other.perform(agreeMinutes, priya, { meeting: id, rev: await revOf(id) }, newForm());
      expect(agreed).toMatchObject({ ok: true });
      expect(await parts(id)).toEqual([]);
      const seen = await scene.kernel.read(listMinutes, priya, { id });
      const [minute] = seen.ok ? seen.answer.answer : [];
      for (const word of ['Early.', 'Late.']) expect(minute?.discussion).toContain(word);
      expect(await write(id, updateWith(text, 'Too late.'))).toMatchObject({ problem: { code: 'already-done' } });
    });

    it('are rendered once they are agreed, in one answer, with the texts whole that lie in several parts', async () => {
      const { id, text } = await held();
      const words = 'é'.repeat(70_000);
      await write(id, updateWith(text, words));
      const look = () => scene.kernel.read(readRenderings, zoe, { id });
      expect(await look()).toMatchObject({ problem: { code: 'not-found' } });
      await scene.kernel.perform(agreeMinutes, priya, { meeting: id, rev: await revOf(id) }, newForm());
      const seen = await look();
      const [point] = seen.ok ? seen.answer.answer.full.points : [];
      expect(point?.discussion).toBe(words);
    });
  });
}
