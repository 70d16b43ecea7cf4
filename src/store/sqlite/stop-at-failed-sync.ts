/** SQLite's words for a disk that did not confirm what was written to it. */
const failedSyncs: readonly string[] = ['SQLITE_IOERR_FSYNC', 'SQLITE_IOERR_DIR_FSYNC'];

const isFailedSync = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && failedSyncs.includes(String(error.code));

/**
 * Has somebody told when a call of a part ends in a failed sync; whoever called gets the error all the same.
 * After one, Linux calls pages clean that never reached the disk: what the file shows and what it holds may differ, and a
 * second try would seem to succeed. So nothing more may be asked of the file.
 * @param part functions, of which none reads `this`; those that promise are watched
 */
export function stopAtFailedSync<T extends object>(part: T, failed: () => void): T {
  const tell = (error: unknown): never => {
    if (isFailedSync(error)) failed();
    throw error;
  };
  const watched = Object.entries(part).map(([name, call]) => [
    name,
    (...args: unknown[]) => {
      const result = (call as (...args: unknown[]) => unknown)(...args);
      return result instanceof Promise ? result.catch(tell) : result;
    },
  ]);
  return Object.fromEntries(watched) as T;
}
