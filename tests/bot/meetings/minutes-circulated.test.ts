import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBot, type Bot } from '../../../bot/bot.ts';
import type { BotReply } from '../../../bot/framework/events.ts';
import { createSeals } from '../../../bot/seal.ts';
import type { Identity } from '../../../src/access/types.ts';
import { acknowledgeMinutes } from '../../../src/areas/meetings/minutes/acknowledge-minutes.ts';
import { readInvitation } from '../../../src/areas/meetings/invitations.ts';
import { listPeopleOfMeeting } from '../../../src/areas/meetings/views.ts';
import { problems } from '../../../src/perform/problem.ts';
import type { Card } from '../../../src/ports/card.ts';
import { people } from '../../support/kernel.ts';
import { papersScene, type PapersScene } from '../../support/papers-scene.ts';
import { recordedLog } from '../../support/recorded-log.ts';

const { daniel, priya, tom, zoe } = people;
let scene: PapersScene;
let bot: Bot;
let meeting: string;
beforeEach(async () => {
  scene = await papersScene();
  const { perform, read, ids, clock } = scene;
  const seals = createSeals(() => Buffer.alloc(32, 7), ids, clock);
  const linkTo = (id: string) => `https://lantern.example/${id}`;
  bot = createBot({ perform, read, seals, ids, clock, log: recordedLog().log, linkTo });
  await scene.report('Leo Tarrant');
  meeting = await scene.agreed(
    { Leo: { decision: 'Leo joins the breakfast club.' } },
    { children: [scene.child('Leo Tarrant')] },
  );
});
afterEach(() => scene.close());

const text = (value: unknown) => JSON.stringify(value);
const cardOf = (who: Identity) => bot.render('minutes-circulated', who, meeting);
const verbsOf = (card: Card | undefined) =>
  (card?.actions ?? []).flatMap((action) => ('verb' in action ? [action.verb] : []));
function presses(actor: Identity, card: Card | undefined): Promise<BotReply> {
  const button = card?.actions?.find((action) => 'verb' in action);
  const data = button && 'data' in button ? button.data : {};
  const press = {
    actor,
    conversation: 'personal',
    verb: 'acknowledge-minutes',
    data,
    cardActivityId: 'card-1',
  } as const;
  return bot.handle({ kind: 'action', ...press });
}
const told = () => scene.sent().filter(({ kind }) => kind === 'minutes-circulated');
const readBy = async () =>
  ((await scene.look(listPeopleOfMeeting, priya, { id: meeting })) ?? [])
    .filter(({ acknowledgedAt }) => acknowledgedAt !== undefined)
    .map(({ name }) => name);

describe('minutes that are published', () => {
  it('are told to the staff who were asked, once each, and not to whoever published them', async () => {
    expect(told()).toEqual([]);
    expect(await scene.publish(meeting)).toBe('done');
    expect(
      told()
        .map(({ to }) => to)
        .sort(),
    ).toEqual([daniel.person, zoe.person].sort());
    expect(await scene.publish(meeting)).toBe('already-done');
    expect(told()).toHaveLength(2);
  });

  it('are on a card of when it was and of what kind, and name no child and say nothing of what they say', async () => {
    await scene.publish(meeting);
    const card = await cardOf(zoe);
    for (const words of ['The minutes of a meeting are there', 'Team around the family', `meeting-${meeting}`])
      expect(text(card)).toContain(words);
    expect(text(card)).not.toMatch(/Leo|Tarrant|breakfast/);
    expect(verbsOf(card)).toEqual(['acknowledge-minutes']);
  });

  it('lead whoever was there, and leads nothing, to what they may read of them', async () => {
    await scene.publish(meeting);
    const card = await cardOf(daniel);
    expect(text(card)).toContain(`https://lantern.example/minutes-${meeting}`);
    expect(text(card)).not.toMatch(/Leo|Tarrant|breakfast/);
    expect(await presses(daniel, card)).toMatchObject({ kind: 'card' });
    expect(await readBy()).toEqual([daniel.name]);
  });

  it('are shown to nobody who stayed away, nor to whoever was not asked', async () => {
    await scene.publish(meeting);
    const before = await cardOf(daniel);
    scene.database.sqlite
      .prepare("update meetingPerson set attendance = 'absent' where personId = ?")
      .run(daniel.person);
    expect(await cardOf(daniel)).toBeUndefined();
    expect(text(await presses(daniel, before))).toContain(problems['not-found']);
    expect(await cardOf(people.kayleigh)).toBeUndefined();
    expect(text(await presses(daniel, await cardOf(zoe)))).toContain(problems['not-our-card'].slice(0, 20));
    expect(await readBy()).toEqual([]);
  });
});

describe('to say that one has read them', () => {
  it('is for oneself and once; the list of people has it, and the card no longer asks', async () => {
    await scene.publish(meeting);
    const card = await cardOf(zoe);
    expect(await presses(zoe, card)).toMatchObject({ kind: 'card' });
    expect(await readBy()).toEqual([zoe.name]);
    const again = await presses(zoe, card);
    expect(again.kind === 'card' && [verbsOf(again.card), text(again.card).includes('Read by you')]).toEqual([
      [],
      true,
    ]);
    const seen = await scene.look(readInvitation, zoe, { id: meeting });
    expect(seen).toMatchObject({ mayAcknowledge: false });
    const { invitation = '' } = seen ?? {};
    expect(await scene.act(acknowledgeMinutes, zoe, { meeting, invitation })).toBe('already-done');
    expect(await scene.act(acknowledgeMinutes, tom, { meeting, invitation })).toBe('not-found');
  });

  it('waits until they are published', async () => {
    const seen = await scene.look(readInvitation, tom, { id: meeting });
    expect(seen).toMatchObject({ mayOpen: true, mayAcknowledge: false });
    expect(verbsOf(await cardOf(tom))).toEqual([]);
    expect(await scene.act(acknowledgeMinutes, tom, { meeting, invitation: seen?.invitation ?? '' })).toBe(
      'already-done',
    );
  });
});
