import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import express from 'express';
import gzipStatic from 'express-static-gzip';
import { underMeasure } from './under-measure.ts';

/** The yardstick of the desk's first screen. Arguments: the folder of its build, and a file with the list it shows. */
const [folder = '', rows = ''] = process.argv.slice(2);
const list: unknown = JSON.parse(readFileSync(rows, 'utf8'));

const app = express().disable('x-powered-by').disable('etag');
// In Teams every tab is of another site than what is round it and has a process of its own; here this asks for one, as Lantern does.
app.use((_request, response, next) => {
  response.setHeader('Origin-Agent-Cluster', '?1');
  next();
});
app.get('/rows.json', (_request, response) => void response.json(list));
// Where a host page looks for a tab, and where its own scripts are.
for (const path of ['/tab', '/']) app.use(path, gzipStatic(folder, { enableBrotli: true, orderPreference: ['br'] }));
const server = app.listen(0, '127.0.0.1', () => {
  underMeasure(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, async () => {
    server.closeAllConnections();
    server.close();
  });
});
