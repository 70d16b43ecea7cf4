import { expect, it } from 'vitest';
import { stopAtFailedSync } from '../../../src/store/sqlite/stop-at-failed-sync.ts';

const failing = (code: string) => async (): Promise<void> => {
  throw Object.assign(new Error('disk'), { code });
};

it('tells of a failed sync and of nothing else, and hands every error on', async () => {
  let told = 0;
  const part = stopAtFailedSync(
    {
      well: async (n: number) => n + 1,
      full: failing('SQLITE_FULL'),
      get later(): () => Promise<number> {
        throw new Error('nobody has asked for it');
      },
      unsynced: failing('SQLITE_IOERR_FSYNC'),
    },
    () => told++,
  );
  expect(await part.well(1)).toBe(2);
  await expect(part.full()).rejects.toMatchObject({ code: 'SQLITE_FULL' });
  expect(told).toBe(0);
  await expect(part.unsynced()).rejects.toMatchObject({ code: 'SQLITE_IOERR_FSYNC' });
  expect(told).toBe(1);
});
