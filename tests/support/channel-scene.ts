import type { Bulletin } from '../../src/areas/briefings/contract.ts';
import { configureChannel } from '../../src/areas/channels/configure-channel.ts';
import { listChannelPosts } from '../../src/areas/channels/views.ts';
import type { ChannelRendering } from '../../src/areas/meetings/contract.ts';
import { bulletinFor } from '../../src/compose/open-channels.ts';
import { createBulletinDesk } from '../../src/jobs/bulletin-desk.ts';
import { createChannelDesk } from '../../src/jobs/channel-desk.ts';
import { createPosting, type PostingParts, type SeenRendering } from '../../src/jobs/post-to-channel.ts';
import type { Card } from '../../src/ports/card.ts';
import type { ChannelMember, ChannelMembers, ChannelReference, Posting } from '../../src/ports/channels.ts';
import type { Perform } from '../../src/perform/perform.ts';
import { newForm, people, school, tenant } from './kernel.ts';
import { margaret, type NeedToKnowScene } from './need-to-know-scene.ts';
import { recordedLog } from './recorded-log.ts';

export const inTeams = '19:triage@thread.tacv2';
export const triage: ChannelReference = {
  ...{ tenant, channel: inTeams, team: '19:team@thread.tacv2', teamName: 'Safeguarding', name: 'Triage' },
  ...{ membership: 'standard', serviceUrl: 'https://smba.trafficmanager.net/uk/', botId: '28:bot' },
};

export const memberOf = (who: { readonly person: string; readonly name: string }): ChannelMember => ({
  ...{ person: who.person, tenant, guest: false, name: who.name },
});
const { priya, tom } = people;

/** A channel of Teams as a test wants it, beside a kernel: who sits there, what it answers, and what lies there. */
export async function channelScene(scene: NeedToKnowScene, kinds: readonly ['taf'] | readonly [] = ['taf']) {
  await scene.channelReferences.save(triage);
  const configured = await scene.perform(
    configureChannel(triage),
    priya,
    { school, channel: inTeams, audience: 'safeguarding-team', kinds: [...kinds] },
    newForm(),
  );
  if (!configured.ok) throw new Error(JSON.stringify(configured.problem));
  const teams = {
    calls: 0,
    lying: [] as { readonly id: string; readonly replyTo?: string; card: Card }[],
    members: [memberOf(priya), memberOf(tom), memberOf(margaret)] as readonly ChannelMember[],
    /** What asking for the members comes to, where it is not the members. */
    asked: undefined as ChannelMembers | undefined,
    /** Decides what a post comes to; by default it lies there. */
    answer: undefined as ((put: () => string) => Promise<Posting>) | undefined,
  };
  const seen: { rendering: SeenRendering } = {
    rendering: { rendering: renderingOf('Ring the mother of Child A.'), digest: 'd'.repeat(64), names: 0 },
  };
  const { log, lines } = recordedLog();
  const cardOf = (_who: unknown, _meeting: string, rendering: ChannelRendering | undefined): Card => ({
    ...{ type: 'AdaptiveCard', $schema: 'http://adaptivecards.io/schemas/adaptive-card.json', version: '1.5' },
    body: [{ type: 'TextBlock', wrap: true, text: rendering?.points[0]?.decision ?? 'added' }],
  });
  const channels = {
    members: async (): Promise<ChannelMembers> => teams.asked ?? { outcome: 'seen', members: teams.members },
    async post(_place: object, card: Card, replyTo?: string): Promise<Posting> {
      teams.calls += 1;
      const put = () => {
        const id = `17${teams.lying.length}`;
        teams.lying.push({ id, card, ...(replyTo !== undefined && { replyTo }) });
        return id;
      };
      return teams.answer ? teams.answer(put) : { outcome: 'delivered', activityId: put() };
    },
    async update(_place: object, id: string, card: Card) {
      const found = teams.lying.find((one) => one.id === id);
      if (!found) return { outcome: 'failed', status: 404 } as const;
      found.card = card;
      return { outcome: 'delivered', activityId: id } as const;
    },
  };
  const bulletinCard = (_who: unknown, bulletin: Bulletin | undefined): Card => ({
    ...{ type: 'AdaptiveCard', $schema: 'http://adaptivecards.io/schemas/adaptive-card.json', version: '1.5' },
    body: [{ type: 'TextBlock', wrap: true, text: bulletin?.words ?? 'withdrawn' }],
  });
  const shared = {
    ...{ read: scene.read, channels, renderingOf: async () => seen.rendering, cardOf },
    ...{ bulletinOf: bulletinFor(scene), bulletinCard },
  };
  const workOn = (perform: Perform = scene.perform, doubt?: PostingParts['doubt']) =>
    createPosting({ ...shared, perform, ids: scene.ids, log, ...(doubt && { doubt }) });
  const desk = {
    ...createChannelDesk({
      ...{ ...shared, perform: scene.perform, references: scene.channelReferences, clock: scene.clock },
      linkOf: (_tenant, meeting) => `https://lantern.example/meeting-${meeting}`,
      schools: [{ id: school, name: 'Harrowmere' }],
    }),
    ...createBulletinDesk({ ...shared, perform: scene.perform }),
  };
  return {
    ...{ teams, seen, lines, desk, workOn, channels, channel: configured.answer.channel },
    work: workOn(),
    posts: async (meeting: string) => (await scene.look(listChannelPosts, priya, { id: meeting })) ?? [],
    post: (meeting: string, over: object = {}, who = priya, form = newForm()) =>
      desk.post(who, meeting, configured.answer.channel, { form, digest: seen.rendering.digest, ...over }),
  };
}
export type ChannelScene = Awaited<ReturnType<typeof channelScene>>;

export const renderingOf = (decision: string, over: Partial<ChannelRendering> = {}): ChannelRendering => ({
  ...{ kind: 'taf', heading: 'Team around the family', heldOn: '2026-12-10' },
  points: [{ heading: 'What is agreed', decision, actions: [] }],
  ...over,
});
