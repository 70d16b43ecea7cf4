import { postingIdentity } from '../access/actor.ts';
import type { Identity } from '../access/types.ts';
import { moveChannelPost } from '../areas/channels/move-channel-post.ts';
import { faultOfPosting, judgeMembers, type PostFault, type PostStep } from '../areas/channels/rules.ts';
import { listPostsOfAction, readChannelAudience, readChannelPost, type PostToSend } from '../areas/channels/views.ts';
import type { Bulletin } from '../areas/briefings/contract.ts';
import type { ReadBulletin } from '../areas/briefings/read-bulletin.ts';
import type { ChannelRendering } from '../areas/meetings/contract.ts';
import type { Perform } from '../perform/perform.ts';
import type { Read } from '../perform/read.ts';
import type { Card } from '../ports/card.ts';
import type { LookedFor } from '../ports/channel-messages.ts';
import type { ChannelPlace, Channels, Posting } from '../ports/channels.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { Log } from '../ports/log.ts';
import { markOf, marked } from './mark-of-post.ts';

/** Published minutes as a channel may have them. */
export interface SeenRendering {
  readonly rendering: ChannelRendering;
  readonly digest: string;
  /** How many names or identifiers of children still stand in it. */
  readonly names: number;
}

export interface PostingParts {
  readonly perform: Perform;
  readonly read: Read;
  readonly channels: Channels;
  /** The rendering of a meeting’s minutes for channels; undefined where there is none, or not for this identity. */
  renderingOf(who: Identity, meeting: string): Promise<SeenRendering | undefined>;
  /** What is posted; without a rendering that something was added to the minutes. */
  cardOf(who: Identity, meeting: string, rendering: ChannelRendering | undefined): Card;
  /** A briefing as a channel may have it; undefined where there is none, or not for this identity. */
  bulletinOf(who: Identity, briefing: string): Promise<ReadBulletin | undefined>;
  /** What is posted of it; without a bulletin that it was withdrawn. */
  bulletinCard(who: Identity, bulletin: Bulletin | undefined): Card;
  readonly ids: Ids;
  readonly log: Log;
  /** Looks for a post of which nobody knows whether it is in its channel; absent where Lantern may not read channels. */
  readonly doubt?: {
    lookFor(place: ChannelPlace, mark: string, thread?: string): Promise<LookedFor>;
    readonly clock: Clock;
  };
}

/** It is to be tried again, and why. */
export interface Later {
  readonly later: string;
}

export interface PostingWork {
  /** Carries a post out. @returns when it is to be tried again; undefined when nothing is left to do */
  carryOut(tenant: string, post: string): Promise<Later | undefined>;
  /** Makes the posts new that show an action. */
  refresh(tenant: string, action: string): Promise<void>;
}

/** The card to post, or why it is not posted, or why it is looked at once more. */
type LookedAgain = { readonly card: Card } | { readonly fault: PostFault } | Later;

/** A post that Teams took shows itself in Graph well within this; so long it is not said that it is not there. */
const settledMs = 10 * 60_000;

/** Statuses of an answer that says: nothing was taken, come again. */
const comeAgain: readonly (number | undefined)[] = [412, 429];

/**
 * Posts to channels, each at most once: that it is being sent is written down before Teams is called, and a post that is found in
 * that state, because whoever sent it died, is not sent again. Where Lantern may read the channel it looks there for the post; else, and
 * where that does not tell, a person looks.
 */
