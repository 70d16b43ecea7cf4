import { expect, it } from 'vitest';
import type { RoleItem } from '../../../src/areas/roles/contract.ts';
import { storyOf } from '../../../tab/roles/role-story.ts';

const item: RoleItem = {
  ...{ id: 'r', rev: 1, school: 'harrowmere', name: 'Nisha Bakshi', role: 'attendance-lead', standing: 'in-force' },
  ...{
    acting: false,
    unconfirmed: false,
    fed: true,
    filed: true,
    mayConfirm: false,
    mayEnd: true,
    mayChangeDays: false,
  },
  ...{ givenByName: 'Lantern (Entra groups)', givenAt: '2026-11-26T09:05:00.000Z' },
};

it.each([
  ['in force', {}, /^From the Entra group, .*26 Nov.*; ends when they leave the group$/],
  ['waiting', { standing: 'waits' }, /^From the Entra group, [^;]*$/],
  ['confirmed', { confirmedByName: 'Tom Whitlock' }, /leave the group; confirmed by Tom Whitlock$/],
  [
    'over',
    { standing: 'over', endedByName: 'Lantern (Entra groups)' },
    /^From the Entra group, [^;]*; ended by Lantern \(Entra groups\)$/,
  ],
  ['given by a person', { fed: false, givenByName: 'Margaret Eaves' }, /^Given by Margaret Eaves, [^;]*$/],
] as const)('of a role from a group that is %s', (_, over, story) => {
  expect(storyOf({ ...item, ...over })).toMatch(story);
});
