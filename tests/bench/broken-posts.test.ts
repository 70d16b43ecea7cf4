import { expect, it } from 'vitest';
import type { Channels } from '../../src/ports/channels.ts';
import { judge, readGoals } from './figure.ts';
import { measurePostCalls } from './post-calls.ts';

const line = async (around?: (channels: Channels) => Channels) => {
  const { figures } = await measurePostCalls(around ? { around } : {});
  return judge(figures[0]!, readGoals());
};

it('a post makes one call', async () => {
  expect(await line()).toMatchObject({ value: 1, range: [1, 1], pass: true });
}, 120_000);

it.each<[string, (channels: Channels) => Channels]>([
  [
    'a post that is tried again when no answer came',
    (channels) => ({
      ...channels,
      async post(place, card, replyTo) {
        const first = await channels.post(place, card, replyTo);
        return first.outcome === 'in-doubt' ? channels.post(place, card, replyTo) : first;
      },
    }),
  ],
  ['a post that never sets out', (channels) => ({ ...channels, post: async () => ({ outcome: 'failed' }) })],
])('notices %s', async (_what, around) => expect(await line(around)).toMatchObject({ pass: false }), 120_000);