export function createPosting(parts: PostingParts): PostingWork {
  const { perform, read, channels, renderingOf, cardOf, bulletinOf, bulletinCard, ids, log, doubt } = parts;

  async function find(who: Identity, id: string): Promise<PostToSend | undefined> {
    const found = await read(readChannelPost, who, { id });
    if (found.ok) return found.answer.answer;
    if (found.problem.code === 'not-found') return undefined;
    throw new Error(`the post could not be read: ${found.problem.code}`);
  }

  /** @returns the post’s next revision; undefined where somebody else has gone on with it. @throws Error when it could not be written down */
  async function move(
    who: Identity,
    { id, rev }: Pick<PostToSend, 'id' | 'rev'>,
    step: PostStep,
    over: { readonly activityId?: string; readonly fault?: PostFault } = {},
  ): Promise<number | undefined> {
    const moved = await perform(moveChannelPost, who, { post: id, rev, step, ...over }, ids.next());
    if (moved.ok) {
      log.info('post.moved', { post: id, step, ...(over.fault && { code: over.fault }) });
      return moved.answer.rev;
    }
    if (moved.problem.code === 'changed-meanwhile' || moved.problem.code === 'already-done') return undefined;
    throw new Error(`the post could not be moved on: ${moved.problem.code}`);
  }

  /** Looks at everything once more that was looked at when it was asked for: minutes may have passed since. */
  async function lookAgain(who: Identity, post: PostToSend): Promise<LookedAgain> {
    if (!post.inUse) return { fault: 'removed' };
    if (!post.out) return { fault: 'changed' };
    return post.of === 'minutes' ? lookAtMinutes(who, post) : lookAtBulletin(who, post);
  }

  /** Whether it names a child is all that is asked of a bulletin: whoever sits in the channel may read it. */
  async function lookAtBulletin(who: Identity, { subject, digest }: PostToSend): Promise<LookedAgain> {
    const seen = await bulletinOf(who, subject);
    if (seen?.digest !== digest) return { fault: 'changed' };
    return seen.names > 0 ? { fault: 'names' } : { card: bulletinCard(who, seen.bulletin) };
  }

  async function lookAtMinutes(who: Identity, post: PostToSend): Promise<LookedAgain> {
    const seen = post.addendum ? undefined : await renderingOf(who, post.subject);
    if (!post.addendum && seen?.digest !== post.digest) return { fault: 'changed' };
    const people = await read(readChannelAudience, who, { id: post.subject });
    if (!people.ok) throw new Error(`the audience could not be read: ${people.problem.code}`);
    // Last of all, so that nothing lies between this and the post but the line that says that it is sent.
    const now = await channels.members({ tenant: who.tenant, channel: post.channel });
    if (now.outcome === 'unreachable') return { fault: 'removed' };
    if (now.outcome === 'failed') return { later: `members-${now.status ?? 'none'}` };
    const judged = judgeMembers(now.members, {
      ...{ tenant: who.tenant, audience: post.audience, people: people.answer.answer },
    });
    const fault = faultOfPosting(judged, { names: seen?.names ?? 0, reason: post.reason });
    return fault ? { fault } : { card: cardOf(who, post.subject, seen?.rendering) };
  }

  async function settle(
    who: Identity,
    post: Pick<PostToSend, 'id' | 'rev'>,
    posting: Posting,
  ): Promise<Later | undefined> {
    switch (posting.outcome) {
      case 'delivered': {
        const { activityId } = posting;
        if ((await move(who, post, 'arrived', { activityId })) !== undefined) return undefined;
        // Another worker has given it up for lost meanwhile: it is not.
        const found = await find(who, post.id);
        if (found) await move(who, found, 'arrived', { activityId });
        return undefined;
      }
      case 'unreachable':
        return void (await move(who, post, 'refused', { fault: 'removed' }));
      case 'failed':
        if (!comeAgain.includes(posting.status)) return void (await move(who, post, 'refused', { fault: 'refused' }));
        await move(who, post, 'again');
        return { later: `status-${posting.status ?? 'none'}` };
      case 'in-doubt':
        return lose(who, post);
    }
  }

  /** @returns when it is to be looked for, where Lantern can */
  async function lose(who: Identity, post: Pick<PostToSend, 'id' | 'rev'>): Promise<Later | undefined> {
    await move(who, post, 'lost');
    return doubt && { later: 'in-doubt' };
  }

  /** Looks in the channel for a post that may be there; for what was added to minutes, in the thread of theirs. */
  async function lookForPost(who: Identity, post: PostToSend): Promise<Later | undefined> {
    if (!doubt) return undefined;
    const looked = await doubt.lookFor({ tenant: who.tenant, channel: post.channel }, markOf(post.id), post.replyTo);
    switch (looked.outcome) {
      case 'found':
        return void (await move(who, post, 'arrived', { activityId: looked.activityId }));
      case 'not-there':
        if (Date.parse(doubt.clock.now()) - Date.parse(post.begunAt) < settledMs) return { later: 'not-there-yet' };
        return void (await move(who, post, 'not-found', { fault: 'not-there' }));
      case 'unsure':
        return void log.warn('post.not-settled', { post: post.id, code: looked.why });
      case 'failed':
        return { later: `messages-${looked.status ?? 'none'}` };
    }
  }

  /** A bulletin that was withdrawn no longer says what it said, wherever it lies. Whoever took the post away in Teams took it away. */
  async function takeBack(who: Identity, { id, channel, activityId, inUse }: PostToSend): Promise<Later | undefined> {
    if (activityId === undefined || !inUse) return void log.warn('post.not-taken-back', { post: id });
    const place = { tenant: who.tenant, channel };
    const taken = await channels.update(place, activityId, marked(bulletinCard(who, undefined), id));
    if (taken.outcome === 'failed' && taken.status !== 404) return { later: `status-${taken.status ?? 'none'}` };
    return void log.info('post.taken-back', { post: id, code: taken.outcome });
  }

  return {
    async carryOut(tenant, id) {
      const who = postingIdentity(tenant);
      const post = await find(who, id);
      if (post?.state === 'sent' && post.of === 'bulletin' && !post.out) return takeBack(who, post);
      if (post?.state === 'sending') return lose(who, post);
      if (post?.state === 'in-doubt') return lookForPost(who, post);
      if (post?.state !== 'queued') return undefined;
      const looked = await lookAgain(who, post);
      if ('later' in looked) return looked;
      if ('fault' in looked) return void (await move(who, post, 'refused', { fault: looked.fault }));
      const rev = await move(who, post, 'begin');
      if (rev === undefined) return undefined;
      const place = { tenant, channel: post.channel };
      return settle(who, { id, rev }, await channels.post(place, marked(looked.card, id), post.replyTo));
    },

    async refresh(tenant, action) {
      const who = postingIdentity(tenant);
      const posts = await read(listPostsOfAction, who, { id: action });
      if (!posts.ok) throw new Error(`posts could not be read: ${posts.problem.code}`);
      for (const { id, subject: meeting, channel, activityId, actions, inUse } of posts.answer.answer) {
        if (activityId === undefined || !inUse || !actions.includes(action)) continue;
        const seen = await renderingOf(who, meeting);
        if (!seen || seen.names > 0) {
          log.warn('post.not-refreshed', { post: id });
          continue;
        }
        const { outcome } = await channels.update(
          { tenant, channel },
          activityId,
          marked(cardOf(who, meeting, seen.rendering), id),
        );
        if (outcome !== 'delivered') log.warn('post.not-refreshed', { post: id, code: outcome });
      }
    },
  };
}
