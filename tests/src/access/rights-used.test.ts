import { describe, expect, it } from 'vitest';
import { noCases } from '../../../src/access/actor.ts';
import { rightsUsed } from '../../../src/access/rights-used.ts';
import type { Actor, VerbRule } from '../../../src/access/types.ts';

const actor = (over: Partial<Actor> = {}): Actor => ({
  ...{ tenant: 't', person: 'p', name: 'Priya Raman', door: 'tab', school: 'a', recognised: true },
  ...{ given: noCases, circle: [], kept: noCases },
  grants: [{ role: 'staff', school: 'a' }],
  ...over,
});
const lead: Actor = actor({
  grants: [
    { role: 'staff', school: 'a' },
    { role: 'dsl', school: 'a' },
    { role: 'head', school: 'b' },
  ],
});
const rule: VerbRule = {
  ...{ audit: 'read', about: 'concern', belongs: { concern: 'id', child: 'childId' } },
  may: [
    { role: 'dsl', reach: 'school' },
    { role: 'head', reach: 'school' },
    { role: 'staff', reach: 'own' },
    { role: 'staff', reach: 'given' },
  ],
};
const record = { id: 'c1', school: 'a', reporterId: 'q', childId: 'ellie' };

describe('by which right something was done', () => {
  it('names the roles whose reach admits the record, and what is a person’s own beside them', () => {
    expect(rightsUsed(rule, lead, record)).toEqual(['dsl']);
    expect(rightsUsed(rule, lead, { ...record, school: 'b' })).toEqual(['head']);
    expect(rightsUsed(rule, lead, { ...record, reporterId: 'p' })).toEqual(['dsl', 'own']);
    expect(rightsUsed(rule, lead, { ...record, school: 'c' })).toEqual([]);
  });

  it('without a record names all that admit anything, and of somebody without a right none', () => {
    expect(rightsUsed(rule, lead)).toEqual(['dsl', 'head', 'own']);
    expect(rightsUsed(rule, actor({ grants: [] }))).toEqual([]);
  });

  it('tells a case that somebody gave them from one that they opened', () => {
    const given = { concerns: ['c1', 'c2'], children: [], meetings: [] };
    const some = actor({ given, circle: ['c1'] });
    expect(rightsUsed(rule, some, record)).toEqual(['circle']);
    expect(rightsUsed(rule, some, { ...record, id: 'c2' })).toEqual(['break-glass']);
    expect(rightsUsed(rule, some)).toEqual(['break-glass', 'circle', 'own']);
    const opened = actor({ given: { concerns: [], children: ['ellie'], meetings: [] } });
    expect(rightsUsed(rule, opened, record)).toEqual(['break-glass']);
    expect(rightsUsed(rule, opened)).toEqual(['break-glass', 'own']);
    expect(
      rightsUsed(
        rule,
        actor({ given: { concerns: ['c1'], children: ['ellie'], meetings: [] }, circle: ['c1'] }),
        record,
      ),
    ).toEqual(['break-glass', 'circle']);
    const byCircle: VerbRule = { ...rule, may: [{ role: 'staff', reach: 'circle', recognised: true }] };
    expect(rightsUsed(byCircle, some, record)).toEqual(['circle']);
    expect(rightsUsed(byCircle, some)).toEqual(['circle']);
    expect(rightsUsed(byCircle, actor())).toEqual([]);
    expect(rightsUsed(byCircle, { ...some, recognised: false })).toEqual([]);
  });

  it('says of a lead in somebody’s place that they were acting, where they hold the role only so', () => {
    const dsl = { role: 'dsl', school: 'a' } as const;
    const acting = { ...dsl, acting: true } as const;
    expect(rightsUsed(rule, actor({ grants: [acting] }), record)).toEqual(['acting']);
    expect(rightsUsed(rule, actor({ grants: [acting, dsl] }), record)).toEqual(['dsl']);
    const elsewhere = actor({ grants: [acting, { role: 'dsl', school: 'b' }] });
    expect(rightsUsed(rule, elsewhere, record)).toEqual(['acting']);
    expect(rightsUsed(rule, elsewhere, { ...record, school: 'b' })).toEqual(['dsl']);
    expect(rightsUsed(rule, elsewhere)).toEqual(['dsl']);
  });

  it('of a row that does not say all that rights are judged on, names those that may have admitted it', () => {
    expect(rightsUsed(rule, lead, { id: 'c1', school: 'a' })).toEqual(['dsl', 'own']);
    expect(rightsUsed(rule, lead, { ref: 'C-1' })).toEqual(['dsl', 'head', 'own']);
    const kept = { ...lead, kept: { concerns: ['c9'], children: [], meetings: [] } };
    expect(rightsUsed(rule, kept, record)).toEqual(['dsl']);
    expect(rightsUsed(rule, kept, { ...record, id: 'c9' })).toEqual([]);
  });
});
