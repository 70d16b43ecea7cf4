import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/**
 * The scripts that a built tab's document names, and everything they import before they run.
 * @param folder the build, with `index.html` and `assets/`
 * @returns file names, and what they weigh together as they travel: brotli bytes
 */
export function firstScreen(folder: string): { readonly files: readonly string[]; readonly bytes: number } {
  const files = new Set<string>();
  const textOf = (file: string) => readFileSync(join(folder, 'assets', file), 'utf8');
  const add = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    for (const [, imported] of textOf(file).matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
      add(imported ?? '');
  };
  const document = readFileSync(join(folder, 'index.html'), 'utf8');
  for (const [, file] of document.matchAll(/(?:src|href)="\/tab\/assets\/([^"]+\.js)"/g)) add(file ?? '');
  const bytes = [...files].map((file) => brotliCompressSync(textOf(file)).length).reduce((sum, size) => sum + size, 0);
  return { files: [...files], bytes };
}
