import { expect, it } from 'vitest';
import { wanted } from './wanted.ts';

const known = ['check', 'unit', 'e2e'];

it('runs every tier when none is named', () => {
  expect(wanted([], known)).toEqual({ ok: true, names: known });
});

it('runs the named ones in the usual order', () => {
  expect(wanted(['--tier', 'e2e,check'], known)).toEqual({ ok: true, names: ['check', 'e2e'] });
  expect(wanted(['--tier', 'unit', '--tier', 'check'], known)).toEqual({ ok: true, names: ['check', 'unit'] });
});

it.each([[['--tier']], [['unit']], [['--tier', 'units']], [['--tier', '']]])(
  'refuses %j and names the tiers',
  (args) => {
    expect(wanted(args, known)).toMatchObject({
      ok: false,
      why: expect.stringContaining('check, unit, e2e') as unknown,
    });
  },
);
