import { existsSync, readFileSync } from 'node:fs';
import { replaceFile } from './replace-file.ts';
import type { WrappedPlace } from './wrapped-place.ts';

/** A file of a data folder that has one writer. */
export const wrappedFile = (file: string): WrappedPlace => ({
  name: file,
  read: async () => (existsSync(file) ? readFileSync(file, 'utf8') : undefined),
  async begin(text) {
    if (existsSync(file)) return readFileSync(file, 'utf8');
    replaceFile(file, text);
    return text;
  },
  replace: async (text) => replaceFile(file, text),
});
