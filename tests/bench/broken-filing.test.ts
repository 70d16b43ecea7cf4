import { describe, expect, it } from 'vitest';
import { judge, readGoals, type Line, type Measured } from './figure.ts';
import type { FilingBreakage } from './filing-breakages.ts';
import { measureFilingCalls } from './filing-calls.ts';
import { measureFilingDrain } from './filing-drain.ts';
import { measureFilingFaults, type FilingFaultsOptions } from './filing-faults.ts';

const goals = readGoals();

/** The lines that a measurement would print, by metric; also printed here, so that a run of all tests shows them. */
async function lines(measuring: Promise<Measured>, print?: 'print'): Promise<Readonly<Record<string, Line>>> {
  const { figures } = await measuring;
  const judged = figures.map((figure) => judge(figure, goals));
  if (print) for (const line of judged) console.log(JSON.stringify(line));
  return Object.fromEntries(judged.map((line) => [line.metric, line]));
}

describe('the gate on how fast a backlog drains', () => {
  it('passes the product as it is', async () => {
    expect(await lines(measureFilingDrain(), 'print')).toMatchObject({ 'filing.drain_ratio': { pass: true } });
  });

  it.each<[FilingBreakage, object]>([
    ['timid-budget', {}],
    ['greedy-budget', { why: expect.stringContaining('above the ceiling') }],
  ])('notices a %s', async (breakage, more) => {
    const found = await lines(measureFilingDrain({ breakage }));
    expect(found).toMatchObject({ 'filing.drain_ratio': { pass: false, ...more } });
  });
});

describe('the gate on the calls for an act', () => {
  const each = ['filing.calls_per_act', 'filing.calls_per_act_p0.1', 'filing.calls_per_act_p0.3'];

  it('passes the product as it is', async () => {
    const found = await lines(measureFilingCalls(), 'print');
    expect(each.map((metric) => found[metric]?.pass)).toEqual([true, true, true]);
    expect(found['filing.calls_per_act']?.range).toEqual([1, 1]);
  });

  it('notices one call more for each act', async () => {
    const found = await lines(measureFilingCalls({ acts: 30, breakage: 'look-after-write' }));
    expect(each.map((metric) => found[metric]?.pass)).toEqual([false, false, false]);
    expect(found['filing.calls_per_act']?.value).toBeGreaterThanOrEqual(2);
  });

  it('notices calls before the time that SharePoint asked for', async () => {
    const found = await lines(measureFilingCalls({ acts: 100, breakage: 'deaf-budget' }));
    expect(found['filing.calls_per_act_p0.1']).toMatchObject({
      pass: false,
      why: expect.stringContaining('inside a Retry-After'),
    });
  });
});

describe('the gate on what faults do to acts', () => {
  const measure = async (options: FilingFaultsOptions, print?: 'print') => {
    const found = await lines(measureFilingFaults(options), print);
    return found['filing.faults'];
  };
  /** The rows themselves must show it, not only what is left in the queue. */
  const notices = async (options: FilingFaultsOptions) => {
    const line = await measure({ acts: 400, ...options });
    expect(line?.pass).toBe(false);
    expect(line?.value).toBeGreaterThan(0);
  };

  it('passes the product as it is, with every kind of fault', { timeout: 600_000 }, async () => {
    expect(await measure({ acts: 2_000 }, 'print')).toMatchObject({ value: 0, pass: true });
  });

  // It takes a stale read or a late write of the same row.
  it('notices a worker that does not say which row it saw', () => notices({ acts: 1_000, breakage: 'no-if-match' }));

  it.each(['key-for-each-attempt', 'gives-up', 'takes-silence-for-success'] as const)(
    'notices a worker with %s',
    (breakage) => notices({ breakage }),
  );

  it('notices lanes that do not keep the acts of a case in order', () =>
    notices({
      sabotage: ({ database }) =>
        database.sqlite.exec(
          'create trigger no_lanes after insert on outbox begin update outbox set lane = act where id = new.id; end',
        ),
    }));
});
