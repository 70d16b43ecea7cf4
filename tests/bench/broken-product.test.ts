import { describe, expect, it } from 'vitest';
import type { Breakage } from './breakages.ts';
import { judge, readGoals, type Line, type Measured } from './figure.ts';
import { measureInvokeTime } from './invoke-time.ts';
import { measureListCpu } from './list-cpu.ts';
import { measureSubmitFsyncs } from './submit-fsyncs.ts';
import { measureGraphCalls } from './submit-graph-calls.ts';

const goals = readGoals();

/** The lines that a measurement would print, by metric. */
async function lines(measuring: Promise<Measured>): Promise<Readonly<Record<string, Line>>> {
  const { figures } = await measuring;
  return Object.fromEntries(figures.map((figure) => [figure.metric, judge(figure, goals)]));
}

describe('the gate on syncs', () => {
  const measure = (breakage?: Breakage) => lines(measureSubmitFsyncs({ submits: 8, ...(breakage && { breakage }) }));

  it('passes the product as it is', async () => {
    expect(await measure()).toMatchObject({ 'submit.fsyncs': { value: 1, pass: true } });
  });

  it.each(['second-commit', 'receipt-before-commit'] as const)('notices a %s', async (breakage) => {
    expect(await measure(breakage)).toMatchObject({ 'submit.fsyncs': { pass: false } });
  });

  it('does not pass without strace, and says why', async () => {
    const found = await lines(measureSubmitFsyncs({ strace: 'no-such-strace' }));
    expect(found).toMatchObject({
      'submit.fsyncs': { value: null, pass: false, why: expect.stringContaining('strace') },
    });
  });
});

describe('the gate on calls to Graph', () => {
  const measure = (breakage?: Breakage) => lines(measureGraphCalls({ submits: 5, ...(breakage && { breakage }) }));

  it('passes the product as it is', async () => {
    expect(await measure()).toMatchObject({
      'submit.graph_calls': { value: 1, pass: true },
      'list.graph_calls': { value: 0, pass: true },
      'open.graph_calls': { value: 0, pass: true },
    });
  });

  it('notices one call more for each act', async () => {
    expect(await measure('look-after-filing')).toMatchObject({ 'submit.graph_calls': { pass: false } });
  });

  it('notices a look that asks SharePoint', async () => {
    const broken = { pass: false };
    expect(await measure('look-in-sharepoint')).toMatchObject({
      'list.graph_calls': broken,
      'open.graph_calls': broken,
    });
  });
});

describe('the gate on the time to a receipt', () => {
  const measure = (breakage?: Breakage) => lines(measureInvokeTime({ submits: 24, ...(breakage && { breakage }) }));

  it('passes the product as it is, while Graph takes half a minute', async () => {
    expect(await measure()).toMatchObject({ 'invoke.p99_ms': { pass: true } });
  });

  it('notices something slow between the press and the receipt', async () => {
    expect(await measure('slow-commit')).toMatchObject({ 'invoke.p99_ms': { pass: false } });
  });
});

describe('the gate on the cost of a list', () => {
  const few = { concerns: 400, amount: 150, rounds: { eight: 2, one: 1 } };
  // Whether each look has its row needs no round that could be timed.
  const looks = { concerns: 60, amount: 60, rounds: { eight: 1, one: 1 } };
  const measure = (breakage?: Breakage, size = few) =>
    lines(measureListCpu({ ...size, ...(breakage && { breakage }) }));

  it('finds the product’s journal whole', async () => {
    const { 'list.cpu_ratio': ratio } = await measure(undefined, looks);
    expect(ratio?.why).toBeUndefined();
    expect(ratio?.value).toBeGreaterThan(1);
  });

  it('notices a list that asks its question several times', async () => {
    expect(await measure('costly-list')).toMatchObject({ 'list.cpu_ratio': { pass: false } });
  });

  it.each(['no-journal', 'leaky-journal', 'journal-later'] as const)(
    'does not let a product be quick by way of %s',
    async (breakage) => {
      const { 'list.cpu_ratio': ratio } = await measure(breakage, looks);
      expect(ratio).toMatchObject({ pass: false });
      expect(ratio?.why).toBeDefined();
    },
  );
});
