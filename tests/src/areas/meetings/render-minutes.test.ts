import { describe, expect, it } from 'vitest';
import { digestOf } from '../../../../src/areas/meetings/renderings/digest-of.ts';
import type { PointMaterial, RenderingMaterial } from '../../../../src/areas/meetings/renderings/material-of.ts';
import { renderMinutes } from '../../../../src/areas/meetings/renderings/render-minutes.ts';
import { meetingKinds } from '../../../../src/areas/meetings/kinds.ts';
import type { HiddenChild } from '../../../../src/areas/meetings/redact/who-is-hidden.ts';
import type { MeetingKind } from '../../../../src/areas/meetings/rules.ts';

const ellie: HiddenChild = { label: 'Child A', givenName: 'Ellie', familyName: 'Marsden', birthDate: '2014-03-14' };
const leo: HiddenChild = { label: 'another child', givenName: 'Leo', familyName: 'Tarrant', upn: 'A820432110001' };
const point = (over: Partial<PointMaterial>): PointMaterial => ({
  ...{ id: 'p1', why: 'own', heading: 'Lunch', texts: {}, actions: [] },
  ...over,
});
const material = (over: Partial<RenderingMaterial>): RenderingMaterial => ({
  ...{ kind: 'taf', heldOn: '2026-12-10', agreedOn: '2026-12-10', points: [], addenda: [], contributions: [] },
  ...{ children: [ellie], others: [leo], professionals: [], relatives: [] },
  staff: [{ personId: 's1', name: 'Tom Whitlock' }],
  ...over,
});
const action = {
  id: 'a1',
  what: 'ring Ellie',
  ownerName: 'Tom Whitlock',
  dueOn: '2026-12-11',
  status: 'open' as const,
};

describe('the rendering for a channel', () => {
  const shown = (...points: readonly PointMaterial[]) => renderMinutes(material({ points })).channel;

  it('holds decisions and actions only, and a line that became an action once', () => {
    const decision = 'Ellie eats early.\n@Tom by Friday: ring Ellie\n@Tom by Monday: write to the cook';
    const discussion = 'Nobody asked her.';
    const { rendering } = shown(
      point({ texts: { decision, discussion, childView: 'She said so.' }, actions: [action] }),
      point({ id: 'p2', texts: { discussion } }),
    );
    expect(rendering?.points).toEqual([
      {
        heading: 'Lunch',
        decision: 'Child A eats early.\n@Tom by Monday: write to the cook',
        actions: [{ ...action, what: 'ring Child A' }],
      },
    ]);
  });

  it('tells of a point that stands for another record only why it stands there', () => {
    const { heading: _, ...rest } = point({ why: 'new-concern', about: 'Ellie Marsden', texts: { decision: 'Wait.' } });
    expect(shown(rest).rendering?.points[0]?.heading).toBe('New since the last meeting');
  });

  it('leaves out a point in which somebody is still told apart, and says how', () => {
    // Hiding takes an address for one only where it is whole; the second look does not ask.
    const seen = renderMinutes(
      material({
        points: [point({ texts: { decision: 'Write to x@y' } }), point({ id: 'p2', texts: { decision: 'Wait.' } })],
      }),
    ).channel;
    expect(seen.dropped).toEqual([{ kind: 'address', point: 'p1' }]);
    expect(seen.rendering?.points).toHaveLength(1);
    expect(seen.names).toEqual([]);
  });

  it.each(Object.entries(meetingKinds).map(([kind, rule]) => [kind as MeetingKind, rule.toChannel] as const))(
    'for %s is there: %s',
    (kind, toChannel) => {
      const { channel } = renderMinutes(material({ kind, points: [point({ texts: { decision: 'Wait.' } })] }));
      expect([channel.rendering !== undefined, channel.digest !== undefined]).toEqual([toChannel, toChannel]);
    },
  );
});

describe('what a rendering still tells', () => {
  const names = (text: string, over: Partial<RenderingMaterial> = {}) =>
    renderMinutes(material({ points: [point({ texts: { discussion: text } })], ...over })).full.names.map(
      ({ kind }) => kind,
    );

  it.each([
    ['Nobody was named.', []],
    ['Leo was not there, said his aunt', ['rare-name']],
    ['tarrant, leo', ['rare-name', 'in-full']],
    ['He is A820 4321 10001', ['number']],
    ['Born 14/3/2014', ['birthday']],
    ['Write to someone@school', ['address']],
  ])('%s', (text, kinds) => {
    expect(names(text).toSorted()).toEqual(kinds.toSorted());
  });

  it('is no name that many bear, nor a word written small', () => {
    const many = Array.from({ length: 3 }, (_, i) => ({ ...leo, familyName: `Family${'abc'[i]}` }));
    expect(names('Leo was there.', { others: many })).toEqual([]);
    const will = { ...leo, givenName: 'Will', familyName: 'Long' };
    expect(names('It will be long.', { others: [will] })).toEqual([]);
    expect(names('Will Long came.', { others: [will] })).toEqual(['in-full']);
  });
});

it('has one digest for one rendering, in whatever order it was made', () => {
  const facts = { kind: 'taf' as const, heading: 'x', heldOn: '2026-12-10' };
  const one = digestOf({ ...facts, points: [{ heading: 'y', actions: [] }] });
  expect(digestOf({ points: [{ actions: [], heading: 'y' }], heldOn: '2026-12-10', heading: 'x', kind: 'taf' })).toBe(
    one,
  );
  expect(digestOf({ ...facts, points: [{ heading: 'z', actions: [] }] })).not.toBe(one);
  expect(one).toMatch(/^[0-9a-f]{64}$/u);
});

it('is made for a roll of 1,500 children without taking the processor for long', () => {
  const letter = (n: number) => String.fromCharCode(97 + (n % 26));
  const name = (n: number) => `N${letter(n)}${letter(Math.floor(n / 26))}${letter(Math.floor(n / 7))}el`;
  const others = Array.from({ length: 1_500 }, (_, n) => ({
    ...{
      label: 'another child',
      givenName: name(n),
      familyName: `${name(n * 3)}-${name(n * 5)}`,
      middleNames: name(n * 11),
    },
    ...{ birthDate: `2014-03-${String((n % 28) + 1).padStart(2, '0')}`, family: [`${name(n * 2)} ${name(n * 3)}`] },
  }));
  const points = Array.from({ length: 20 }, (_, n) =>
    point({
      id: `p${n}`,
      texts: { decision: 'Ellie and Nabiel wait. '.repeat(50), discussion: 'She said so. '.repeat(400) },
    }),
  );
  const before = process.cpuUsage();
  const { channel } = renderMinutes(material({ others, points }));
  const { user } = process.cpuUsage(before);
  expect(channel.rendering?.points).toHaveLength(20);
  expect(user / 1_000).toBeLessThan(3_000);
});
