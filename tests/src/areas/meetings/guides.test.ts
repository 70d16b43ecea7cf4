import { expect, it } from 'vitest';
import { guides } from '../../../../src/areas/meetings/guides.ts';
import { meetingKinds } from '../../../../src/areas/meetings/kinds.ts';

it('there is a guide for each kind that another body holds, and for no other', () => {
  const held = Object.entries(meetingKinds).filter(([, { heldBy }]) => heldBy === 'other-body');
  expect(Object.keys(guides).sort()).toEqual(held.map(([kind]) => kind).sort());
  for (const guide of Object.values(guides)) expect(guide.bring.length).toBeGreaterThan(1);
});
