import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { compression } from 'vite-plugin-compression2';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What is drawn at once, with all that it imports. */
const opening = /\/tab\/(index\.html|app\/main\.)/;

const desk = here('app/whole-desk.tsx');

/** Has the browser fetch what follows together with the opening, though it runs later. */
const fetchedEarly: Plugin = {
  name: 'fetched-early',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {} }) => {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const entry = chunks.find(({ facadeModuleId }) => facadeModuleId === desk);
      if (!entry) throw new Error(`The build has no chunk for ${desk}`);
      return [entry.fileName, ...entry.imports]
        .filter((file) => !html.includes(file))
        .map((file) => ({
          ...{ tag: 'link', injectTo: 'head' },
          attrs: { rel: 'modulepreload', href: `/tab/${file}`, nonce: '__NONCE__' },
        }));
    },
  },
};

export default defineConfig({
  root: here('.'),
  base: '/tab/',
  // Compressed once, here, as well as it can be; the server sends what the browser takes.
  plugins: [
    react(),
    fetchedEarly,
    compression({ include: /\.(js|css|svg)$/, algorithms: ['brotliCompress'], threshold: 1024 }),
  ],
  // The server puts a fresh nonce in this word's place for each page it answers.
  html: { cspNonce: '__NONCE__' },
  build: {
    outDir: here('../dist/tab'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // The desk's script counts as the first screen's, although it is asked for in the opening's.
      input: [here('index.html'), desk],
      output: {
        // What the first screen waits for travels in two pieces, what is drawn at once and the rest: a browser fetches six at
        // a time over HTTP/1.1, and the bundler would make two dozen of it, each shared with some page that is opened later.
        codeSplitting: {
          groups: [
            { name: 'opening', tags: ['$initial'], test: opening, priority: 2 },
            { name: 'desk', tags: ['$initial'], priority: 1 },
          ],
        },
      },
    },
    // tests/tab holds the first screen to its size, compressed as it travels.
    chunkSizeWarningLimit: 1000,
  },
});
