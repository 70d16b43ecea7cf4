/**
 * The bench's side door into a program it measures: the process's own channel to its parent, never a route of the product.
 * Tells where the program listens and, when asked, how much CPU time it has used, in microseconds. Ends with the bench.
 */
export function underMeasure(origin: string, stop: () => Promise<void>): void {
  process.on('message', (asked) => {
    if (asked === 'stop') void stop().then(() => process.exit(0));
    if (asked !== 'cpu') return;
    const { user, system } = process.cpuUsage();
    process.send?.({ cpu: user + system });
  });
  process.on('disconnect', () => process.exit(1));
  process.send?.({ origin });
}
