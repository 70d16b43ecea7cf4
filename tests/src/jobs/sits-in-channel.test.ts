import { beforeEach, expect, it } from 'vitest';
import { createSeats, type Seats } from '../../../src/jobs/sits-in-channel.ts';
import type { ChannelMember, ChannelMembers } from '../../../src/ports/channels.ts';
import { inTeams, memberOf } from '../../support/channel-scene.ts';
import { people } from '../../support/kernel.ts';

const { daniel, zoe } = people;
let now: number;
let members: readonly ChannelMember[];
let answer: ChannelMembers | undefined;
let asked: string[];
let sits: Seats;
beforeEach(() => {
  now = Date.parse('2026-12-10T09:30:00.000Z');
  members = [memberOf(daniel)];
  answer = undefined;
  asked = [];
  sits = createSeats({
    clock: { now: () => new Date(now).toISOString() },
    channels: {
      members: async ({ tenant, channel }) => {
        asked.push(`${tenant} ${channel}`);
        return answer ?? { outcome: 'seen', members };
      },
    },
  });
});

it('Teams is asked once for ten seconds, and no longer: who was taken out is out', async () => {
  expect(await sits(daniel, inTeams)).toBe('yes');
  now += 9_999;
  expect(await sits(daniel, inTeams)).toBe('yes');
  expect(asked).toHaveLength(1);
  members = [];
  now += 1;
  expect(await sits(daniel, inTeams)).toBe('no');
});

it('a seat that is used does not last longer for it', async () => {
  await sits(daniel, inTeams);
  now += 9_000;
  await sits(daniel, inTeams);
  members = [];
  now += 2_000;
  expect(await sits(daniel, inTeams)).toBe('no');
});

it('that somebody does not sit there is asked each time, so that whoever is put in is in at once', async () => {
  expect(await sits(zoe, inTeams)).toBe('no');
  members = [memberOf(zoe)];
  expect(await sits(zoe, inTeams)).toBe('yes');
});

it('is one person’s, in one channel of one organisation', async () => {
  await sits(daniel, inTeams);
  members = [];
  expect(await sits(zoe, inTeams)).toBe('no');
  expect(await sits(daniel, '19:other@thread.tacv2')).toBe('no');
  expect(await sits({ ...daniel, tenant: 'another' }, inTeams)).toBe('no');
  expect(asked.at(-1)).toBe(`another ${inTeams}`);
});

it('a clock that was set back makes no seat last longer', async () => {
  await sits(daniel, inTeams);
  now -= 3_600_000;
  members = [];
  expect(await sits(daniel, inTeams)).toBe('no');
});

it('nobody sits there as a guest, by an account of elsewhere, or by a name', async () => {
  const mine = memberOf(daniel);
  const { person, tenant, name } = mine;
  if (person === undefined || tenant === undefined) throw new Error('a member without an account');
  for (const member of [
    { ...mine, guest: true },
    { ...mine, tenant: '99999999-9999-4999-8999-999999999999' },
    { tenant, name, guest: false },
    { person, name, guest: false },
  ]) {
    members = [member];
    expect(await sits(daniel, inTeams)).toBe('no');
  }
  members = [{ ...mine, person: person.toUpperCase(), tenant: tenant.toUpperCase() }];
  expect(await sits(daniel, inTeams)).toBe('yes');
});

it.each([
  [{ outcome: 'unreachable' } as const, 'no'],
  [{ outcome: 'failed', status: 503 } as const, 'unknown'],
  [{ outcome: 'seen', members: [] } as const, 'no'],
])('%j means %s', async (said, meant) => {
  answer = said;
  expect(await sits(daniel, inTeams)).toBe(meant);
});

it('many seats are kept, and the oldest go first', async () => {
  for (let i = 0; i < 10_050; i++) await sits(daniel, `19:${i}`);
  asked = [];
  expect(await sits(daniel, '19:10049')).toBe('yes');
  expect(asked).toEqual([]);
  expect(await sits(daniel, '19:0')).toBe('yes');
  expect(asked).toHaveLength(1);
});
