import { createMemoryQueue } from '../../support/filing-queue.ts';
import { handSetClock } from '../../support/hand-set-clock.ts';
import { filingQueueContract } from './filing-queue.ts';

filingQueueContract('the queue in memory that tests use', () => {
  const clock = handSetClock();
  return { ...createMemoryQueue(clock), pass: clock.forward };
});
