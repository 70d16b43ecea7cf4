import { describe, expect, it } from 'vitest';
import { takeConcern } from '../../../src/areas/concerns/take-concern.ts';
import type { Store } from '../../../src/perform/store.ts';
import { patient } from '../../../src/ports/outbox.ts';
import { kernelOn, newForm, people } from '../../support/kernel.ts';
import { fileAll, startScene, type EngineHarness } from './scene.ts';

/** What an operator is told of what waits. Runs on every engine. */
export function vitalsContract(name: string, makeEngine: () => Promise<EngineHarness>): void {
  describe(`what waits, in numbers, on ${name}`, () => {
    const scene = startScene(makeEngine);
    const vitals = () => scene.operational.vitals();

    it('counts acts and messages that wait, and says since when', async () => {
      await fileAll(scene.operational);
      for (const task of await scene.operational.messageQueue.claim(100, 60))
        await scene.operational.messageQueue.settle(task);
      expect(await vitals()).toMatchObject({ acts: 0, oldestAct: null, stoppedLanes: 0, oldestTried: null });
      const before = (await vitals()).messages;

      await scene.reported();
      const [first] = await scene.operational.filingQueue.claim(1, 60);
      expect(await vitals()).toMatchObject({ acts: 1, oldestAct: first?.createdAt, messages: before + 1 });
      const [message] = await scene.operational.messageQueue.claim(1, 60);
      await scene.operational.messageQueue.postpone(message!, 600, 'no-conversation', 'free');
      expect(await vitals()).toMatchObject({ messages: before + 1, oldestTried: message?.createdAt });
    });

    it('counts a lane that has stopped once, and what waits behind it as waiting', async () => {
      await fileAll(scene.operational);
      const concern = await scene.reported();
      await scene.kernel.perform(takeConcern, people.priya, { concern }, newForm());
      const [head] = await scene.operational.filingQueue.claim(1, 60);
      await scene.operational.filingQueue.stop(head!, 'refused-400');
      expect(await vitals()).toMatchObject({ acts: 1, stoppedLanes: 1 });
    });

    it('lets rows of a roster wait for longer', async () => {
      const patiently = (store: Store): Store => ({
        ...store,
        commit: (commit) => store.commit({ ...commit, lane: `${patient}roster` }),
      });
      const roster = await kernelOn(scene.operational.store, { around: patiently });
      await scene.report({}, newForm(), people.daniel, roster);
      expect(await vitals()).toMatchObject({ acts: 1, oldestAct: null });
    });
  });
}
