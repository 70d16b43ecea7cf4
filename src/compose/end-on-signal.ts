/** What Azure and Kubernetes leave at least. */
const longestMs = 25_000;

/**
 * Ends the process when it is asked to, with 0 when all was brought to its end. Whatever hangs, it ends in time; what was
 * committed is safe either way. A second signal ends it at once.
 */
export function endOnSignal(stop: () => Promise<void>): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      setTimeout(() => process.exit(1), longestMs).unref();
      void stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}
