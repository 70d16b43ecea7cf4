import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Identity } from '../../../src/access/types.ts';
import { completeAction } from '../../../src/areas/actions/complete-action.ts';
import { createAction } from '../../../src/areas/actions/create-action.ts';
import { markMisfiled } from '../../../src/areas/concerns/mark-misfiled.ts';
import { concern as concernType } from '../../../src/areas/concerns/record.ts';
import { callMeeting } from '../../../src/areas/meetings/call-meeting.ts';
import { cancelMeeting } from '../../../src/areas/meetings/cancel-meeting.ts';
import { beginContribution } from '../../../src/areas/meetings/contributions/begin-contribution.ts';
import {
  listContributions,
  listContributionsOfConcern,
  listSpeakers,
} from '../../../src/areas/meetings/contributions/contribution-views.ts';
import { fillContribution } from '../../../src/areas/meetings/contributions/fill-contribution.ts';
import { giveContribution } from '../../../src/areas/meetings/contributions/give-contribution.ts';
import { nameSpeaker } from '../../../src/areas/meetings/contributions/name-speaker.ts';
import { writeContribution } from '../../../src/areas/meetings/contributions/write-contribution.ts';
import { listChildrenOfMeeting, readMeeting } from '../../../src/areas/meetings/views.ts';
import { endAccess } from '../../../src/areas/need-to-know/end-access.ts';
import { giveCase } from '../../../src/areas/need-to-know/give-case.ts';
import { newForm, people, school } from '../../support/kernel.ts';
import { margaret } from '../../support/need-to-know-scene.ts';
import { papersScene, type PapersScene } from '../../support/papers-scene.ts';

const { daniel, kayleigh, priya, tom, zoe } = people;
let scene: PapersScene;
let concern: string;
beforeEach(async () => {
  scene = await papersScene();
  concern = await scene.report('Ellie Marsden');
});
afterEach(() => scene.close());

