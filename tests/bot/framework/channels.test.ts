import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/ports/card.ts';
import type { ChannelReference } from '../../../src/ports/channels.ts';
import { ids, openBotDoor, serviceUrl, type OpenDoor } from '../../support/bot-door.ts';

const card: Card = {
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  body: [{ type: 'TextBlock', text: 'Minutes', wrap: true }],
};
const team = { id: '19:team@thread.tacv2', name: 'Safeguarding' };
const triage = '19:triage@thread.tacv2';
const place = { tenant: ids.tenant, channel: triage };
const reference: ChannelReference = {
  ...{ ...place, team: team.id, teamName: team.name, name: 'Triage', membership: 'standard', serviceUrl },
  botId: `28:${ids.bot}`,
};
const path = '/uk/v3/conversations/19%3Atriage%40thread.tacv2';

let door: OpenDoor;
beforeAll(async () => {
  door = await openBotDoor();
});
beforeEach(() => {
  for (const list of [door.sent, door.lines, door.answers, door.events]) list.length = 0;
  door.channelReferences.known.clear();
});
afterAll(() => door.close());

const inTeam = (change: Readonly<Record<string, unknown>> & { readonly channelData?: object }) => ({
  ...{ type: 'conversationUpdate', text: undefined },
  conversation: { id: team.id, tenantId: ids.tenant, conversationType: 'channel' },
  ...change,
  channelData: { tenant: { id: ids.tenant }, team, ...change.channelData },
});
const ours = [{ id: `28:${ids.bot}` }];
const known = () => [...door.channelReferences.known.values()].map(({ name }) => name).sort();

describe('Lantern in a team', () => {
  it('is in all its channels as soon as it is added, with their kinds, and says so', async () => {
    door.answers.push({
      status: 200,
      body: {
        conversations: [
          { id: team.id, name: null },
          { id: triage, name: 'Triage', type: 'standard' },
          { id: '19:leads@thread.tacv2', name: 'Leads', type: 'private' },
        ],
      },
    });
    const { status } = await door.say(
      inTeam({ membersAdded: ours, channelData: { eventType: 'teamMemberAdded', team } }),
    );
    expect(status).toBe(200);
    expect(door.sent[0]).toMatchObject({
      method: 'GET',
      path: `/uk/v3/teams/${encodeURIComponent(team.id)}/conversations`,
    });
    expect(known()).toEqual(['General', 'Leads', 'Triage']);
    expect(door.channelReferences.known.get(triage)).toEqual(reference);
    expect(door.channelReferences.known.get('19:leads@thread.tacv2')?.membership).toBe('private');
    expect(door.events).toMatchObject([
      { kind: 'channels', into: [team.id, triage, '19:leads@thread.tacv2'], outOf: [] },
    ]);
  });

  it('keeps the channel that was named where Teams does not list the others', async () => {
    door.answers.push({ status: 500 });
    await door.say(
      inTeam({
        ...{ type: 'installationUpdate', action: 'add' },
        channelData: { settings: { selectedChannel: { id: triage, name: 'Triage' } } },
      }),
    );
    expect(known()).toEqual(['Triage']);
    expect(door.lines).toMatchObject([{ level: 'warn', event: 'bot.team-not-listed' }]);
  });

  it('learns of channels that are made and renamed, and forgets those that are deleted', async () => {
    const about = (eventType: string, name: string) =>
      door.say(inTeam({ channelData: { eventType, channel: { id: triage, name } } }));
    await about('channelCreated', 'Triage');
    await about('channelRenamed', 'Front desk');
    expect(known()).toEqual(['Front desk']);
    await about('channelDeleted', 'Front desk');
    expect(known()).toEqual([]);
    expect(door.events.at(-1)).toMatchObject({ kind: 'channels', into: [], outOf: [triage] });
  });

  it.each([
    { membersRemoved: ours, channelData: { eventType: 'teamMemberRemoved' } },
    { type: 'installationUpdate', action: 'remove' },
    { channelData: { eventType: 'teamDeleted' } },
  ])('forgets all channels of a team it was taken out of: %j', async (change) => {
    door.channelReferences.known.set(triage, reference);
    door.channelReferences.known.set('other', { ...reference, channel: 'other', team: 'another team' });
    await door.say(inTeam(change));
    expect([...door.channelReferences.known.keys()]).toEqual(['other']);
    expect(door.events).toMatchObject([{ kind: 'channels', outOf: [triage] }]);
  });

  it('is taken out of a private channel by itself', async () => {
    const leads = '19:leads@thread.tacv2';
    door.channelReferences.known.set(triage, reference);
    door.channelReferences.known.set(leads, { ...reference, channel: leads, membership: 'private' });
    const channelData = { eventType: 'channelMemberRemoved', channel: { id: leads, name: 'Leads' } };
    await door.say(inTeam({ membersRemoved: ours, channelData }));
    expect([...door.channelReferences.known.keys()]).toEqual([triage]);
  });

  it('takes no notice of people who come and go', async () => {
    await door.say(inTeam({ membersAdded: [{ id: '29:ama' }], channelData: { eventType: 'teamMemberAdded' } }));
    expect(known()).toEqual([]);
    expect(door.events).toEqual([]);
  });

  it('is told of nothing by an activity that is not genuine', async () => {
    const forged = { ...inTeam({ membersAdded: ours }), channelData: { tenant: { id: ids.otherTenant }, team } };
    expect((await door.say(forged)).status).toBe(403);
    expect(known()).toEqual([]);
  });
});

