import { expect, it } from 'vitest';
import { mustStepUp } from '../../../src/access/step-up.ts';
import { filingIdentity } from '../../../src/access/actor.ts';
import type { AuditVerb, Identity } from '../../../src/access/types.ts';
import { areas } from '../../../src/areas/areas.ts';
import { people, tenant } from '../../support/kernel.ts';

const rule = (audit: AuditVerb) => ({ audit, about: 'concern', may: [] });
const proved = (...contexts: readonly string[]): Identity => ({ ...people.priya, contexts });

const verbs: Readonly<Record<AuditVerb, boolean>> = {
  create: false,
  read: false,
  list: false,
  search: false,
  addend: false,
  assign: false,
  decide: false,
  share: false,
  export: true,
  print: true,
  transfer: true,
  'break-glass': false,
  deny: false,
  'permission-change': false,
  'config-change': false,
  dispose: false,
};

it.each(Object.entries(verbs) as [AuditVerb, boolean][])('%s: asked for proof anew: %s', (audit, asked) => {
  expect(mustStepUp(rule(audit), people.priya, 'c1')).toBe(asked);
});

it('whoever has proved it, and only it, is not asked again', () => {
  expect(mustStepUp(rule('export'), proved('c1'), 'c1')).toBe(false);
  expect(mustStepUp(rule('export'), proved('c2', 'c1'), 'c1')).toBe(false);
  expect(mustStepUp(rule('export'), proved('c2', 'c11'), 'c1')).toBe(true);
  expect(mustStepUp(rule('export'), proved(), 'c1')).toBe(true);
});

it('without the setting nobody is asked, and Lantern itself never', () => {
  expect(mustStepUp(rule('export'), people.priya, undefined)).toBe(false);
  expect(mustStepUp(rule('transfer'), filingIdentity(tenant), 'c1')).toBe(false);
});

it('holds for what leaves Lantern today: a download', () => {
  const leaving = Object.values(areas)
    .flatMap(({ rights }) => Object.entries(rights))
    .filter(([, row]) => mustStepUp(row, people.priya, 'c1'))
    .map(([verb]) => verb);
  expect(leaving).toContain('download-document');
});
