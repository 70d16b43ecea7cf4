import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFile } from './sync-file.ts';

/** Writes a file for its owner alone so that a power cut leaves either the old content or the new one, whole. */
export function replaceFile(file: string, text: string): void {
  const aside = `${file}.new`;
  const descriptor = openSync(aside, 'w', 0o600);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(aside, file);
  // Windows has no sync of a folder.
  if (process.platform !== 'win32') syncFile(dirname(file));
}
