import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { briefingPaths, type BriefingDesk } from '../areas/briefings/contract.ts';
import { channelPaths } from '../areas/channels/contract.ts';
import type { BriefingChannels, ChannelDesk, MeetingChannels, PostPreview } from '../areas/channels/contract.ts';
import { meetingPaths, type MeetingDesk } from '../areas/meetings/contract.ts';
import { castMember, demo } from './cast.ts';
import type { DemoClock } from './clock/open-demo-clock.ts';
import { schoolMoment } from './clock/school-moment.ts';
import { teamOf, triageName, triageOf } from './playground/settings.ts';
import { seedForm } from './seed-form.ts';
import type { ChannelPost, ChannelPosts } from './teams/channel-posts.ts';
import { morningInChannels as told } from './trust/morning-in-channels.ts';

export interface FillChannelsParts {
  readonly clock: Pick<DemoClock, 'jump'>;
  readonly lanternOrigin: string;
  /** Where the relay takes what people do in their chat windows. */
  readonly hostOrigin: string;
  readonly channelPosts: ChannelPosts;
  /** A token of somebody’s for Lantern. */
  tokenOf(who: string): string;
}

const patienceMs = 30_000;

/**
 * Does what people of the demonstration do in channels on the morning on which it begins: the minutes of last week’s meeting and a
 * bulletin are posted, one action is ticked there, some say that they have read. All by the doors that their clicks take, with Lantern and
 * the chat windows running, so that the cards stand where anybody looks for them.
 * @throws Error where something was refused
 */
export async function fillChannels(parts: FillChannelsParts): Promise<void> {
  const { clock, channelPosts } = parts;
  const { lead } = told;
  const channel = triageOf(lead);
  const call = async <T>(path: string, body?: object): Promise<T> => {
    const answer = await fetch(`${parts.lanternOrigin}${path}`, {
      headers: { authorization: `Bearer ${parts.tokenOf(lead)}`, 'content-type': 'application/json' },
      ...(body && { method: 'POST', body: JSON.stringify({ form: seedForm(`channel-${path}`), ...body }) }),
    });
    if (answer.ok) return (await answer.json()) as T;
    throw new Error(`the demonstration’s channels could not be filled: ${path} answered ${answer.status}`);
  };
  const at = (path: string, id: string, to = '') => path.replace(':id', id).replace(':channel', to);

  /**
   * Posts what may be posted to the channel, and waits until it is there.
   * @returns undefined where a start that was cut off has posted it: the window in which it stood is gone
   */
  async function post(
    paths: { readonly of: string; readonly preview: string; readonly post: string },
    id: string,
  ): Promise<ChannelPost | undefined> {
    const placed = () => call<MeetingChannels | BriefingChannels>(at(paths.of, id));
    const isThere = async () => (await placed()).posts.some(({ state }) => state === 'sent');
    const before = channelPosts.in(channel).length;
    if (!(await isThere())) {
      const to = (await placed()).channels.find(({ name }) => name === triageName)?.id ?? '';
      const { digest } = await call<Pick<PostPreview, 'digest'>>(at(paths.preview, id, to));
      await call(at(paths.post, id, to), { digest });
      await until('a post', isThere);
    }
    return channelPosts.in(channel)[before];
  }

  clock.jump(schoolMoment(told.minutes.at));
  // Lantern learns of the window’s channels a moment after it was added to the team.
  await until('the channel', async () =>
    (await call<ChannelDesk>(channelPaths.channels)).channels.some((one) => one.channel === channel),
  );
  for (const { where, ...said } of told.setUp) {
    const place = { channel: where === 'triage' ? channel : teamOf(lead), school: demo.school.id };
    await call(channelPaths.channels, { form: seedForm(`channel-${where}`), ...place, ...said });
  }
  const { past, toCome } = await call<MeetingDesk>(meetingPaths.meetings);
  const beginning = (wall: string) =>
    [...past.items, ...toCome.items].find(({ startsAt }) => startsAt === schoolMoment(wall))?.id ?? '';
  const meeting = beginning(told.minutes.of);
  const { ofMeeting, preview, post: postMinutes } = channelPaths;
  const minutes = await post({ of: ofMeeting, preview, post: postMinutes }, meeting);

  clock.jump(schoolMoment(told.done.at));
  if (minutes) {
    await press(parts, told.done.by, minutes, 'done-in-channel');
    await until('a tick', () => !JSON.stringify(ofOwner(minutes, told.done.by) ?? '').includes('done-in-channel'));
  }
  // What is done has nothing to do on an agenda any more.
  await call(at(meetingPaths.refresh, beginning(told.done.agenda)), {});

  clock.jump(schoolMoment(told.bulletin.at));
  const { items } = (await call<BriefingDesk>(briefingPaths.briefings)).sent ?? { items: [] };
  const briefing = items.find(({ heading }) => heading === told.bulletin.of)?.id ?? '';
  const { ofBriefing, previewBulletin, postBulletin } = channelPaths;
  const bulletin = await post({ of: ofBriefing, preview: previewBulletin, post: postBulletin }, briefing);

  clock.jump(schoolMoment(told.read.at));
  if (!bulletin) return;
  for (const who of told.read.by) await press(parts, who, bulletin, 'read-in-channel');
  await until('who has read it', async () => {
    const { posts } = await call<BriefingChannels>(at(ofBriefing, briefing));
    return posts.some(({ inChannel }) => inChannel?.read === told.read.by.length);
  });
}

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Every object in a card, the innermost first. */
const nodesIn = (value: unknown): readonly Node[] =>
  isNode(value) ? [...Object.values(value).flatMap(nodesIn), value] : [];

/** The part of posted minutes that shows what was given to somebody. */
function ofOwner({ attachments }: ChannelPost, who: string): Node | undefined {
  const { name } = castMember(who);
  const parts = nodesIn(attachments).filter(({ type }) => type === 'Container');
  return parts.find((part) => JSON.stringify(part).includes(name));
}

/** Presses a button beneath a post, as Teams would say it: the one in the part that is theirs, or the only one there is. */
async function press({ hostOrigin }: FillChannelsParts, who: string, post: ChannelPost, verb: string): Promise<void> {
  const { lead } = told;
  const { id, name } = castMember(who);
  const within = ofOwner(post, who) ?? post.attachments;
  const button = nodesIn(within).find((node) => node['type'] === 'Action.Execute' && node['verb'] === verb);
  // It was pressed already.
  if (!button) return;
  const answer = await fetch(`${hostOrigin}/playground/${lead}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ type: 'invoke', name: 'adaptiveCard/action', id: randomUUID(), channelId: 'msteams', replyToId: post.id },
      ...{
        from: { id: `29:${who}`, name, aadObjectId: id },
        recipient: { id: `28:${demo.botAppId}`, name: 'Lantern' },
      },
      conversation: { id: post.channel, tenantId: demo.tenantId, conversationType: 'channel', isGroup: true },
      channelData: { tenant: { id: demo.tenantId }, team: { id: teamOf(lead) }, channel: { id: post.channel } },
      value: { action: { type: 'Action.Execute', verb, data: button['data'] }, trigger: 'manual' },
    }),
  });
  await answer.body?.cancel();
  // What it says to whoever pressed is said in words; whether it was done is seen in Lantern.
  if (!answer.ok)
    throw new Error(`the demonstration’s channels could not be filled: ${verb} answered ${answer.status}`);
}

async function until(what: string, there: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + patienceMs; !(await there()); await wait(50))
    if (Date.now() > end) throw new Error(`the demonstration’s channels could not be filled: ${what} did not come`);
}
