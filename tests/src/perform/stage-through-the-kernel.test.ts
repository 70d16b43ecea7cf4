import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Identity } from '../../../src/access/types.ts';
import { addAgendaPoint } from '../../../src/areas/meetings/add-agenda-point.ts';
import { callMeeting } from '../../../src/areas/meetings/call-meeting.ts';
import { minutesDraft, type StageDecisions } from '../../../src/areas/meetings/contract.ts';
import { agreeMinutes } from '../../../src/areas/meetings/minutes/agree-minutes.ts';
import { holdMeeting } from '../../../src/areas/meetings/minutes/hold-meeting.ts';
import { showOnStage } from '../../../src/areas/meetings/minutes/show-on-stage.ts';
import { writeMinutes } from '../../../src/areas/meetings/minutes/write-minutes.ts';
import { meeting as meetingType } from '../../../src/areas/meetings/record.ts';
import { decisionsForStage } from '../../../src/areas/meetings/renderings/decisions-for-stage.ts';
import { renderMinutes } from '../../../src/areas/meetings/renderings/render-minutes.ts';
import { listAgenda } from '../../../src/areas/meetings/views.ts';
import { seeded } from '../../bench/policy-checks.ts';
import { generateMinute } from '../../support/generated-minutes.ts';
import { newForm, people, school, tenant } from '../../support/kernel.ts';
import { needToKnowScene, type NeedToKnowScene } from '../../support/need-to-know-scene.ts';

const { daniel, priya, tom, zoe } = people;
let now: string;
let scene: NeedToKnowScene;
beforeEach(async () => {
  now = '2026-12-10T08:05:00.000Z';
  scene = await needToKnowScene({ now: () => now });
});
afterEach(() => scene.close());

const revOf = async (id: string) => (await scene.store.record(tenant, meetingType, id))?.rev ?? 0;

type Kind = Parameters<typeof callMeeting.decide>[1]['kind'];
/** A meeting about Ellie with a point for each text of a draft; Tom chairs and Zoe writes. */
async function drafted(
  points: readonly Readonly<Record<string, string>>[],
  kind: Kind = 'pastoral',
  children = [scene.child('Ellie Marsden')],
): Promise<{ readonly id: string; readonly points: readonly string[] }> {
  const times = { startsAt: '2026-12-10T09:00:00.000Z', endsAt: '2026-12-10T10:00:00.000Z' };
  const asked = {
    ...{ school, kind, ...times, chair: tom.person, minuteTaker: zoe.person, staff: [daniel.person] },
    ...{ guests: [], children },
  };
  const called = await scene.perform(callMeeting, priya, asked, newForm());
  if (!called.ok) throw new Error(JSON.stringify(called.problem));
  const id = called.answer.meeting;
  for (const [i] of points.entries()) await scene.act(addAgendaPoint, priya, { meeting: id, heading: `Point ${i}` });
  now = '2026-12-10T09:30:00.000Z';
  expect(await scene.act(holdMeeting, tom, { meeting: id, rev: await revOf(id), attendance: [] })).toBe('done');
  const agenda = (await scene.look(listAgenda, priya, { id })) ?? [];
  const ids = points.map((_, i) => agenda.find(({ heading }) => heading === `Point ${i}`)?.id ?? '');
  const document = new Y.Doc();
  for (const [i, texts] of points.entries())
    for (const [name, words] of Object.entries(texts))
      document.getText(minutesDraft.textOf(ids[i] ?? '', name as 'decision')).insert(0, words);
  const update = Buffer.from(Y.encodeStateAsUpdate(document)).toString('base64');
  expect(await scene.act(writeMinutes, zoe, { meeting: id, update })).toBe('done');
  return { id, points: ids };
}
async function stage(who: Identity, id: string): Promise<StageDecisions | string> {
  const end = await scene.perform(showOnStage, who, { meeting: id }, newForm());
  return end.ok ? end.answer : end.problem.code;
}

describe('decisions on the stage', () => {
  it('are there with the meeting’s children as letters, and the staff by name', async () => {
    const { id, points } = await drafted([
      { decision: 'Ellie has breakfast with Daniel Osei.' },
      { discussion: 'Ellie.' },
    ]);
    expect(await stage(zoe, id)).toEqual({
      shown: true,
      points: [{ point: points[0], decision: 'Child A has breakfast with Daniel Osei.' }],
    });
  });

  it('name no other child of the school', async () => {
    const { id } = await drafted([{ decision: 'Leo Tarrant sits elsewhere.' }]);
    const shown = await stage(zoe, id);
    expect(JSON.stringify(shown)).not.toMatch(/Leo|Tarrant/);
  });

  it('stand in the minutes only where something in them would tell who a child is all the same', async () => {
    const { id, points } = await drafted([{ decision: 'Write to x@y' }, { decision: 'Breakfast club daily.' }]);
    const shown = await stage(zoe, id);
    expect(shown).toEqual({
      shown: true,
      points: [{ point: points[0] }, { point: points[1], decision: 'Breakfast club daily.' }],
    });
  });

  it('are none at all of a kind of which no channel is told anything', async () => {
    const { id } = await drafted([{ decision: 'Breakfast club daily.' }], 'supervision', []);
    expect(await stage(zoe, id)).toEqual({ shown: false, points: [] });
  });

  it('are for whoever leads, chairs or minutes, and for nobody who is kept from a child of the meeting', async () => {
    const { id } = await drafted([{ decision: 'Breakfast club daily.' }]);
    expect(await stage(daniel, id)).toBe('not-found');
    expect(await stage(priya, id)).toMatchObject({ shown: true });
    expect(await scene.keep(priya, scene.child('Ellie Marsden'))).toBe('done');
    expect(await stage(priya, id)).toBe('not-found');
  });

  it('are shown no more once they are agreed', async () => {
    const { id } = await drafted([{ decision: 'Breakfast club daily.' }]);
    expect(await scene.act(agreeMinutes, tom, { meeting: id, rev: await revOf(id) })).toBe('done');
    expect(await stage(zoe, id)).toBe('already-done');
  });
});

it('of any minutes the stage shows no word that the channel would not be told', () => {
  fc.assert(
    fc.property(fc.nat(2 ** 31 - 1), (seed) => {
      const { material } = generateMinute(seeded(seed));
      // A draft has no actions yet: the lines of them stand in its decisions.
      const open = { ...material, addenda: [], points: material.points.map((point) => ({ ...point, actions: [] })) };
      const texts = new Map(open.points.map((point) => [point.id, point.texts]));
      const draft = { point: (id: string) => ({ texts: texts.get(id) ?? {}, hasSource: false }) };
      const shown = decisionsForStage(
        { ...open, points: open.points.map((point) => ({ ...point, texts: {} })) },
        draft,
      );
      const told = renderMinutes(open).channel.rendering?.points.flatMap(({ decision }) => decision ?? []) ?? [];
      expect(shown.points.flatMap(({ decision }) => decision ?? [])).toEqual(told);
    }),
    { numRuns: 150 },
  );
});
