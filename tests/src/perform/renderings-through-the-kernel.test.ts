import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Identity } from '../../../src/access/types.ts';
import { addAgendaPoint } from '../../../src/areas/meetings/add-agenda-point.ts';
import { callMeeting } from '../../../src/areas/meetings/call-meeting.ts';
import { minutesDraft } from '../../../src/areas/meetings/contract.ts';
import { addMinuteAddendum } from '../../../src/areas/meetings/minutes/add-minute-addendum.ts';
import { agreeMinutes } from '../../../src/areas/meetings/minutes/agree-minutes.ts';
import { holdMeeting } from '../../../src/areas/meetings/minutes/hold-meeting.ts';
import { writeMinutes } from '../../../src/areas/meetings/minutes/write-minutes.ts';
import { meeting as meetingType } from '../../../src/areas/meetings/record.ts';
import { refreshAgenda } from '../../../src/areas/meetings/refresh-agenda.ts';
import { digestOf } from '../../../src/areas/meetings/renderings/digest-of.ts';
import { readRenderings } from '../../../src/areas/meetings/renderings/read-renderings.ts';
import { listAgenda } from '../../../src/areas/meetings/views.ts';
import { newForm, people, school, tenant } from '../../support/kernel.ts';
import { margaret, needToKnowScene, type NeedToKnowScene } from '../../support/need-to-know-scene.ts';

const { daniel, priya, tom, zoe } = people;
let now: string;
let scene: NeedToKnowScene;
beforeEach(async () => {
  now = '2026-12-10T08:05:00.000Z';
  scene = await needToKnowScene({ now: () => now });
});
afterEach(() => scene.close());

type Asked = Parameters<typeof callMeeting.decide>[1];
const revOf = async (id: string) => (await scene.store.record(tenant, meetingType, id))?.rev ?? 0;
const look = (who: Identity, id: string) => scene.look(readRenderings, who, { id });

/** A meeting about Ellie, with her concern and a point of its own on its agenda, and texts under both; agreed by Tom. */
async function agreed(
  decisions: { readonly about?: string; readonly own?: string },
  over: Partial<Asked> = {},
  until: 'written' | 'agreed' = 'agreed',
): Promise<string> {
  const concern = await scene.report();
  const called = await scene.perform(
    callMeeting,
    priya,
    {
      ...{ school, kind: 'taf' as const, chair: tom.person, minuteTaker: zoe.person, staff: [daniel.person] },
      ...{ startsAt: '2026-12-10T09:00:00.000Z', endsAt: '2026-12-10T10:00:00.000Z' },
      guests: [{ as: 'family' as const, name: 'Dawn Hartley' }],
      children: [scene.child('Ellie Marsden')],
      ...over,
    },
    newForm(),
  );
  if (!called.ok) throw new Error(JSON.stringify(called.problem));
  const id = called.answer.meeting;
  await scene.act(refreshAgenda, priya, { meeting: id });
  await scene.act(addAgendaPoint, zoe, { meeting: id, heading: 'Lunch for Ellie' });
  now = '2026-12-10T09:30:00.000Z';
  await scene.act(holdMeeting, tom, { meeting: id, rev: await revOf(id), attendance: [] });
  const points = (await scene.look(listAgenda, priya, { id })) ?? [];
  const about = points.find((one) => one.concern?.id === concern)?.id ?? '';
  const own = points.find((one) => one.heading === 'Lunch for Ellie')?.id ?? '';
  const document = new Y.Doc();
  for (const [point, text] of [
    [about, decisions.about ?? ''],
    [own, decisions.own ?? ''],
  ] as const)
    document.getText(minutesDraft.textOf(point, 'decision')).insert(0, text);
  document.getText(minutesDraft.textOf(about, 'discussion')).insert(0, 'Ellie Marsden and Leo Tarrant fell out.');
  const update = Buffer.from(Y.encodeStateAsUpdate(document)).toString('base64');
  expect(await scene.act(writeMinutes, zoe, { meeting: id, update })).toBe('done');
  if (until === 'agreed')
    expect(await scene.act(agreeMinutes, tom, { meeting: id, rev: await revOf(id) })).toBe('done');
  return id;
}

