import { createServer } from 'node:http';
import express from 'express';
import { expect, it, onTestFinished } from 'vitest';
import { channelGuestControls, withGuests, type ChannelGuests } from '../../src/local/relay/channel-guests.ts';
import { listening } from '../support/listening.ts';

it('guests stand beside the members that a Playground names, as Teams names them', () => {
  const members = [{ id: '29:priya', name: 'Priya Raman', userRole: 'user' }];
  const shown = JSON.parse(withGuests(JSON.stringify({ members, totalCount: 1 }), ['Ama Boateng'])) as object;
  expect(shown).toMatchObject({ members: [members[0], { name: 'Ama Boateng', userRole: 'guest' }], totalCount: 1 });
  expect(withGuests('{"members":[]}', [])).toBe('{"members":[]}');
});

it('are said by channel, and what is no such thing is refused', async () => {
  const guests: ChannelGuests = new Map();
  const local = await listening(createServer(express().use(channelGuestControls(guests))));
  onTestFinished(() => local.close());
  const say = async (body: object) => {
    const headers = { 'content-type': 'application/json' };
    const sent = { method: 'POST', headers, body: JSON.stringify(body) };
    return (await fetch(`${local.origin}/local/channel-guests`, sent)).status;
  };
  expect(await say({ channel: 'c', guests: ['Ama'] })).toBe(204);
  expect(await say({ channel: 'c', guests: 'Ama' })).toBe(400);
  expect(guests).toEqual(new Map([['c', ['Ama']]]));
});
