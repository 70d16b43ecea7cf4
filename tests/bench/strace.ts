import { spawnSync } from 'node:child_process';

/** What is asked of the kernel between the arrival of a request and its answer. */
const calls = 'trace=read,recvfrom,write,writev,sendto,sendmsg,pwrite64,pwritev,fsync,fdatasync';

/** @returns why strace cannot watch a program here; undefined when it can */
export function whyNoStrace(strace = 'strace'): string | undefined {
  const { error, status, stderr } = spawnSync(strace, ['-f', '-o', '/dev/null', 'true'], { encoding: 'utf8' });
  if (error) return `${strace} is not installed, so syncs cannot be counted (on Debian: apt-get install strace)`;
  if (status === 0) return undefined;
  return `strace may not watch programs here, so syncs cannot be counted: ${stderr.trim().split('\n')[0] ?? ''}`;
}

/** Starts a program under strace, all its threads, with the files' paths. @param file gets the trace */
export const underStrace = (file: string): readonly [string, ...string[]] => [
  'strace',
  ...['-f', '-y', '-s', '64', '-o', file, '-e', calls],
];
