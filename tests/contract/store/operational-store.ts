import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { takeConcern } from '../../../src/areas/concerns/take-concern.ts';
import { readConcern } from '../../../src/areas/concerns/views.ts';
import { verifyChain } from '../../../src/journal/chain.ts';
import type { Store } from '../../../src/perform/store.ts';
import type { MessagePayload, Task } from '../../../src/ports/outbox.ts';
import { kernelOn, newForm, people, school, tenant } from '../../support/kernel.ts';
import { entriesOf, fileAll, startScene, typed, type EngineHarness } from './scene.ts';

/** What perform, read and the workers rely on. Runs on every engine. */
export function operationalStoreContract(name: string, makeEngine: () => Promise<EngineHarness>): void {
  describe(`the operational store's promises, kept by ${name}`, () => {
    const scene = startScene(makeEngine);
    const { report, reported, shown, page } = scene;
    const numbers = async () => (await page()).items.map(({ ref }) => Number(ref.slice(-4))).sort((a, b) => a - b);

    it('keeps a concern, with the rest of a long text in its order', async () => {
      const words = Array.from({ length: 9_000 }, (_, i) => `line ${i}`).join('\n');
      expect(await shown(await reported({ words }))).toMatchObject({
        words,
        child: 'Ellie Marsden',
        filed: 'received',
      });
    });

    it('has all that was committed when it is opened again', async () => {
      const id = await reported();
      await scene.operational.close();
      scene.operational = await scene.engine.open();
      expect(await shown(id, await kernelOn(scene.operational.store))).toMatchObject({ words: typed.words });
    });

    it('answers arrivals of one form at once with one receipt, and a later one too', async () => {
      const form = newForm();
      const answers = await Promise.all(Array.from({ length: 5 }, () => report({}, form)));
      const texts = new Set([...answers, await report({}, form)].map((answer) => JSON.stringify(answer)));
      expect(texts.size).toBe(1);
      expect(await numbers()).toEqual([1]);
    });

    it('keeps both texts that arrive under one form, and gives nobody the answer of another', async () => {
      const form = newForm();
      await report({}, form);
      await report({ words: 'She had no lunch.' }, form);
      await report({}, form, people.zoe);
      expect(await numbers()).toEqual([1, 2, 3]);
    });

    it('numbers reports that come at once without gap or double', async () => {
      await Promise.all(Array.from({ length: 20 }, () => report()));
      expect(await numbers()).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    });

    it('writes nothing of an act whose number another has taken meanwhile, and it is decided again', async () => {
      let commits = 0;
      const racing = (store: Store): Store => ({
        ...store,
        async commit(commit) {
          if (commit.entry.act === 'report-concern' && ++commits === 1) await report();
          return store.commit(commit);
        },
      });
      const other = await kernelOn(scene.operational.store, { around: racing });
      await report({ words: 'She had no lunch.' }, newForm(), people.daniel, other);
      expect(commits).toBe(2);
      expect(await numbers()).toEqual([1, 2]);
      expect((await fileAll(scene.operational)).map(({ payload }) => payload.ref?.slice(-4))).toEqual(['0001', '0002']);
    });

    it('uses no right that was taken away between the decision and the commit', async () => {
      const id = await reported();
      const rights = (store: Store): Store => ({
        ...store,
        commit: (commit) =>
          store.commit({
            ...commit,
            basis: {
              ...commit.basis,
              seen: commit.basis.seen.map((seen) => ({ ...seen, rows: [{ school, role: 'head' }] })),
            },
          }),
      });
      const other = await kernelOn(scene.operational.store, { around: rights });
      const taken = await other.perform(takeConcern, people.priya, { concern: id }, newForm());
      expect(taken).toMatchObject({ ok: false, problem: { code: 'busy' } });
      expect(await shown(id)).toMatchObject({ status: 'submitted', rev: 1 });
    });

    it('gives a concern to one of two who take it at the same moment', async () => {
      const concern = await reported();
      const taken = await Promise.all(
        [people.priya, people.tom].map((who) => scene.kernel.perform(takeConcern, who, { concern }, newForm())),
      );
      expect(taken.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await shown(concern)).toMatchObject({ status: 'acknowledged', rev: 2 });
    });

    it('lists the newest first, page by page, each once', async () => {
      for (let i = 0; i < 30; i++) await reported({ words: `word ${i}` });
      const first = await page();
      const rest = await page('next' in first ? first.next : undefined);
      expect([first.items.length, rest.items.length]).toEqual([25, 5]);
      const refs = [...first.items, ...rest.items].map(({ ref }) => Number(ref.slice(-4)));
      expect(refs).toEqual(Array.from({ length: 30 }, (_, i) => 30 - i));
    });

    it('lists those of one moment page by page, each once', async () => {
      const now = () => '2026-11-02T08:15:00.000Z';
      const atOnce = await kernelOn(scene.operational.store, { now });
      for (let i = 0; i < 30; i++) await report({ words: `word ${i}` }, newForm(), people.daniel, atOnce);
      const first = await page();
      const rest = await page('next' in first ? first.next : undefined);
      const refs = [...first.items, ...rest.items].map(({ ref }) => Number(ref.slice(-4))).sort((a, b) => a - b);
      expect(refs).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
    });

    it('lists nothing to somebody without the right', async () => {
      await reported();
      expect((await page(undefined, people.zoe)).items).toEqual([]);
    });

    it('hands on the rows of an act in their order, and what an update finds before it', async () => {
      const concern = await reported({ words: 'word '.repeat(20_000) });
      await scene.kernel.perform(takeConcern, people.priya, { concern }, newForm());
      const payloads = (await fileAll(scene.operational)).map(({ payload }) => payload);
      expect(payloads.map(({ record, kind }) => `${kind} ${record}`)).toEqual([
        'create concernAddendum',
        'create concern',
        'update concern',
      ]);
      expect(payloads[2]).toMatchObject({
        school,
        ref: payloads[1]?.ref,
        rev: 2,
        values: { status: 'acknowledged', takenByName: people.priya.name },
        base: { status: 'submitted', takenById: null, takenByName: null, takenAt: null },
      });
      expect(await shown(concern)).toMatchObject({ filed: 'filed' });
    });

    it('links every act, look and refusal into one chain, however many come at once', async () => {
      const id = await reported();
      await Promise.all([
        ...Array.from({ length: 30 }, () => shown(id)),
        ...Array.from({ length: 10 }, () => report()),
        ...Array.from({ length: 10 }, () => scene.kernel.read(readConcern, people.zoe, { id })),
      ]);
      const entries = await entriesOf(scene.operational);
      const count = (act: string, outcome: string) =>
        entries.filter((entry) => entry.act === act && entry.outcome === outcome).length;
      expect(verifyChain(entries)).toMatchObject({ intact: true, head: { n: 1 + 1 + 30 + 10 + 10 } });
      expect([
        count('read-concern', 'shown'),
        count('report-concern', 'done'),
        count('read-concern', 'refused'),
      ]).toEqual([30, 11, 10]);
    });

    it('says what was done after an entry of the chain, of looks nothing, and where the chain ends', async () => {
      const { head } = await scene.operational.actsAfter(tenant, undefined);
      const id = await reported();
      await shown(id);
      await scene.kernel.read(readConcern, people.zoe, { id });
      const noted = await scene.operational.actsAfter(tenant, head);
      expect(noted).toEqual({
        head: head + 3,
        acts: [{ subjects: [id], fields: expect.arrayContaining(['concern.status', 'concern.words']) as unknown }],
      });
      expect(await scene.operational.actsAfter(tenant, noted.head)).toEqual({ head: noted.head, acts: [] });
      expect(await scene.operational.actsAfter('another', undefined)).toEqual({ head: 0, acts: [] });
    });

    it('takes a report with any characters at all, and loses none that can be written down', async () => {
      const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }).filter((words) => words.trim() !== '');
      await fc.assert(
        fc.asyncProperty(text, async (words) => {
          const kept = (await shown(await reported({ words: `\0${words}\ud800`, who: words }))).words;
          const lost = /[\0\uFFFD\p{Cs}]/gu;
          expect(kept.replace(lost, '')).toBe(words.replace(lost, ''));
        }),
        { numRuns: 40 },
      );
    });

    describe('messages', () => {
      const claim = async (limit = 10): Promise<readonly Task<MessagePayload>[]> =>
        scene.operational.messageQueue.claim(limit, 60);

      beforeEach(async () => {
        for (const task of await claim(100)) await scene.operational.messageQueue.settle(task);
      });

      it('reach the person on duty, and the ledger says where the card lies', async () => {
        const about = await reported();
        const [task] = await claim();
        expect(task?.payload).toMatchObject({ kind: 'alert-duty', to: people.priya.person, about });
        expect(await scene.operational.messageQueue.confirm(task!, 'activity-1')).toBe(true);
        expect(await scene.operational.messageQueue.confirm(task!, 'activity-2')).toBe(false);
        expect(await scene.operational.messageQueue.delivered(tenant, about)).toEqual([
          { to: people.priya.person, kind: 'alert-duty', activityId: 'activity-1' },
        ]);
      });

      it('that must wait let the next ones of the same person pass', async () => {
        await reported();
        const [first] = await claim();
        await scene.operational.messageQueue.postpone(first!, 600, 'blocked');
        await reported();
        expect(await claim()).toHaveLength(1);
      });

      it('that could not reach somebody are due at once when their chat is known', async () => {
        await reported();
        const [task] = await claim();
        await scene.operational.messageQueue.postpone(task!, 600, 'no-conversation');
        const chat = {
          tenant,
          person: people.priya.person,
          conversationId: 'c',
          serviceUrl: 's',
          botId: 'b',
          teamsUserId: 't',
        };
        expect(await scene.operational.references.save(chat)).toEqual({ first: true });
        expect(await scene.operational.references.save({ ...chat, conversationId: 'd' })).toEqual({ first: false });
        expect(await scene.operational.references.find(people.priya)).toEqual({ ...chat, conversationId: 'd' });
        expect((await claim()).map(({ id }) => id)).toEqual([task!.id]);
      });

      it('of a worker that died are another’s when the lease has run out', async () => {
        await reported();
        const [lost] = await claim();
        scene.engine.pass(59);
        expect(await claim()).toEqual([]);
        scene.engine.pass(2);
        const [taken] = await claim();
        expect(taken?.id).toBe(lost?.id);
        expect(await scene.operational.messageQueue.settle(lost!)).toBe(false);
      });
    });
  });
}