describe('the renderings of agreed minutes', () => {
  it('are the minutes as they are, with the meeting’s children only, and with nobody but who acts', async () => {
    const id = await agreed({
      about: 'Ellie eats with Dawn Hartley.\nRing Ellie’s mother @Priya by Friday',
      own: 'Leo Tarrant sits elsewhere.',
    });
    await scene.act(addMinuteAddendum, zoe, { meeting: id, words: 'Nell Tarrant saw it; Ellie did not.' });
    const seen = await look(priya, id);
    const [told] = seen?.full.points.filter((point) => point.discussion !== undefined) ?? [];
    expect(told).toMatchObject({
      heading: 'New since the last meeting: Ellie Marsden',
      discussion: 'Ellie Marsden and Leo Tarrant fell out.',
    });
    expect(seen?.full.names.map(({ kind }) => kind)).toContain('in-full');
    const attendees = JSON.stringify(seen?.attendees);
    expect(attendees).toContain('Ellie Marsden and another child fell out.');
    expect(attendees).toContain('another child saw it; Ellie did not.');
    expect(attendees).not.toMatch(/Leo|Nell|Tarrant/u);
    expect(seen?.channel).toMatchObject({ dropped: [], names: [] });
    expect(seen?.channel.rendering).toMatchObject({
      ...{ kind: 'taf', heading: 'Team around the family', heldOn: '2026-12-10' },
      points: [
        {
          heading: 'New since the last meeting',
          decision: 'Child A eats with a relative.',
          actions: [{ what: 'Ring Child A’s mother', ownerName: priya.name, dueOn: '2026-12-11', status: 'open' }],
        },
        { heading: 'Lunch for Child A', decision: 'another child sits elsewhere.', actions: [] },
      ],
    });
    expect(JSON.stringify(seen?.channel.rendering)).not.toMatch(/Ellie|Marsden|Leo|Tarrant|Dawn|C-2026|fell out/u);
    expect(seen?.channel.digest).toBe(digestOf(seen!.channel.rendering!));
  });

  it('are there once the minutes are agreed, and not before', async () => {
    const id = await agreed({ own: 'Later.' }, {}, 'written');
    expect(await look(priya, id)).toBeUndefined();
    expect(await scene.act(agreeMinutes, tom, { meeting: id, rev: await revOf(id) })).toBe('done');
    expect(await look(priya, id)).toBeDefined();
  });

  it('have none for a channel where the kind goes to none', async () => {
    const id = await agreed({ own: 'We meet again.' }, { kind: 'professionals' });
    const seen = await look(priya, id);
    expect(seen?.full.points.map((point) => point.decision)).toContain('We meet again.');
    expect(seen?.channel).toEqual({ dropped: [], names: [] });
  });

  it('are for whoever leads, chairs or minutes, each look in the journal; for nobody else, the head and who was asked included', async () => {
    const id = await agreed({ own: 'Later.' });
    for (const who of [priya, tom, zoe]) expect(await look(who, id)).toBeDefined();
    for (const who of [daniel, margaret]) expect(await look(who, id)).toBeUndefined();
    const rows = scene.database.sqlite
      .prepare("select outcome from journal where act = 'read-renderings' order by n")
      .pluck()
      .all();
    expect(rows).toEqual(['shown', 'shown', 'shown', 'refused', 'refused']);
  });

  it('are kept from whoever is kept from a child of the meeting', async () => {
    const id = await agreed({ own: 'Later.' });
    expect(await scene.keep(tom, scene.child('Ellie Marsden'))).toBe('done');
    expect(await look(tom, id)).toBeUndefined();
    expect(await look(priya, id)).toBeDefined();
  });
});
