import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Has the disk keep what was written to a file, or renamed in a folder. */
export function syncFile(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
