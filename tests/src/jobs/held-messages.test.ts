import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportConcern } from '../../../src/areas/concerns/report-concern.ts';
import { heldMessages, type HeldMessages } from '../../../src/jobs/held-messages.ts';
import { newForm, people, startKernel, type Kernel } from '../../support/kernel.ts';

describe('a queue that knows what was claimed', () => {
  let kernel: Kernel;
  let queue: HeldMessages;
  beforeEach(async () => {
    kernel = await startKernel();
    queue = heldMessages(kernel.messages);
    const typed = { who: 'Ellie Marsden', words: 'She had no coat.', safeNow: 'yes', when: 'just now' };
    for (const who of [people.daniel, people.zoe]) await kernel.perform(reportConcern, who, typed, newForm());
  });
  afterEach(() => kernel.close());

  it('gives back what has not come to an end, as if nobody had tried it, and nothing else', async () => {
    const [sent] = await queue.claim(10, 60);
    expect(await queue.confirm(sent!, 'activity')).toBe(true);
    const [held] = await queue.claim(10, 60);
    expect(await kernel.messages.claim(10, 60)).toEqual([]);
    await queue.giveBack();
    const again = await kernel.messages.claim(10, 60);
    expect(again.map(({ id, attempts }) => [id, attempts])).toEqual([[held?.id, 0]]);
    // Whoever had it may still hear from Teams; that changes nothing any more.
    expect(await queue.confirm(held!, 'late')).toBe(false);
  });

  it('claims no more once it has been told so', async () => {
    queue.claimNoMore();
    expect(await queue.claim(10, 60)).toEqual([]);
    expect((await kernel.messages.claim(10, 60)).length).toBe(1);
  });
});
