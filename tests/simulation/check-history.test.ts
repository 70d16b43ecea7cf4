import { expect, it } from 'vitest';
import { checkHistory, rules } from './check-history.ts';
import type { AcknowledgedAct, CallMade, History, Remains } from './history.ts';

const act: AcknowledgedAct = {
  tenant: 0,
  case: 'a',
  verb: 'report-concern',
  digest: '1',
  traces: ['one', 'two'],
  tells: ['priya'],
};
const remains: Remains = {
  ...{ tenant: 0, traces: ['one', 'two'], written: ['one', 'two'], journal: [{ verb: 'report-concern', digest: '1' }] },
  ...{
    chainIntact: true,
    apart: [],
    stopped: [],
    toldOfStopped: [],
    delivered: ['priya a'],
    waiting: 0,
    marks: ['tenant-0'],
  },
};
const call = (sent: number, sentAt: number, more: Partial<CallMade> = {}): CallMade => ({
  ...{ tenant: 0, sent, sentAt, heard: sent, heardAt: sentAt, units: 2, asked: undefined },
  ...more,
});
const whole: History = { acts: [act], calls: [call(1, 0), call(2, 5)], remains: [remains], ceiling: 10, events: [] };
const left = (more: Partial<Remains>): History => ({ ...whole, remains: [{ ...remains, ...more }] });
const rulesOf = (history: History) => [...new Set(checkHistory(history).map(({ rule }) => rule))];

it('finds nothing in a whole history', () => {
  expect(checkHistory(whole)).toEqual([]);
});

it('finds what breaks each rule, and says which', () => {
  const broken: Readonly<Record<(typeof rules)[number], History>> = {
    effect: left({ traces: ['one'] }),
    order: left({ written: ['two', 'one'] }),
    'retry-after': { ...whole, calls: [call(1, 0, { asked: 6 }), call(2, 5)] },
    ceiling: { ...whole, calls: [call(1, 0, { units: 6 }), call(2, 59, { units: 6 })] },
    projection: left({ apart: [{ record: 'concern', id: 'a', column: 'Status' }] }),
    journal: left({ journal: [] }),
    chain: left({ chainIntact: false }),
    tenant: left({ marks: ['tenant-0', 'tenant-1'] }),
    told: left({ delivered: [] }),
    'stopped-told': left({ stopped: ['a'] }),
    drained: left({ waiting: 1 }),
  };
  for (const rule of rules) expect(rulesOf(broken[rule])).toEqual([rule]);
});

it('takes no effect twice, and none that nobody caused', () => {
  expect(checkHistory(left({ traces: ['one', 'two', 'two'] }))).toEqual([{ rule: 'effect', what: 'doubled: two' }]);
  expect(checkHistory(left({ traces: ['one', 'two', 'three'] }))).toEqual([{ rule: 'effect', what: 'doubled: three' }]);
});

it('lets acts wait, and values differ, where filing stopped as a conflict that somebody was told of', () => {
  const stopped = { traces: ['one'], written: ['one'], stopped: ['a'], toldOfStopped: ['a'] };
  expect(checkHistory(left({ ...stopped, apart: [{ record: 'concern', id: 'a', column: 'Status' }] }))).toEqual([]);
  expect(rulesOf(left({ ...stopped, traces: ['one', 'one'] }))).toEqual(['effect']);
});

it('counts a rest from when it is heard until it is over, and only for its tenant', () => {
  const rest = call(2, 0, { heard: 4, heardAt: 10, asked: 5 });
  const found = (...calls: readonly CallMade[]) => rulesOf({ ...whole, calls: [rest, ...calls] });
  expect(found(call(3, 10))).toEqual([]);
  expect(found(call(5, 10))).toEqual(['retry-after']);
  expect(found(call(5, 14.9))).toEqual(['retry-after']);
  expect(found(call(5, 15))).toEqual([]);
  expect(found(call(5, 12, { tenant: 1 }))).toEqual([]);
});

it('counts units in every window of a minute', () => {
  const spent = (at: number) => rulesOf({ ...whole, calls: [call(1, 30, { units: 6 }), call(2, at, { units: 6 })] });
  expect(spent(89)).toEqual(['ceiling']);
  expect(spent(90)).toEqual([]);
});
