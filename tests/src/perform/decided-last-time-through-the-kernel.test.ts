import { afterEach, beforeEach, expect, it } from 'vitest';
import { completeAction } from '../../../src/areas/actions/complete-action.ts';
import { listOwnActions } from '../../../src/areas/actions/views.ts';
import { callMeeting } from '../../../src/areas/meetings/call-meeting.ts';
import { listDecidedLastTime } from '../../../src/areas/meetings/minutes/decided-last-time.ts';
import { refreshAgenda } from '../../../src/areas/meetings/refresh-agenda.ts';
import { listAgenda } from '../../../src/areas/meetings/views.ts';
import { newForm, people, school } from '../../support/kernel.ts';
import { needToKnowScene, type NeedToKnowScene } from '../../support/need-to-know-scene.ts';
import { publishedMeeting } from '../../support/published-meeting.ts';

const { daniel, priya, tom, zoe } = people;
let now: string;
let scene: NeedToKnowScene;
beforeEach(async () => {
  now = '2026-12-10T09:05:00.000Z';
  scene = await needToKnowScene({ now: () => now });
});
afterEach(() => scene.close());

type Asked = Parameters<typeof callMeeting.decide>[1];

async function call(over: Partial<Asked> = {}): Promise<string> {
  const asked: Asked = {
    ...{ school, kind: 'taf', startsAt: '2026-12-17T09:00:00.000Z', endsAt: '2026-12-17T10:00:00.000Z' },
    ...{ chair: tom.person, minuteTaker: zoe.person, staff: [daniel.person], guests: [] },
    ...{ children: [scene.child('Ellie Marsden')], ...over },
  };
  const called = await scene.perform(callMeeting, priya, asked, newForm());
  if (!called.ok) throw new Error(JSON.stringify(called.problem));
  return called.answer.meeting;
}
const decided = (who: typeof priya, id: string) => scene.look(listDecidedLastTime, who, { id });

it('begins with what was decided last time and what became of it', async () => {
  const before = await publishedMeeting(scene);
  const id = await call();
  const words = 'Ring her mother @Daniel by 2026-12-18';
  const open = { what: 'Ring her mother', ownerName: daniel.name, dueOn: '2026-12-18', status: 'open' };
  expect(await decided(priya, id)).toMatchObject({
    ...{ meeting: before, ref: 'M-2026-0001' },
    items: [{ decision: words, concern: { childName: 'Ellie Marsden' }, actions: [open] }],
  });
  const [his] = (await scene.look(listOwnActions, daniel, {}))?.items ?? [];
  expect(await scene.act(completeAction, daniel, { action: his!.id, rev: his!.rev, note: 'She rang.' })).toBe('done');
  expect((await decided(priya, id))?.items[0]?.actions[0]).toMatchObject({ doneAt: now });
});

it('takes a concern for new that came after the last meeting, and no other', async () => {
  now = '2026-12-10T08:05:00.000Z';
  await publishedMeeting(scene);
  const id = await call();
  const fresh = async () => {
    await scene.act(refreshAgenda, priya, { meeting: id });
    const agenda = (await scene.look(listAgenda, priya, { id })) ?? [];
    return agenda.flatMap(({ why, concern }) => (why === 'new-concern' ? [concern?.ref] : []));
  };
  expect(await fresh()).toEqual([]);
  now = '2026-12-11T10:00:00.000Z';
  await scene.report();
  expect(await fresh()).toEqual(['C-2026-0002']);
});

it('says nothing of a meeting about other children, of another kind, or whose minutes nobody has agreed', async () => {
  await publishedMeeting(scene, { agree: false });
  expect(await decided(priya, await call())).toBeNull();
  await publishedMeeting(scene);
  expect(await decided(priya, await call({ children: [scene.child('Leo Tarrant')] }))).toBeNull();
  expect(await decided(priya, await call({ kind: 'tac' }))).toBeNull();
});

it('is told to no minute-taker who had no part in the one before, to nobody who was only asked, and to nobody who is kept from the child', async () => {
  await publishedMeeting(scene);
  const id = await call({ minuteTaker: daniel.person });
  expect(await decided(daniel, id)).toBeNull();
  expect(await decided(zoe, id)).not.toBeNull();
  expect(await decided(tom, id)).not.toBeNull();
  expect(await scene.keep(tom, scene.child('Ellie Marsden'))).toBe('done');
  expect(await decided(tom, id)).toBeNull();
});
