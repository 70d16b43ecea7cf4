import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Breakage } from '../bench/breakages.ts';
import { judge, readGoals, type Line, type Measured } from '../bench/figure.ts';
import { fillSchool } from '../bench/fill-school.ts';
import { measureInvokeTime } from '../bench/invoke-time.ts';
import { measureJournalCpu } from '../bench/journal-cpu.ts';
import { measureListCpu } from '../bench/list-cpu.ts';
import { startScene, type Scene } from '../bench/scene.ts';
import { whyNoStrace } from '../bench/strace.ts';
import { measureSubmitFsyncs } from '../bench/submit-fsyncs.ts';
import { measureGraphCalls } from '../bench/submit-graph-calls.ts';
import { startWatchedScene, type WatchedScene } from '../bench/watched-scene.ts';

const goals = readGoals();
const concerns = 400;
/** Longer than a broken product puts off what it should have done at once. */
const afterwardsMs = 100;

/** The lines that a measurement prints of a product that is broken meanwhile; by metric. */
async function lines<S extends Scene>(
  scene: S,
  breakage: Breakage | undefined,
  measure: (scene: S) => Promise<Measured>,
): Promise<Readonly<Record<string, Line>>> {
  await scene.lantern.breakBy(breakage);
  const { figures } = await measure(scene);
  await sleep(afterwardsMs);
  await scene.lantern.breakBy();
  return Object.fromEntries(figures.map((figure) => [figure.metric, judge(figure, goals)]));
}

describe('the gate on syncs', () => {
  let scene: WatchedScene | undefined;
  beforeAll(async () => {
    if (whyNoStrace() === undefined) scene = await startWatchedScene({ breakable: true });
  });
  afterAll(() => scene?.end());

  const line = async (breakage?: Breakage) => {
    if (!scene) throw new Error(whyNoStrace());
    const found = await lines(scene, breakage, (watched) => measureSubmitFsyncs({ submits: 8, scene: watched }));
    return found['submit.fsyncs'];
  };

  it('passes the product as it is', async () => {
    expect(await line()).toMatchObject({ value: 1, pass: true });
  });

  it.each([
    ['second-commit', 2],
    ['receipt-before-commit', 0],
  ] as const)('notices a %s', async (breakage, value) => {
    expect(await line(breakage)).toMatchObject({ value, pass: false });
  });

  it('does not pass without strace, and says why', async () => {
    const { figures } = await measureSubmitFsyncs({ strace: 'no-such-strace' });
    expect(figures.map((figure) => judge(figure, goals))).toMatchObject([
      { value: null, pass: false, why: expect.stringContaining('strace') },
    ]);
  });
});

describe('with one product that runs', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await startScene({ breakable: true, fill: (folder) => fillSchool(folder, concerns) });
  });
  afterAll(() => scene.end('at-once'));

  describe('the gate on the cost of a list', () => {
    const few = { amount: 100, rounds: { eight: 2, one: 0 } };
    // Whether each look has its row needs no round that could be timed.
    const looks = { amount: 60, rounds: { eight: 1, one: 0 } };
    const ratio = async (breakage?: Breakage, size = looks) =>
      (await lines(scene, breakage, (running) => measureListCpu({ ...size, scene: running })))['list.cpu_ratio'];

    it('finds the product’s journal whole', async () => {
      const line = await ratio();
      expect(line?.why).toBeUndefined();
      expect(line?.value).toBeGreaterThan(1);
    });

    it('notices a list that asks its question several times', async () => {
      const line = await ratio('costly-list', few);
      expect(line).toMatchObject({ pass: false });
      expect(line?.why).toBeUndefined();
    });

    it.each(['no-journal', 'leaky-journal', 'journal-later'] as const)(
      'does not let a product be quick by way of %s',
      async (breakage) => {
        const line = await ratio(breakage);
        expect(line).toMatchObject({ pass: false });
        expect(line?.why).toBeDefined();
      },
    );
  });

  describe('the gate on the cost of the journal', () => {
    const found = async (breakage?: Breakage) => {
      const size = { amount: 100, rounds: 3, ...(breakage && { breakage }) };
      const { figures } = await measureJournalCpu({ ...size, scene });
      return figures.map((figure) => judge(figure, goals))[0];
    };

    it('finds a row for each look that was to leave one, and none for the others', async () => {
      const line = await found();
      expect(line?.why).toBeUndefined();
      expect(line?.value).toBeGreaterThan(0.9);
    });

    it('notices a journal that has become expensive', async () => {
      const line = await found('costly-journal');
      expect(line).toMatchObject({ pass: false });
      expect(line?.why).toBeUndefined();
    });

    it('does not let a product be cheap by way of a journal with gaps', async () => {
      expect(await found('leaky-journal')).toMatchObject({ pass: false, why: expect.stringContaining('rows') });
    });
  });

  describe('the gate on calls to Graph', () => {
    const found = (breakage?: Breakage) =>
      lines(scene, breakage, (running) => measureGraphCalls({ submits: 5, scene: running }));

    it('passes the product as it is', async () => {
      expect(await found()).toMatchObject({
        'submit.graph_calls': { value: 1, pass: true },
        'list.graph_calls': { value: 0, pass: true },
        'open.graph_calls': { value: 0, pass: true },
      });
    });

    it('notices one call more for each act', async () => {
      expect(await found('look-after-filing')).toMatchObject({ 'submit.graph_calls': { pass: false } });
    });

    it('notices a look that asks SharePoint', async () => {
      const broken = { pass: false };
      expect(await found('look-in-sharepoint')).toMatchObject({
        'list.graph_calls': broken,
        'open.graph_calls': broken,
      });
    });
  });

  // The last: it leaves a Graph that hardly answers.
  describe('the gate on the time to a receipt', () => {
    const found = (submits: number, breakage?: Breakage) =>
      lines(scene, breakage, (running) => measureInvokeTime({ submits, scene: running }));

    // What else the machine does makes some slower, and none quicker.
    it('passes the product as it is, while Graph takes half a minute', { retry: 2 }, async () => {
      expect(await found(24)).toMatchObject({ 'invoke.p99_ms': { pass: true } });
    });

    it('notices something slow between the press and the receipt', async () => {
      expect(await found(8, 'slow-commit')).toMatchObject({ 'invoke.p99_ms': { pass: false } });
    });
  });
});
