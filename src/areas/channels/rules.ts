import type { ChannelMember } from '../../ports/channels.ts';
import type { Context, Effect } from '../../perform/types.ts';
import { create } from '../../records/patch.ts';
import { laneOf } from '../briefings/rules.ts';
import type { PostRow } from './queries.ts';
import { channelPost, type ChannelPost } from './record.ts';
import { audienceRoles, type channelAudience, type postFault, type postState } from './fields.ts';

export type Audience = keyof typeof channelAudience;
export type PostState = keyof typeof postState;
export type PostFault = keyof typeof postFault;

/** Why somebody should not read what is posted in a channel, and whether it may be posted there all the same. */
export type MemberFlag = 'guest' | 'outsider' | 'conflict' | 'audience';

/** Somebody who belongs to the school, with their roles there; `staff` for whoever is on the staff list. */
export interface Belonging {
  readonly person: string;
  readonly roles: readonly string[];
  /** A conflict of interest keeps them from a child of the meeting. */
  readonly kept: boolean;
  /** They have said that they have read the bulletin. */
  readonly hasRead?: boolean;
}

export interface JudgedMember {
  readonly name: string;
  readonly flags: readonly MemberFlag[];
}

/** How many are in a channel, and how many of them have read what was posted there. */
export interface ReadInChannel {
  readonly people: number;
  readonly read: number;
}

/** Counts who has read a bulletin among those who are in a channel now: numbers, and nobody by name. */
export function readInChannel(members: readonly ChannelMember[], people: readonly Belonging[]): ReadInChannel {
  const readers = new Set(people.filter(({ hasRead }) => hasRead).map(({ person }) => person.toLowerCase()));
  const read = members.filter(({ person }) => person !== undefined && readers.has(person.toLowerCase()));
  return { people: members.length, read: read.length };
}

/** The order in which reasons are said: what nobody can override comes first. */
const byWeight: readonly MemberFlag[] = ['guest', 'outsider', 'conflict', 'audience'];

/**
 * Says of each person who is in a channel now whether what is posted there is for them. Whom Teams does not name by an account of the
 * school’s own organisation is an outsider, whatever their name says.
 */
export function judgeMembers(
  members: readonly ChannelMember[],
  {
    tenant,
    audience,
    people,
  }: { readonly tenant: string; readonly audience: Audience; readonly people: readonly Belonging[] },
): readonly JudgedMember[] {
  const known = new Map(people.map((one) => [one.person.toLowerCase(), one]));
  const roles: readonly string[] = audienceRoles[audience];
  return members.map(({ person, tenant: theirs, guest, name }) => {
    const belonging = person === undefined ? undefined : known.get(person.toLowerCase());
    const ours = person !== undefined && theirs?.toLowerCase() === tenant.toLowerCase();
    const flags: readonly (MemberFlag | false)[] = [
      guest && 'guest',
      !ours && 'outsider',
      belonging?.kept === true && 'conflict',
      !belonging?.roles.some((role) => roles.includes(role)) && 'audience',
    ];
    return { name, flags: flags.filter((flag) => flag !== false) };
  });
}

/** What is to be posted: whether it still tells who somebody is, and why it shall be posted though people outside the audience read it. */
export interface ToPost {
  readonly names: number;
  readonly reason?: string | undefined;
}

/** Why it cannot be posted; undefined where it can. A reason helps against people outside the audience, and against nothing else. */
export function faultOfPosting(members: readonly JudgedMember[], { names, reason }: ToPost): PostFault | undefined {
  // No card in a channel holds a name, whoever may read it there: Teams keeps what lies in channels.
  if (names > 0) return 'names';
  // A channel in which nobody was seen is not one in which nobody is.
  if (members.length === 0) return 'unseen';
  const flag = byWeight.find((one) => members.some(({ flags }) => flags.includes(one)));
  return flag === 'audience' && reason !== undefined && reason.trim() !== '' ? undefined : flag;
}

/** State x what happens -> next state. */
export type PostStep = 'begin' | 'arrived' | 'refused' | 'lost' | 'again' | 'withdraw' | 'found' | 'not-found';
export const postTransitions: Readonly<Record<PostState, Readonly<Partial<Record<PostStep, PostState>>>>> = {
  queued: { begin: 'sending', refused: 'failed', withdraw: 'withdrawn' },
  // `again`: Teams said for certain that it took nothing, and asks to be tried later.
  sending: { arrived: 'sent', refused: 'failed', lost: 'in-doubt', again: 'queued' },
  // `arrived`: the answer came after another worker had given it up for lost.
  'in-doubt': { arrived: 'sent', found: 'sent', 'not-found': 'failed' },
  sent: {},
  failed: {},
  withdrawn: {},
};

/** The state that a step leads to; undefined where it cannot be taken. */
export const nextPostState = (state: string, step: PostStep): PostState | undefined =>
  Object.hasOwn(postTransitions, state) ? postTransitions[state as PostState][step] : undefined;

/** Whether it is in the channel, or may be, or may still come there: nothing else of the kind is posted beside it. */
export const isStanding = (state: string): boolean => state !== 'failed' && state !== 'withdrawn';

/** Has Lantern carry out a post after the commit. Posts to one channel keep their order. */
export const postEffect = (channel: string, post: string): Effect => ({
  kind: 'channel-post',
  to: channel,
  about: post,
});

/** Rows of a post are filed behind those of what it is of. */
export const laneOfPost = ({
  meetingId,
  briefingId,
}: {
  readonly meetingId?: string | null | undefined;
  readonly briefingId?: string | null | undefined;
}): string => meetingId ?? laneOf(briefingId ?? '');

type PostValues = Omit<Partial<ChannelPost>, 'id' | 'school' | 'state' | 'askedById' | 'askedByName' | 'askedAt'> &
  Pick<ChannelPost, 'channelOf' | 'channelName' | 'digest'>;

/** A post in the ledger, and what has it carried out after the commit. */
export function queuePost(school: string, values: PostValues, { actor, now, newId }: Context) {
  const id = newId();
  const asked = { askedById: actor.person, askedByName: actor.name, askedAt: now };
  const put = create(channelPost, { id, school }, { ...values, state: 'queued', ...asked });
  return { id, put, effect: postEffect(values.channelOf, id) };
}

const words = (text: string | null | undefined): readonly string[] =>
  (text ?? '').split(' ').filter((one) => one !== '');
/** Kinds of meeting that are posted to a channel. */
export const kindsOf = ({ kinds }: { readonly kinds?: string | null | undefined }): readonly string[] => words(kinds);
/** Ids of the actions that a post shows. */
export const actionsOf = ({ actionIds }: { readonly actionIds?: string | null | undefined }): readonly string[] =>
  words(actionIds);

/**
 * Has it said in the thread of each post that lies in a channel that something was added to the minutes. What was added is not said.
 */
export function repliesTo(posts: readonly PostRow[], addendum: string, context: Context) {
  return posts
    .filter((post) => post.state === 'sent' && post.addendumId === null && post.activityId !== null)
    .map(({ meetingId, chairId, minuteTakerId, channelOf, channelName, digest, reason, activityId, school }) =>
      queuePost(
        school,
        {
          ...{ channelOf, channelName, digest, addendumId: addendum },
          ...(meetingId !== null && { meetingId }),
          ...(chairId !== null && { chairId }),
          ...(minuteTakerId !== null && { minuteTakerId }),
          ...(reason !== null && { reason }),
          ...(activityId !== null && { replyTo: activityId }),
        },
        context,
      ),
    );
}
