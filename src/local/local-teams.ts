import { cast, demo, type CastMember } from './cast.ts';
import type { DemoClock } from './clock/open-demo-clock.ts';
import { groupIds } from './directory/directory-data.ts';
import { createHostPage, type ChatLink } from './host/create-host-page.ts';
import { teamOf, triageOf } from './playground/settings.ts';
import { startPlayground } from './playground/start-playground.ts';
import { connectorTokenCheck } from './relay/connector-token.ts';
import { channelGuestControls, type ChannelGuests } from './relay/channel-guests.ts';
import { putIntoTeam } from './relay/put-into-team.ts';
import { createPostsAnew } from './relay/posts-anew.ts';
import { createRelay, type Instances } from './relay/relay.ts';
import { lanternApp } from './teams/teams-apps.ts';
import { startTenant, type StartOptions, type Tenant } from './tenant.ts';

export interface LocalTeamsOptions extends Omit<StartOptions, 'routers' | 'licences'> {
  /** Where a Lantern runs, or will. */
  readonly lanternOrigin: string;
  /** The demonstration's own clock; without it the page has no menu for it. */
  readonly clock?: DemoClock;
}

export interface ChatOptions {
  /** Of the first chat window; the others follow. */
  readonly port: number;
  /** Each window gets a folder of its own in here. */
  readonly dataDir: string;
  /** Environment that PATH and its like are taken from. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Says what is being done. */
  say(step: string): void;
}

export interface LocalTeams {
  readonly tenant: Tenant;
  /** The page that stands in for Teams. */
  readonly hostOrigin: string;
  /** The chat windows that are open. */
  readonly chats: readonly ChatLink[];
  /** Opens a chat window for each of the cast who has one. */
  openChats(options: ChatOptions): Promise<void>;
  stop(): Promise<void>;
}

/** Who is in the team of somebody’s window beside them: it has room for few, and is for those who have a role. */
const besides = (person: CastMember): readonly CastMember[] =>
  cast
    .filter(({ key }) => key !== person.key)
    .toSorted((one, other) => Number(other.roles.length > 0) - Number(one.roles.length > 0));

/** The local tenant with what stands in for Teams: the relay of chats, the page that frames the tab, and chat windows. */
export async function startLocalTeams({ lanternOrigin, clock, ...options }: LocalTeamsOptions): Promise<LocalTeams> {
  const chats: ChatLink[] = [];
  const running: { stop(): Promise<void> }[] = [];
  const instances: Instances = new Map(cast.map(({ key }) => [key, '']));
  const guests: ChannelGuests = new Map();
  const anew = createPostsAnew();
  let hostOrigin = '';
  const tenant = await startTenant({
    ...options,
    licences: demo.licences,
    routers(core, origin) {
      hostOrigin = origin.replace('127.0.0.1', 'localhost');
      const isConnectorToken = connectorTokenCheck({ publicKey: core.entraKeys.publicKey, botAppId: demo.botAppId });
      return [
        createRelay({
          signChannelToken: core.signChannelToken,
          isConnectorToken,
          instances,
          botAppId: demo.botAppId,
          anew,
          opened: putAnew,
          guests,
          took: (call) => core.channelPosts.note(call),
          lanternMessagesUrl: () => `${lanternOrigin}/api/messages`,
        }),
        channelGuestControls(guests),
        createHostPage({
          people: cast,
          first: 'priya',
          signIn: async (key, claims) => core.userToken(key, claims),
          hostOrigin: () => hostOrigin,
          lanternOrigin: () => lanternOrigin,
          chats: () => chats,
          ...(clock && { clock }),
          inspect: core.inspect,
        }),
      ];
    },
  });
  running.push({ stop: () => tenant.close() });
  async function putAnew(key: string): Promise<void> {
    const connector = instances.get(key);
    if (!connector) return;
    for (const channel of [teamOf, triageOf]) await anew.put(connector, tenant.core.channelPosts.in(channel(key)));
  }
  // The team of the chat windows has the app, and with it what its package asks for there.
  tenant.core.installs.add(groupIds.team, lanternApp.id);

  async function openChats({ port, dataDir, env, say }: ChatOptions): Promise<void> {
    for (const [i, person] of cast.filter(({ chat }) => chat).entries()) {
      say(`Opening ${person.name}’s chat window`);
      const playground = await startPlayground({
        key: person.key,
        person,
        others: besides(person),
        port: port + i,
        tenantId: demo.tenantId,
        botAppId: demo.botAppId,
        teamGroupId: groupIds.team,
        env,
        dataDir,
        botEndpoint: `${hostOrigin}/playground/${person.key}/api/messages`,
      });
      running.push(playground);
      instances.set(person.key, playground.connectorUrl);
      await putAnew(person.key);
      chats.push({ key: person.key, name: person.name, url: playground.url });
      await putIntoTeam(`${hostOrigin}/playground/${person.key}/api/messages`, person);
    }
  }

  return {
    ...{ tenant, hostOrigin, chats, openChats },
    async stop() {
      for (const part of running.splice(0).reverse()) await part.stop();
    },
  };
}