describe('who is in a channel', () => {
  const member = (over: object) => ({ id: '29:x', tenantId: ids.tenant, userRole: 'user', ...over });
  beforeEach(() => void door.channelReferences.known.set(triage, reference));

  it('is asked page by page, and guests and people of other organisations are told apart', async () => {
    const next = { continuationToken: 'more' };
    door.answers.push({
      status: 200,
      body: { ...next, members: [member({ aadObjectId: ids.person, name: 'Daniel' })] },
    });
    const others = [member({ userRole: 'guest', name: 'Ama' }), member({ tenantId: ids.otherTenant, name: 'Jo' })];
    door.answers.push({ status: 200, body: { members: others } });
    expect(await door.channels.members(place)).toEqual({
      outcome: 'seen',
      members: [
        { person: ids.person, tenant: ids.tenant, guest: false, name: 'Daniel' },
        { tenant: ids.tenant, guest: true, name: 'Ama' },
        { tenant: ids.otherTenant, guest: false, name: 'Jo' },
      ],
    });
    expect(door.sent.map((sent) => sent.path)).toEqual([`${path}/pagedmembers`, `${path}/pagedmembers`]);
  });

  it('is not known where Lantern is not in it, and where Teams does not say', async () => {
    door.answers.push({ status: 403, body: { error: { code: 'BotNotInConversationRoster' } } }, { status: 500 });
    expect(await door.channels.members(place)).toEqual({ outcome: 'unreachable' });
    expect(await door.channels.members(place)).toEqual({ outcome: 'failed', status: 500 });
    expect(await door.channels.members({ ...place, channel: 'unknown' })).toEqual({ outcome: 'unreachable' });
  });
});

describe('a post', () => {
  beforeEach(() => void door.channelReferences.known.set(triage, reference));

  it('begins a thread, and an addendum goes into it', async () => {
    door.answers.push({ status: 201, body: { id: '1700' } });
    expect(await door.channels.post(place, card)).toEqual({ outcome: 'delivered', activityId: '1700' });
    await door.channels.post(place, card, '1700');
    expect(door.sent.map((sent) => [sent.method, sent.path])).toEqual([
      ['POST', `${path}/activities`],
      ['POST', `${path}%3Bmessageid%3D1700/activities`],
    ]);
    expect(door.sent[0]?.body).not.toHaveProperty('replyToId');
  });

  it.each([502, 504, 429, 412, 500])(
    'is sent once and never again by itself, whatever the answer: %i',
    async (status) => {
      door.answers.push({ status }, { status: 201 });
      const expected = status < 500 ? 'failed' : 'in-doubt';
      expect(await door.channels.post(place, card)).toEqual({ outcome: expected, status });
      expect(door.sent).toHaveLength(1);
    },
  );

  it.each([400, 413])('is not there when Teams refused it: %i', async (status) => {
    door.answers.push({ status });
    expect(await door.channels.post(place, card)).toEqual({ outcome: 'failed', status });
  });

  it.each([403, 404])('has nowhere to go when Lantern is out of the channel: %i', async (status) => {
    door.answers.push({ status });
    expect(await door.channels.post(place, card)).toEqual({ outcome: 'unreachable', why: 'blocked' });
  });

  it('is replaced where it lies, and that is tried again as every message is', async () => {
    door.answers.push({ status: 502 });
    expect(await door.channels.update(place, '1700', card)).toEqual({ outcome: 'delivered', activityId: '1700' });
    expect(door.sent.map((sent) => [sent.method, sent.path])).toEqual(
      Array(2).fill(['PUT', `${path}/activities/1700`]),
    );
  });

  it('goes to no address but the connector’s', async () => {
    door.channelReferences.known.set(triage, { ...reference, serviceUrl: 'https://evil.trafficmanager.net/uk/' });
    expect(await door.channels.post(place, card)).toEqual({ outcome: 'failed' });
    expect(door.sent).toEqual([]);
  });
});

it('a post that could not set out is not in doubt', async () => {
  const broken = await openBotDoor({ transport: () => Promise.reject(new Error('no network')) });
  broken.channelReferences.known.set(triage, reference);
  // Without a token nothing leaves.
  expect(await broken.channels.post(place, card)).toEqual({ outcome: 'failed' });
  await broken.close();
});

describe('the group of a channel’s team', () => {
  const asked = () => door.channels.groupOf(place);

  it('is what Teams says of the team in which the channel lies', async () => {
    await door.channelReferences.save(reference);
    door.answers.push({ status: 200, body: { id: team.id, aadGroupId: '5C7A2E10-1111-4111-8111-00000000000A' } });
    expect(await asked()).toBe('5c7a2e10-1111-4111-8111-00000000000a');
    expect(door.sent).toMatchObject([{ method: 'GET', path: `/uk/v3/teams/${encodeURIComponent(team.id)}` }]);
  });

  it('is not known where Lantern is not in the channel, Teams does not answer, or says none', async () => {
    expect(await asked()).toBeUndefined();
    await door.channelReferences.save(reference);
    for (const answer of [{ status: 403 }, { status: 500 }, { status: 200, body: { id: team.id } }]) {
      door.answers.push(answer);
      expect(await asked()).toBeUndefined();
      door.answers.length = 0;
    }
  });
});
