import { spawnSync } from 'node:child_process';

/** Tells when strace is missing: the bench counts fsyncs with it, and without it says `pass: false` and why. */
export function tellOfStrace() {
  if (process.platform !== 'linux' || spawnSync('strace', ['-V'], { stdio: 'ignore' }).status === 0) return;
  console.error(
    'strace is not installed: the bench cannot count fsyncs and will say so (on Debian: apt-get install strace).',
  );
}
