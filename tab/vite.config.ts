import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  base: '/tab/',
  // Compressed once, here, as well as it can be; the server sends what the browser takes.
  plugins: [react(), compression({ include: /\.(js|css|svg)$/, algorithms: ['brotliCompress'], threshold: 1024 })],
  // The server puts a fresh nonce in this word's place for each page it answers.
  html: { cspNonce: '__NONCE__' },
  build: {
    outDir: here('../dist/tab'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What the first screen waits for travels in one piece: a browser fetches six at a time over HTTP/1.1, and the
        // bundler would make two dozen of it, each shared with some page that is opened later.
        codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] },
      },
    },
    // tests/tab holds the first screen to its size, compressed as it travels.
    chunkSizeWarningLimit: 1000,
  },
});
