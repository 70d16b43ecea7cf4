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
  const watch =
    (call: (...args: unknown[]) => unknown) =>
    (...args: unknown[]) => {
      const result = call(...args);
      return result instanceof Promise ? result.catch(tell) : result;
    };
  // Looked at only when it is used: a part may have properties that hold nothing yet.
  return new Proxy(part, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? watch(value as (...args: unknown[]) => unknown) : value;
    },
  });
}
