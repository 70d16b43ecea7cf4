import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unusual } from '../../../../src/areas/journal/fields.ts';
import type { Entry, Known, May } from '../../../../src/areas/journal/rules.ts';
import { fullest, hasFamilyName, mayWatch, unusualIn, type Watch } from '../../../../src/areas/journal/unusual.ts';

const now = '2026-12-10T15:00:00.000Z';
const minute = 60_000;
const day = 24 * 60 * minute;
/** So many milliseconds before now. */
const ago = (milliseconds: number) => new Date(Date.parse(now) - milliseconds).toISOString();
const names = { tom: 'Tom Whitlock', nia: 'Nia O’Brien', priya: 'Priya Raman', margaret: 'Margaret Ashworth' };
const roles: Watch['roles'] = new Map([
  ['priya', [{ school: 'a', role: 'dsl' }]],
  ['margaret', [{ school: 'a', role: 'head' }]],
  ['both', [...['head', 'dsl'].map((role) => ({ school: 'a', role }))]],
]);
/** What the rights table gives the two who read this, at their school. */
const mayOf =
  (role: 'dsl' | 'head'): May =>
  (verb, record) =>
    (record as { school?: string }).school === 'a' &&
    verb !== (role === 'dsl' ? 'see-reading-by-lead' : 'see-reading-by-head');

const open = (actor: string, of: number, at: string, over: Partial<Entry> = {}): Entry => ({
  ...{ at, actor, act: 'read-concern', verb: 'read', about: 'concern', subjects: [`c${of}`], fields: [] },
  ...{ outcome: 'shown', ...over },
});
const refusal = (actor: string, at: string, code = 'not-found') =>
  open(actor, 0, at, { verb: 'deny', outcome: 'refused', subjects: [], fields: [code] });
const known: Known = {
  facts: new Map(
    Array.from({ length: 60 }, (_, n) => [`c${n}`, { id: `c${n}`, type: 'concern', school: 'a', ref: `C-${n}` }]),
  ),
  doers: new Map(Object.entries(names).map(([id, name]) => [id, { name, schools: ['a'] }])),
};
const families = new Map([
  ['c1', 'O Brien'],
  ['c2', 'Marsden'],
]);
const look = (entries: readonly Entry[], viewer: 'priya' | 'margaret' = 'priya') =>
  unusualIn({ entries, known, families, watch: { viewer, roles } }, now, mayOf(viewer === 'priya' ? 'dsl' : 'head'));
const manyIn = (actor: string, cases: number, since: number) =>
  Array.from({ length: cases }, (_, n) => open(actor, n, ago(since - n * minute)));

describe('most cases within an hour', () => {
  it('is told with its hour and with what it is held against', () => {
    const { readers } = look([...manyIn('tom', 5, 20 * day), ...manyIn('tom', 11, 2 * day)]);
    const from = ago(2 * day);
    expect(readers).toEqual([
      {
        ...{ name: 'Tom Whitlock', ownName: [], breakGlass: [] },
        hour: { cases: 11, from, to: ago(2 * day - 60 * minute), before: 5 },
      },
    ]);
  });

  it.each([
    [9, 0, false],
    [10, 0, true],
    [10, 4, true],
    [10, 5, false],
    [21, 10, true],
    [20, 10, false],
  ])('%i cases in an hour after %i before: unusual is %s', (cases, before, told) => {
    const { readers } = look([...manyIn('tom', before, 10 * day), ...manyIn('tom', cases, day)]);
    expect(readers.length > 0).toBe(told);
  });

  it('counts a case once however often it is opened, and holds what is older than the four weeks against nobody', () => {
    const again = Array.from({ length: 40 }, (_, n) => open('tom', n % 9, ago(day - n * minute)));
    expect(look(again).readers).toEqual([]);
    const old = manyIn('tom', 30, (unusual.days + unusual.daysBefore + 1) * day);
    expect(look([...old, ...manyIn('tom', 10, day)]).readers[0]?.hour?.before).toBe(0);
  });

  it('asks not at what time of day it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2 * 60, max: 6 * 24 * 60 }), (minutes) => {
        const { readers } = look(manyIn('tom', 12, minutes * minute));
        expect(readers.map(({ hour }) => hour?.cases)).toEqual([12]);
        expect(look(manyIn('tom', 9, minutes * minute)).readers).toEqual([]);
      }),
    );
  });

  it('finds the fullest span as one finds it by trying each', () => {
    const moment = fc.record({ at: fc.integer({ min: 0, max: 300 }), of: fc.constantFrom('a', 'b', 'c', 'd', 'e') });
    fc.assert(
      fc.property(fc.array(moment, { maxLength: 40 }), (moments) => {
        const tried = moments.map(({ at: first }) => {
          const within = moments.filter(({ at }) => at >= first && at < first + 60);
          return new Set(within.map(({ of }) => of)).size;
        });
        const timed = moments.map(({ at, of }) => ({ at: new Date(at * minute).toISOString(), of }));
        const found = fullest(timed, 60 * minute);
        expect(found?.count ?? 0).toBe(Math.max(0, ...tried));
        if (!found) return;
        const within = timed.filter(({ at }) => at >= found.from && at < found.to);
        expect(new Set(within.map(({ of }) => of)).size).toBe(found.count);
      }),
    );
  });
});

