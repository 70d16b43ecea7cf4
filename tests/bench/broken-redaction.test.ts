import { expect, it } from 'vitest';
import type { RenderingMaterial } from '../../src/areas/meetings/renderings/material-of.ts';
import { renderMinutes } from '../../src/areas/meetings/renderings/render-minutes.ts';
import type { Renderings } from '../../src/areas/meetings/renderings-contract.ts';
import { judge, readGoals } from './figure.ts';
import { measureRedaction, type RedactionOptions } from './redaction-leaks.ts';

const line = async (options: RedactionOptions) => {
  const { figures } = await measureRedaction(options);
  return judge(figures[0]!, readGoals());
};

it('tells nothing of whom it must not name, and all the rest', async () => {
  const { why, ...rest } = await line({ minutes: 500 });
  expect(why).toBeUndefined();
  expect(rest).toMatchObject({ value: 0, pass: true });
}, 120_000);

type Child = RenderingMaterial['children'][number];
const knowing = (less: (child: Child) => Child) => (material: RenderingMaterial) =>
  renderMinutes({ ...material, children: material.children.map(less), others: material.others.map(less) });

/** The same with the second look taken out: what hiding leaves goes out. */
const shownAsItIs = (material: RenderingMaterial): Renderings => {
  const seen = renderMinutes(material);
  const { heading, heldOn, kind, points } = seen.full;
  return { ...seen, channel: { ...seen.channel, rendering: { heading, heldOn, kind, points } } };
};

it.each<[string, NonNullable<RedactionOptions['render']>]>([
  ['a hiding that knows of the meeting’s children only', (material) => renderMinutes({ ...material, others: [] })],
  ['one that knows no former names', knowing((child) => ({ ...child, formerNames: null }))],
  ['one that knows no middle names', knowing((child) => ({ ...child, middleNames: null }))],
  ['one that knows nobody of the family', knowing((child) => ({ ...child, family: [] }))],
  ['one that knows no birthdays', knowing((child) => ({ ...child, birthDate: null }))],
  ['one that knows no forms', knowing((child) => ({ ...child, formGroup: null }))],
  ['one that knows no numbers', knowing((child) => ({ ...child, upn: null }))],
  [
    'one that takes the first word of a family name for all of it',
    knowing((child) => ({ ...child, familyName: child.familyName.split(/[ -]/u)[0] ?? '' })),
  ],
  ['a channel to which minutes go as they are', shownAsItIs],
])(
  'notices %s',
  async (_what, render) => {
    const { value, pass } = await line({ minutes: 300, render });
    expect(value).toBeGreaterThan(0);
    expect(pass).toBe(false);
  },
  120_000,
);

it('does not take a rendering that says nothing for one that tells nothing', async () => {
  const silent = (material: RenderingMaterial) => renderMinutes({ ...material, points: [] });
  expect(await line({ minutes: 50, render: silent })).toMatchObject({ value: 0, pass: false });
});
