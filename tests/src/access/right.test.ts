import { describe, expect, it } from 'vitest';
import { noCases } from '../../../src/access/actor.ts';
import { admits, reachOf } from '../../../src/access/reach.ts';
import type { Actor, Right, VerbRule } from '../../../src/access/types.ts';

const actor: Actor = {
  ...{ tenant: 't', person: 'p', name: 'Priya Raman', door: 'tab', school: 'a', recognised: true },
  ...{ given: noCases, circle: [], kept: noCases },
  grants: [
    { role: 'dsl', school: 'a' },
    { role: 'staff', school: 'a' },
    { role: 'dsl', school: 'b' },
  ],
};
const rule = (right: Partial<Right>, more: Partial<VerbRule> = {}): VerbRule => ({
  ...{ audit: 'read', about: 'concern', may: [{ role: 'dsl', reach: 'school', ...right }] },
  ...more,
});
const belongs = { concern: 'concernId', child: 'childId', subject: 'subjectId' };
const hides = { status: ['misfiled'] };

describe('one right made concrete', () => {
  it('reaches the schools where the role is held, and those alone', () => {
    expect(reachOf(rule({}), actor)).toStrictEqual([{ schools: ['a', 'b'] }]);
    expect(reachOf(rule({ role: 'head' }), actor)).toEqual([]);
  });

  it('is one beside the others of its verb', () => {
    const may: readonly Right[] = [
      { role: 'dsl', reach: 'school' },
      { role: 'head', reach: 'school' },
      { role: 'staff', reach: 'own' },
    ];
    const own = { field: 'reporterId', person: 'p' };
    expect(reachOf({ audit: 'read', about: 'concern', may }, actor)).toStrictEqual([{ schools: ['a', 'b'] }, { own }]);
  });

  it('may need somebody whom the staff list knows', () => {
    expect(reachOf(rule({ recognised: true }), actor)).toHaveLength(1);
    expect(reachOf(rule({ recognised: true }), { ...actor, recognised: false })).toEqual([]);
    expect(reachOf(rule({}), { ...actor, recognised: false })).toHaveLength(1);
  });

  it('of one’s own goes by the field that names one', () => {
    expect(reachOf(rule({ reach: 'own', ownField: 'ownerId' }), actor)).toStrictEqual([
      { own: { field: 'ownerId', person: 'p' } },
    ]);
  });

  it('keeps what narrows it, and what its class hides unless it asks for that by name', () => {
    const when = { status: ['open'] };
    expect(reachOf(rule({ when }, { hides }), actor)).toStrictEqual([
      { schools: ['a', 'b'], when, unless: { status: ['misfiled'] } },
    ]);
    expect(reachOf(rule({ restricted: true }, { hides }), actor)).toStrictEqual([{ schools: ['a', 'b'] }]);
  });

  const given = { concerns: ['c1', 'c2'], children: ['k1'], meetings: [] };
  const holder: Actor = { ...actor, given, circle: ['c1'] };
  it('of what was given reaches the cases and the children, each by its own field', () => {
    expect(reachOf(rule({ reach: 'given' }, { belongs }), holder)).toStrictEqual([
      { when: { concernId: ['c1', 'c2'] }, unless: { subjectId: ['p'] } },
      { when: { childId: ['k1'] }, unless: { subjectId: ['p'] } },
    ]);
    const when = { status: ['open'] };
    expect(reachOf(rule({ reach: 'given', when }, { belongs: { child: 'childId' } }), holder)).toStrictEqual([
      { when: { status: ['open'], childId: ['k1'] } },
    ]);
  });

  it('of the circle leaves out what one opened oneself', () => {
    expect(reachOf(rule({ reach: 'circle' }, { belongs: { concern: 'concernId', child: 'childId' } }), holder)).toEqual(
      [{ when: { concernId: ['c1'] } }],
    );
  });

  it('of the circle reaches, where it names a field, only what also names the person there', () => {
    const right = rule({ reach: 'circle', ownField: 'speakerId' }, { belongs: { concern: 'concernId' } });
    expect(reachOf(right, holder)).toStrictEqual([
      { when: { concernId: ['c1'] }, own: { field: 'speakerId', person: 'p' } },
    ]);
  });

  it.each(['given', 'circle'] as const)('%s: is nothing without a field to go by, or an id', (reach) => {
    expect(reachOf(rule({ reach }), holder)).toEqual([]);
    expect(reachOf(rule({ reach }, { belongs }), actor)).toEqual([]);
  });

  it('of a channel reaches the one in which one was seen, at every school, and nothing without that', () => {
    const right = rule({ role: 'staff', reach: 'channel', recognised: true });
    expect(reachOf(right, actor)).toEqual([]);
    const seated: Actor = { ...actor, sitsIn: '19:here' };
    expect(reachOf(right, seated)).toStrictEqual([{ when: { channelId: ['19:here'] } }]);
    expect(reachOf(right, { ...seated, recognised: false })).toEqual([]);
    expect(reachOf(rule({ role: 'head', reach: 'channel' }), seated)).toEqual([]);
  });

  const kept: Actor = { ...actor, kept: { concerns: ['c9'], children: ['k9'], meetings: ['m9'] } };
  it('leaves out the case and the child that one is kept from, and what is about oneself', () => {
    expect(reachOf(rule({}, { belongs, hides }), kept)).toStrictEqual([
      {
        schools: ['a', 'b'],
        unless: { status: ['misfiled'], concernId: ['c9'], childId: ['k9'], subjectId: ['p'] },
      },
    ]);
  });

  it('that holds even then leaves out only the register', () => {
    expect(reachOf(rule({ evenKept: true }, { belongs, hides }), kept)).toStrictEqual([
      { schools: ['a', 'b'], unless: { status: ['misfiled'] } },
    ]);
    expect(reachOf(rule({ evenKept: true, restricted: true }, { belongs, hides }), kept)).toStrictEqual([
      { schools: ['a', 'b'] },
    ]);
  });
});

describe('a record lies within a reach', () => {
  const record = { school: 'a', reporterId: 'p', status: 'open', kind: 'lado', rev: 3 };

  it('when every part of one of them holds', () => {
    const whole = {
      schools: ['b', 'a'],
      own: { field: 'reporterId', person: 'p' },
      when: { status: ['new', 'open'], kind: ['lado'] },
      unless: { status: ['misfiled'], kind: ['police'] },
    };
    expect(admits([whole], record)).toBe(true);
    expect(admits([{ schools: ['b'] }, whole], record)).toBe(true);
    expect(admits([{ ...whole, schools: ['b'] }], record)).toBe(false);
    expect(admits([{ ...whole, own: { field: 'reporterId', person: 'q' } }], record)).toBe(false);
    expect(admits([{ ...whole, when: { status: ['open'], kind: ['police'] } }], record)).toBe(false);
    expect(admits([{ ...whole, unless: { status: ['misfiled'], kind: ['lado'] } }], record)).toBe(false);
  });

  it('by its one part where it has no other', () => {
    expect(admits([{ schools: ['a'] }], record)).toBe(true);
    expect(admits([{ own: { field: 'reporterId', person: 'p' } }], record)).toBe(true);
    expect(admits([{ when: { rev: ['3'] } }], record)).toBe(true);
  });

  it('never by no reach, or by no value', () => {
    expect(admits([], record)).toBe(false);
    expect(admits([{ schools: [] }], record)).toBe(false);
    expect(admits([{ when: { status: [] } }], record)).toBe(false);
    expect(admits([{ own: { field: 'ownerId', person: 'p' } }], record)).toBe(false);
  });
});
