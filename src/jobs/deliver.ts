import type { Identity } from '../access/types.ts';
import type { Card } from '../ports/card.ts';
import type { Log } from '../ports/log.ts';
import type { Delivery, Messenger } from '../ports/messenger.ts';
import type { MessagePayload, MessageQueue, Task } from '../ports/outbox.ts';
import type { PostingWork } from './post-to-channel.ts';

/** Renders an effect for its recipient as things stand; undefined when there is nothing (more) to show them. Throws when that cannot be read just now. */
export type Render = (kind: string, who: Identity, about: string) => Promise<Card | undefined>;

export interface DeliverParts {
  readonly queue: MessageQueue;
  readonly messenger: Messenger;
  readonly render: Render;
  /** Takes the place of a card that lies in a chat and whose reader may not see its record any more. */
  readonly gone: Card;
  /** What is to be posted to channels, which are no person’s chat. */
  readonly posts: PostingWork;
  readonly log: Log;
}

/** Longer than any send with its retries takes. */
const leaseSeconds = 60;
const lanesAtOnce = 4;
/** Somebody whom Teams cannot reach is released as soon as they write; this is only the safety net. */
const unreachableSeconds = 300;

const backOff = (attempts: number) => Math.min(300, 2 ** attempts);

/**
 * Sends what waits in the message lanes once through.
 * `refresh` renders anew every card about a record that lies in somebody's chat; all else is one card to one person.
 * @returns how many messages were dealt with
 */
export async function deliverOnce(parts: DeliverParts): Promise<number> {
  const tasks = await parts.queue.claim(lanesAtOnce, leaseSeconds);
  await Promise.all(tasks.map((task) => deliver(parts, task)));
  return tasks.length;
}

async function deliver(parts: DeliverParts, task: Task<MessagePayload>): Promise<void> {
  try {
    const { kind } = task.payload;
    await (kind === 'channel-post' ? post : kind === 'refresh' ? refresh : send)(parts, task);
  } catch (error) {
    await later(parts, task, error instanceof Error ? error.name : 'unknown');
  }
}

/** Its state says all that is known of it, also that it will never be sent: then nothing is left to do here. */
async function post(parts: DeliverParts, task: Task<MessagePayload>): Promise<void> {
  const again = await parts.posts.carryOut(task.tenant, task.payload.about);
  if (again) await later(parts, task, again.later);
  else await parts.queue.settle(task);
}

async function send(parts: DeliverParts, task: Task<MessagePayload>): Promise<void> {
  const { queue, messenger } = parts;
  const { kind, to, about, replaces } = task.payload;
  const recipient = { tenant: task.tenant, person: to };
  const card = await parts.render(kind, { ...recipient, ...unasked }, about);
  if (!card) {
    parts.log.warn('deliver.nothing-to-show', { task: task.id, kind, person: to });
    return void (await queue.settle(task));
  }
  const updated = replaces === undefined ? undefined : await messenger.update(recipient, replaces, card);
  const delivery = updated === undefined || isGone(updated) ? await messenger.send(recipient, card) : updated;
  if (delivery.outcome === 'delivered') return void (await queue.confirm(task, delivery.activityId));
  await notDelivered(parts, task, delivery);
}

async function refresh(parts: DeliverParts, task: Task<MessagePayload>): Promise<void> {
  const { queue, messenger } = parts;
  const { to, about } = task.payload;
  const cards = (await queue.delivered(task.tenant, about)).filter((card) => to === '' || card.to === to);
  let failed: Refused | undefined;
  // One chat that refuses must not keep the truth from the others.
  for (const delivered of cards) {
    const recipient = { tenant: task.tenant, person: delivered.to };
    const card = (await parts.render(delivered.kind, { ...recipient, ...unasked }, about)) ?? parts.gone;
    const delivery = await messenger.update(recipient, delivered.activityId, card);
    if (delivery.outcome === 'failed' && !isGone(delivery)) failed = delivery;
  }
  if (to === '') await parts.posts.refresh(task.tenant, about);
  if (failed) await notDelivered(parts, task, failed);
  else await queue.settle(task);
}

/** Nobody asked for it: what is shown is looked up by Lantern itself, with the rights of whoever it is for. */
const unasked = { name: '', door: 'lantern' } as const;

type Refused = Extract<Delivery, { outcome: 'failed' }>;

/** The message that was to be replaced is no longer there: the person took it away. */
const isGone = (delivery: Delivery): boolean => delivery.outcome === 'failed' && delivery.status === 404;

async function notDelivered(
  parts: DeliverParts,
  task: Task<MessagePayload>,
  delivery: Exclude<Delivery, { outcome: 'delivered' }>,
) {
  if (delivery.outcome === 'failed') return later(parts, task, `status-${delivery.status ?? 'none'}`);
  parts.log.warn('deliver.unreachable', {
    task: task.id,
    kind: task.payload.kind,
    person: task.payload.to,
    why: delivery.why,
  });
  await parts.queue.postpone(task, unreachableSeconds, delivery.why, 'free');
}

async function later({ queue, log }: DeliverParts, task: Task<MessagePayload>, code: string): Promise<void> {
  log.warn('deliver.postponed', { task: task.id, kind: task.payload.kind, code, attempts: task.attempts });
  await queue.postpone(task, backOff(task.attempts), code);
}
