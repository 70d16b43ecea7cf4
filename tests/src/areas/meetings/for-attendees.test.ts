import { expect, it } from 'vitest';
import type { HiddenChild } from '../../../../src/areas/meetings/redact/who-is-hidden.ts';
import { forAttendees } from '../../../../src/areas/meetings/renderings/for-attendees.ts';
import type { PointMaterial, RenderingMaterial } from '../../../../src/areas/meetings/renderings/material-of.ts';

const ellie: HiddenChild = { label: 'Child A', givenName: 'Ellie', familyName: 'Marsden', birthDate: '2014-03-14' };
const leo: HiddenChild = { label: 'another child', givenName: 'Leo', familyName: 'Tarrant', upn: 'A820432110001' };
const point = (over: Partial<PointMaterial>): PointMaterial => ({
  ...{ id: 'p1', why: 'own', heading: 'Lunch', texts: {}, actions: [] },
  ...over,
});
const rendered = (over: Partial<RenderingMaterial>) =>
  forAttendees({
    ...{ kind: 'taf', heldOn: '2026-12-10', agreedOn: '2026-12-10', points: [], addenda: [], contributions: [] },
    ...{ children: [ellie], others: [leo], professionals: [], relatives: ['Claire Marsden'] },
    staff: [{ personId: 's1', name: 'Tom Whitlock' }],
    ...over,
  });

it('the meeting’s child, and who belongs to them, stand by name; another child does not', () => {
  const { points } = rendered({
    points: [point({ texts: { decision: 'Ellie and Claire Marsden meet Leo Tarrant.' } })],
  });
  expect(points).toEqual([{ heading: 'Lunch', decision: 'Ellie and Claire Marsden meet another child.', actions: [] }]);
});

it('a point and an addendum that still tell somebody apart after hiding are left out whole, and are said to be', () => {
  const addendum = { id: 'a1', writtenByName: 'Tom Whitlock', writtenAt: '2026-12-10T10:00:00.000Z' };
  const { points, addenda } = rendered({
    points: [
      point({ texts: { decision: 'Write to x@y', childView: 'Soon.' } }),
      point({ id: 'p2', texts: { decision: 'Wait.' } }),
    ],
    addenda: [
      { ...addendum, words: 'Or to x@z' },
      { ...addendum, id: 'a2', words: 'She waits.' },
    ],
  });
  expect(points).toEqual([{ leftOut: true }, { heading: 'Lunch', decision: 'Wait.', actions: [] }]);
  const { id: _id, ...rest } = addendum;
  expect(addenda).toEqual([{ leftOut: true }, { ...rest, words: 'She waits.' }]);
});

it('a child of the meeting who bears a name that few bear is no find, and a child who bears a rare one and is not of it is', () => {
  const nell: HiddenChild = { label: 'another child', givenName: 'Nell', familyName: 'Marsden' };
  const { points } = rendered({
    others: [leo, nell],
    points: [
      point({ texts: { decision: 'Ellie Marsden waits.' } }),
      point({ id: 'p2', texts: { decision: 'N-ell waits.' } }),
    ],
  });
  expect(points[0]).toMatchObject({ decision: 'Ellie Marsden waits.' });
  expect(JSON.stringify(points)).not.toContain('Nell');
});

it('a point of which nothing was written is not there', () => {
  expect(rendered({ points: [point({})] }).points).toEqual([]);
});
