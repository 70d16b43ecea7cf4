import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Packages with machine code in them: they cannot be part of the one file. */
export const native = ['better-sqlite3-multiple-ciphers', 'sharp'];

/** Packages that read files which lie beside their own code. */
export const reading = ['pdfkit'];

/** How a program of the server becomes one file, with everything that it imports: in production, and wherever it is started often. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  ssr: { noExternal: true, external: [...native, ...reading] },
  build: {
    target: 'node20',
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'lantern.mjs', codeSplitting: false } },
  },
});
