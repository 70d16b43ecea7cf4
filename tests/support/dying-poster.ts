import { createPosting } from '../../src/jobs/post-to-channel.ts';
import type { Card } from '../../src/ports/card.ts';
import { memberOf, renderingOf } from './channel-scene.ts';
import { people, startKernel, tenant } from './kernel.ts';
import { recordedLog } from './recorded-log.ts';

/** A process that carries out one post, on a database that lies there: `folder post teams`, the last the address of a stand-in for Teams. */
const [folder = '', post = '', teams = ''] = process.argv.slice(2);
const kernel = await startKernel({ folder, now: () => '2026-12-10T09:30:00.000Z' });
const empty: Card = {
  ...{ type: 'AdaptiveCard', $schema: 'http://adaptivecards.io/schemas/adaptive-card.json', version: '1.5', body: [] },
};
const posting = createPosting({
  ...{ perform: kernel.perform, read: kernel.read, ids: kernel.ids, log: recordedLog().log },
  renderingOf: async () => ({ rendering: renderingOf('Ring home.'), digest: 'd'.repeat(64), names: 0 }),
  bulletinOf: async () => undefined,
  bulletinCard: () => empty,
  cardOf: () => empty,
  channels: {
    members: async () => ({ outcome: 'seen', members: [memberOf(people.priya)] }),
    async post() {
      const { status } = await fetch(teams, { method: 'POST' });
      return status < 300 ? { outcome: 'delivered', activityId: '1700' } : { outcome: 'failed', status };
    },
    update: async () => ({ outcome: 'failed' }),
  },
});
await posting.carryOut(tenant, post);
kernel.close('keep');
