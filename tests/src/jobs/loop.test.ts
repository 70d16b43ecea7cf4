import { describe, expect, it, vi } from 'vitest';
import { createLoop } from '../../../src/jobs/loop.ts';
import { recordedLog } from '../../support/recorded-log.ts';

describe('a job that runs by itself', () => {
  it('runs at once, then in its rhythm, and goes on after a failure', async () => {
    const { log, lines } = recordedLog();
    let runs = 0;
    const loop = createLoop(
      'test',
      20,
      () => (++runs === 2 ? Promise.reject(new TypeError('broken')) : Promise.resolve(0)),
      log,
    );
    loop.start();
    await vi.waitFor(() => expect(runs).toBeGreaterThan(3));
    await loop.stop();
    expect(lines).toEqual([{ level: 'error', event: 'job.failed', job: 'test', code: 'TypeError' }]);
  });

  it('runs soon after a wake, however long its rhythm', async () => {
    let runs = 0;
    const loop = createLoop('test', 3_600_000, async () => (runs++, 0), recordedLog().log);
    loop.start();
    await vi.waitFor(() => expect(runs).toBe(1));
    loop.wake();
    await vi.waitFor(() => expect(runs).toBe(2));
    await loop.stop();
  });

  it('lets a run come to its end before it stops, and then runs no more', async () => {
    let ended = false;
    let begun = 0;
    const run = async () => {
      begun++;
      await new Promise((resolve) => setTimeout(resolve, 40));
      ended = true;
      return 1;
    };
    const loop = createLoop('test', 1, run, recordedLog().log);
    loop.start();
    await vi.waitFor(() => expect(begun).toBe(1));
    await loop.stop();
    expect(ended).toBe(true);
    loop.wake();
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(begun).toBe(1);
  });
});