type Asked = Parameters<typeof callMeeting.decide>[1];
async function call(over: Partial<Asked> = {}): Promise<string> {
  const result = await scene.perform(
    callMeeting,
    priya,
    {
      ...{ school, kind: 'taf', startsAt: '2026-12-17T14:00:00.000Z', endsAt: '2026-12-17T15:00:00.000Z' },
      ...{ chair: kayleigh.person, staff: [daniel.person, tom.person], guests: [] },
      ...{ children: [scene.child('Ellie Marsden'), scene.child('Leo Tarrant')], ...over },
    },
    newForm(),
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.answer.meeting;
}
const conference = (kind: 'icpc' | 'strategy-discussion' = 'icpc') =>
  call({ kind, heldBy: 'Westmarch', children: [scene.child('Ellie Marsden')] });
const placeOf = async (meeting: string, name = 'Ellie Marsden') =>
  (await scene.look(listChildrenOfMeeting, priya, { id: meeting }))?.find((one) => one.name === name)?.id ?? '';
async function begin(meeting: string, who: Identity = priya, name?: string): Promise<string> {
  const asked = { meeting, child: await placeOf(meeting, name) };
  const result = await scene.perform(beginContribution, who, asked, newForm());
  return result.ok ? result.answer.contribution : result.problem.code;
}
const brought = async (meeting: string, who: Identity = priya) =>
  (await scene.look(listContributions, who, { id: meeting }))?.items;
const one = async (meeting: string) => (await brought(meeting))?.[0];
async function write(
  meeting: string,
  texts: Parameters<typeof writeContribution.decide>[1]['texts'],
  who: Identity = priya,
) {
  const item = await one(meeting);
  return scene.act(writeContribution, who, { contribution: item?.id ?? '', rev: item?.rev ?? 0, texts });
}
async function give(meeting: string, over: Partial<Parameters<typeof giveContribution.decide>[1]> = {}, who = priya) {
  const item = await one(meeting);
  const said = { how: 'in-writing' as const, on: '2026-12-10', ...over };
  return scene.act(giveContribution, who, { contribution: item?.id ?? '', rev: item?.rev ?? 0, ...said });
}
async function speaks(meeting: string, speaker: Identity | undefined, who: Identity = priya) {
  const item = await one(meeting);
  const named = { contribution: item?.id ?? '', meeting, rev: item?.rev ?? 0 };
  return scene.act(nameSpeaker, who, { ...named, ...(speaker && { speaker: speaker.person }) });
}
const circle = (who: Identity, id = concern) =>
  scene.act(giveCase, priya, { concern: id, person: who.person, reason: 'Speaks at the meeting.' });

describe('what the school brings to a meeting about a child', () => {
  it('has the parts of its kind, is written, given, and from then on final; the next version begins from it', async () => {
    const meeting = await call();
    const id = await begin(meeting);
    expect(await one(meeting)).toMatchObject({
      ...{ id, version: 1, status: 'draft', label: 'Child A', childName: 'Ellie Marsden', texts: {}, family: 'free' },
      parts: ['child', 'voice', 'works', 'worries', 'life', 'done', 'decided', 'offer', 'asks'],
      ...{ mayWrite: true, mayGive: true, mayBeginAnew: false, writtenByName: priya.name },
    });
    expect(await give(meeting)).toBe('texts');
    expect(await write(meeting, { voice: '“I want to stay at school.”', offer: 'A key worker.' })).toBe('done');
    expect(await write(meeting, { voice: '“I want to stay at school.”' })).toBe('done');
    expect((await one(meeting))?.texts).toEqual({ voice: '“I want to stay at school.”' });
    expect(await give(meeting)).toBe('done');
    const given = await one(meeting);
    expect(given).toMatchObject({
      ...{ status: 'given', given: { how: 'in-writing', on: '2026-12-10', byName: priya.name } },
      ...{ mayWrite: false, mayGive: false, mayBeginAnew: true },
    });
    expect(await write(meeting, { voice: 'Otherwise.' })).toBe('already-done');
    expect(await give(meeting)).toBe('already-done');
    expect([(await begin(meeting)).length, await begin(meeting)]).toEqual([32, 'already-done']);
    expect(await write(meeting, { voice: '“With Mia.”' })).toBe('done');
    const [second, first] = (await brought(meeting)) ?? [];
    expect(second).toMatchObject({ version: 2, status: 'draft', texts: { voice: '“With Mia.”' } });
    expect(first).toEqual({ ...given, mayBeginAnew: false, mayNameSpeaker: false });
  });

  it('is not asked for by every kind, nor of a meeting that is called off', async () => {
    const work = await call({ kind: 'safeguarding-team' });
    expect(await begin(work)).toBe('not-found');
    expect(await scene.look(readMeeting, priya, { id: work })).not.toHaveProperty('mayContribute');
    const meeting = await call();
    expect(await scene.look(readMeeting, priya, { id: meeting })).toMatchObject({ mayContribute: true });
    expect(await begin(meeting)).toHaveLength(32);
    const rev = await scene.revOf(meeting);
    await write(meeting, { voice: 'Words.' });
    expect(await scene.act(cancelMeeting, priya, { meeting, rev, reason: 'Snow.' })).toBe('done');
    expect(await give(meeting)).toBe('already-done');
    expect(await begin(meeting, priya, 'Leo Tarrant')).toBe('already-done');
    expect(await begin(meeting, priya, 'Mia Hughes')).toBe('not-found');
  });

  it('takes no part that its kind does not ask for, and tells whoever writes upon an older version', async () => {
    const meeting = await call();
    await begin(meeting);
    expect(await write(meeting, { seen: 'Heard of.' })).toBe('seen');
    const before = await one(meeting);
    expect(await write(meeting, { voice: 'Priya’s.' })).toBe('done');
    const late = { contribution: before?.id ?? '', rev: before?.rev ?? 0, texts: { voice: 'Tom’s.' } };
    expect(await scene.act(writeContribution, tom, late)).toBe('changed-meanwhile');
    expect((await one(meeting))?.texts).toEqual({ voice: 'Priya’s.' });
  });

  it('of a conference says whether the family saw it, and why not; of a strategy discussion nothing is shown to them', async () => {
    const meeting = await conference();
    await begin(meeting);
    await write(meeting, { view: 'A plan.' });
    expect(await give(meeting)).toBe('familySaw');
    expect(await give(meeting, { familySaw: 'no' })).toBe('whyNotSeen');
    expect(await give(meeting, { familySaw: 'yes', on: '2026-12-11' })).toBe('on');
    expect(await give(meeting, { familySaw: 'yes', how: 'spoken' })).toBe('on');
    expect(await give(meeting, { familySaw: 'no', whyNotSeen: 'Mother did not open the door.' })).toBe('done');
    expect((await one(meeting))?.given).toMatchObject({ familySaw: 'no', whyNotSeen: 'Mother did not open the door.' });
    const early = await conference('strategy-discussion');
    await begin(early);
    await write(early, { seen: 'She had no coat.' });
    expect(await give(early, { familySaw: 'yes' })).toBe('familySaw');
    expect(await give(early)).toBe('done');
  });

  it('is the leads’ alone: not the chair’s, the head’s, nor of those who were asked', async () => {
    const meeting = await call();
    for (const who of [kayleigh, daniel, zoe, margaret]) expect(await begin(meeting, who)).toBe('not-found');
    await begin(meeting);
    await write(meeting, { voice: 'Words.' });
    for (const who of [kayleigh, daniel, zoe, margaret]) {
      expect((await brought(meeting, who)) ?? []).toEqual([]);
      expect(await write(meeting, { voice: 'Others.' }, who)).toBe('not-found');
      expect(await give(meeting, {}, who)).toBe('not-found');
    }
  });

  it('is kept from whoever is kept from the child, or from a concern about the child', async () => {
    const meeting = await call({ chair: daniel.person, staff: [] });
    await begin(meeting);
    expect(await scene.keep(tom, scene.child('Ellie Marsden'), priya)).toBe('done');
    expect((await brought(meeting, tom)) ?? []).toEqual([]);
    expect(await write(meeting, { voice: 'Tom’s.' }, tom)).toBe('not-found');
    expect((await brought(meeting, priya)) ?? []).toHaveLength(1);
  });

  it('stands at the child’s concern: to which meeting it was given, and when', async () => {
    const meeting = await conference();
    await begin(meeting);
    await write(meeting, { view: 'A plan.' });
    await give(meeting, { familySaw: 'yes' });
    const seen = await scene.look(listContributionsOfConcern, priya, { id: concern });
    expect(seen?.items).toMatchObject([{ meeting, kind: 'icpc', status: 'given', givenOn: '2026-12-10', version: 1 }]);
    expect(JSON.stringify(seen)).not.toContain('A plan');
    const other = { id: await scene.report('Leo Tarrant') };
    expect((await scene.look(listContributionsOfConcern, priya, other))?.items).toEqual([]);
    expect((await scene.look(listContributionsOfConcern, daniel, { id: concern }))?.items ?? []).toEqual([]);
  });
});

describe('whoever speaks for the school', () => {
  it('was asked to the meeting and given the child’s case, and writes as long as they are', async () => {
    const meeting = await call();
    await begin(meeting);
    const names = async () => (await scene.look(listSpeakers, priya, { id: meeting }))?.items.map(({ name }) => name);
    expect(await names()).toEqual([tom.name, tom.name]);
    expect(await speaks(meeting, daniel)).toBe('speaker');
    expect(await circle(daniel)).toBe('done');
    expect(await names()).toEqual([daniel.name, tom.name, tom.name]);
    await circle(zoe);
    expect(await speaks(meeting, zoe), 'who was not asked').toBe('speaker');
    expect(await speaks(meeting, daniel, daniel)).toBe('not-found');
    expect(await speaks(meeting, daniel)).toBe('done');
    const [seen] = (await brought(meeting, daniel)) ?? [];
    expect(seen).toMatchObject({
      speakerName: daniel.name,
      mayWrite: true,
      mayNameSpeaker: false,
      mayBeginAnew: false,
    });
    expect(await write(meeting, { voice: 'Daniel’s.' }, daniel)).toBe('done');
    expect((await brought(meeting, zoe)) ?? []).toEqual([]);
    const access = scene.database.sqlite
      .prepare<[string], { id: string; rev: number }>('select id, rev from caseAccess where personId = ?')
      .get(daniel.person);
    expect(await scene.act(endAccess, priya, { access: access?.id ?? '', rev: access?.rev ?? 0 })).toBe('done');
    expect((await brought(meeting, daniel)) ?? []).toEqual([]);
    expect(await write(meeting, { voice: 'Again.' }, daniel)).toBe('not-found');
  });

  it('has it no longer once the concern was found to be another child’s', async () => {
    const meeting = await call();
    await begin(meeting);
    await circle(daniel);
    await speaks(meeting, daniel);
    expect(await brought(meeting, daniel)).toHaveLength(1);
    const rev = (await scene.store.record(priya.tenant, concernType, concern))?.rev ?? 0;
    const wrong = { concern, rev, school, reason: 'It was Nell.', child: scene.child('Nell Tarrant') };
    expect(await scene.act(markMisfiled, priya, wrong)).toBe('done');
    expect((await brought(meeting, daniel)) ?? []).toEqual([]);
    expect(await write(meeting, { voice: 'Again.' }, daniel)).toBe('not-found');
  });
});

describe('filled from the file', () => {
  const order = {
    ...{ owner: daniel.person, priority: 'planned' as const, dueOn: '2026-12-18' },
    whatOutside: 'Look in Lantern.',
  };
  const filled = async (meeting: string, who: Identity = priya) =>
    scene.look(fillContribution, who, { id: (await one(meeting))?.id ?? '' });

  it('tells the year, concerns by number, actions and the last decisions, and no other child’s name', async () => {
    await scene.agreed(
      { Ellie: { decision: 'Ellie sits apart from Leo Tarrant.' } },
      { children: [scene.child('Ellie Marsden')] },
    );
    scene.setNow('2026-12-11T09:00:00.000Z');
    const later = await scene.report('Ellie Marsden');
    await scene.act(createAction, priya, { concern: later, ...order, what: 'Ask Nell Tarrant and Ellie about lunch' });
    await scene.act(createAction, priya, { concern: later, ...order, what: 'Ring her mother' });
    const mine = scene.database.sqlite
      .prepare<[], { id: string }>("select id from action where what like 'Ring%'")
      .get();
    await scene.act(completeAction, daniel, { action: mine?.id ?? '', note: 'She was glad.' });
    const meeting = await call();
    await begin(meeting);
    expect(await filled(meeting)).toEqual({
      leftOut: 0,
      texts: {
        child: 'Year 7, form 7B.',
        done:
          `Done on 11 December 2026: Ring her mother (${daniel.name})\n` +
          `To do by 18 December 2026: Ask another child and Ellie about lunch (${daniel.name})`,
        decided: '10 December 2026, M-2026-0001: Ellie sits apart from another child.',
      },
    });
    const review = await conference();
    await begin(review);
    expect((await filled(review))?.texts['seen']).toBe(
      '10 December 2026, C-2026-0001: Not judged yet.\n11 December 2026, C-2026-0002: Not judged yet.',
    );
    expect((await one(meeting))?.texts, 'nothing of it is kept').toEqual({});
  });

  it('shows whoever speaks only what they may see: the concern that they were given, and their own actions', async () => {
    const second = await scene.report('Ellie Marsden');
    await scene.act(createAction, priya, { concern, ...order, what: 'Write the log' });
    await scene.act(createAction, priya, { concern: second, ...order, owner: tom.person, what: 'Ask the nurse' });
    const meeting = await conference();
    await begin(meeting);
    await circle(daniel);
    await speaks(meeting, daniel);
    const { seen, done } = (await filled(meeting, daniel))?.texts ?? {};
    expect(seen).toBe('10 December 2026, C-2026-0001: Not judged yet.');
    expect(done).toBe(`To do by 18 December 2026: Write the log (${daniel.name})`);
    expect((await filled(meeting))?.texts.seen).toContain('C-2026-0002');
    expect(await filled(meeting, zoe)).toBeUndefined();
  });

  it('leaves out what stood under the wrong child', async () => {
    const rev = (await scene.store.record(priya.tenant, concernType, concern))?.rev ?? 0;
    await scene.act(createAction, priya, { concern, ...order, what: 'Write the log' });
    const wrong = { concern, rev, school, reason: 'It was Nell.', child: scene.child('Nell Tarrant') };
    expect(await scene.act(markMisfiled, priya, wrong)).toBe('done');
    const meeting = await conference();
    await begin(meeting);
    expect((await filled(meeting))?.texts).toEqual({ child: 'Year 7, form 7B.' });
  });
});
