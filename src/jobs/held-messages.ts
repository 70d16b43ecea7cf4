import type { MessagePayload, MessageQueue, Task } from '../ports/outbox.ts';

export interface HeldMessages extends MessageQueue {
  /** From now on nothing is claimed. */
  claimNoMore(): void;
  /** Gives back what was claimed and has not come to an end, without counting an attempt: another instance may have it at once. */
  giveBack(): Promise<void>;
}

/** A message queue that knows what was claimed from it. */
export function heldMessages(queue: MessageQueue): HeldMessages {
  const held = new Map<number, Task<MessagePayload>>();
  let open = true;
  const ended =
    <A extends readonly unknown[]>(end: (task: Task<MessagePayload>, ...rest: A) => Promise<boolean>) =>
    async (task: Task<MessagePayload>, ...rest: A) => {
      const done = await end(task, ...rest);
      held.delete(task.id);
      return done;
    };
  return {
    ...queue,
    async claim(limit, leaseSeconds) {
      if (!open) return [];
      const tasks = await queue.claim(limit, leaseSeconds);
      for (const task of tasks) held.set(task.id, task);
      return tasks;
    },
    confirm: ended(queue.confirm),
    settle: ended(queue.settle),
    postpone: ended(queue.postpone),
    stop: ended(queue.stop),
    claimNoMore: () => void (open = false),
    async giveBack() {
      for (const task of held.values()) await queue.postpone(task, 0, 'stopping', 'free');
    },
  };
}