describe('a child of one’s own name', () => {
  it('is told by its case and the last time, never by its name', () => {
    const { readers } = look([open('nia', 1, ago(day)), open('nia', 1, ago(2 * day)), open('nia', 2, ago(day))]);
    expect(readers.map(({ name, ownName }) => [name, ownName])).toEqual([
      [names.nia, [{ ref: 'C-1', at: ago(day), seen: 'c1' }]],
    ]);
    expect(JSON.stringify(readers)).not.toMatch(/O Brien|Marsden/);
  });

  it.each([
    ['Nia O’Brien', 'O Brien', true],
    ['Zoë Müller', 'MULLER', true],
    ['Anna van der Berg', 'Van der Berg', true],
    ['Anna Smith-Jones', 'Smith-Jones', true],
    ['Jordan Smith', 'Jordan', false],
    ['Anna Smithson', 'Smith', false],
    ['Marsden', 'Marsden', false],
    ['Nia O’Brien', '', false],
  ])('%s and a child %s: %s', (name, family, same) => {
    expect(hasFamilyName(name, family)).toBe(same);
  });
});

describe('refusals in a row', () => {
  const row = (times: number, apart: number, code?: string) =>
    Array.from({ length: times }, (_, n) => refusal('tom', ago(day - n * apart), code));

  it('are told from five within ten minutes', () => {
    expect(look(row(5, 2 * minute)).readers[0]?.refusals).toEqual({
      ...{ times: 5, from: ago(day), to: ago(day - 10 * minute) },
    });
    expect(look(row(4, minute)).readers).toEqual([]);
    expect(look(row(9, 150 * 1_000)).readers).toEqual([]);
  });

  it('are those of what was not theirs to see, not of a form with a fault', () => {
    for (const code of ['invalid-input', 'changed-meanwhile', 'already-done', 'step-up'])
      expect(look(row(9, minute, code)).readers).toEqual([]);
  });
});

describe('whose reading stands where', () => {
  const glass = (actor: string) =>
    open(actor, 3, ago(day), { act: 'break-glass', verb: 'break-glass', outcome: 'done' });
  const all = Object.keys(names).map(glass);
  const told = (viewer: 'priya' | 'margaret') => look(all, viewer).readers.map(({ name }) => name);

  it('a lead’s with the head, a head’s with the lead, everybody else’s with both, nobody’s own', () => {
    expect(told('priya')).toEqual([names.margaret, names.nia, names.tom]);
    expect(told('margaret')).toEqual([names.nia, names.priya, names.tom]);
  });

  it('nobody watches themself, whatever they hold; who is head and lead is watched by either', () => {
    const everything: May = () => true;
    for (const viewer of ['priya', 'margaret', 'both', 'tom'])
      expect(mayWatch(viewer, 'a', { viewer, roles }, everything)).toBe(false);
    expect(mayWatch('both', 'a', { viewer: 'priya', roles }, mayOf('dsl'))).toBe(true);
    expect(mayWatch('both', 'a', { viewer: 'margaret', roles }, mayOf('head'))).toBe(true);
    expect(mayWatch('priya', 'b', { viewer: 'margaret', roles }, mayOf('head'))).toBe(false);
  });

  it('counts nothing of anybody whose reading is not theirs to know of, nor of concerns about staff', () => {
    const staff = { about: 'staffConcern', act: 'read-staff-concern' };
    const entries = [
      ...manyIn('priya', 12, day),
      ...Array.from({ length: 12 }, (_, n) => open('tom', n, ago(day), staff)),
      ...Array.from({ length: 12 }, (_, n) => open('tom', n, ago(day), { fields: [], about: 'staffConcern' })),
      ...Array.from({ length: 6 }, () => ({ ...refusal('tom', ago(day)), about: 'staffConcern' })),
    ];
    expect(look(entries)).toMatchObject({ readers: [], counted: { people: 0, openings: 0, refusals: 0 } });
    expect(look(entries, 'margaret')).toMatchObject({ counted: { people: 1, openings: 12, refusals: 0 } });
  });

  it('says what was looked at when nothing was unusual', () => {
    const { readers, from, to, counted } = look([
      open('tom', 2, ago(day)),
      open('nia', 2, ago(day)),
      refusal('tom', ago(day)),
    ]);
    expect({ readers, from, to, counted }).toEqual({
      ...{ readers: [], from: ago(7 * day), to: now },
      counted: { people: 2, openings: 2, refusals: 1 },
    });
  });
});
