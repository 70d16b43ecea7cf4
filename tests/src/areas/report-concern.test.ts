import { describe, expect, it } from 'vitest';
import { reportConcern, type ReportState } from '../../../src/areas/concerns/report-concern.ts';
import { noCases } from '../../../src/access/actor.ts';
import type { Actor } from '../../../src/access/types.ts';
import { people } from '../../support/kernel.ts';

const actor: Actor = {
  ...people.daniel,
  grants: [{ role: 'staff', school: 'a' }],
  school: 'a',
  recognised: true,
  given: noCases,
  circle: [],
  kept: noCases,
};
const priya = { id: 'd', rev: 1, personId: people.priya.person, personName: 'Priya Raman', phone: '01632 960114' };
const holder = ({ person, name }: { person: string; name: string }, role: string) => ({
  personId: person,
  personName: name,
  role,
});
const [lead, deputy] = [holder(people.priya, 'dsl'), holder(people.tom, 'deputy')];
const state: ReportState = { number: 142, duty: [priya], holders: [lead, deputy], conflicts: [], roll: [] };

let n = 0;
const context = { actor, now: '2026-12-10T08:05:00.000Z', newId: () => (++n).toString(16).padStart(32, '0') };
const typed = { who: 'Ellie Marsden', words: 'She had no coat.', safeNow: 'yes', when: 'just now' } as const;

function decided(
  over: Partial<typeof typed | { when: string; who: string; words: string }> = {},
  known: Partial<ReportState> = {},
  by = actor,
) {
  const decision = reportConcern.decide({ ...state, ...known }, { ...typed, ...over }, { ...context, actor: by });
  if (!decision.ok) throw new Error(decision.problem.code);
  const { put, effects } = decision.change;
  const concern = put.at(-1);
  if (concern?.kind !== 'create') throw new Error('no concern');
  return {
    concern,
    put,
    told: effects.filter(({ kind }) => kind === 'alert-duty').map(({ to }) => to),
    effects,
    answer: decision.answer,
  };
}

describe('who is told of a report', () => {
  it('is the lead on duty', () => {
    expect(decided().told).toEqual([people.priya.person]);
  });

  it('are all leads when nobody is on duty', () => {
    expect(decided({}, { duty: [] }).told).toEqual([people.priya.person, people.tom.person]);
  });

  it('are all leads when whoever is on duty may not see concerns', () => {
    expect(decided({}, { holders: [deputy] }).told).toEqual([people.tom.person]);
  });
});

describe('a report', () => {
  it('bears the year of the school’s calendar and a number of four digits or more', () => {
    expect(decided().answer.ref).toBe('C-2026-0142');
    expect(decided({}, { number: 12_345 }).answer.ref).toBe('C-2026-12345');
  });

  it('of 70,000 characters is kept whole: what no column holds lies in addenda, which are filed before it', () => {
    const words = '😀'.repeat(35_000);
    const { concern, put } = decided({ words });
    const addenda = put.slice(0, -1);
    expect(addenda).toHaveLength(1);
    expect([concern, ...addenda].map((patch) => patch.values['words']).join('')).toBe(words);
    expect(addenda[0]?.values).toMatchObject({ number: 1, concernId: concern.id });
  });

  it('keeps an overlong name and time in addenda, named', () => {
    const { concern, put } = decided({ who: 'x'.repeat(300), when: 'y'.repeat(300) });
    expect(concern.values['childAsTyped']).toBe('x'.repeat(255));
    expect(put.slice(0, -1).map((patch) => patch.values['words'])).toEqual([
      `\nChild, as written: ${'x'.repeat(300)}`,
      `\nWhen, as written: ${'y'.repeat(300)}`,
    ]);
  });

  it('is kept and marked when its time lies in the future', () => {
    expect(decided({ when: 'tomorrow' }).concern.values).toMatchObject({ inFuture: true, whenAsTyped: 'tomorrow' });
    expect(decided().concern.values).not.toHaveProperty('inFuture');
  });

  it('asks only somebody on the staff list which child is meant', () => {
    const asked = (by: Actor) => decided({}, {}, by).effects.some(({ kind }) => kind === 'ask-which-child');
    expect([asked(actor), asked({ ...actor, recognised: false })]).toEqual([true, false]);
  });

  it('sends no name and no word of it with its effects', () => {
    expect(JSON.stringify(decided().effects)).not.toMatch(/Ellie|coat/);
  });
});
