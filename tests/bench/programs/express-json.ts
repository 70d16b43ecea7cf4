import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { underMeasure } from './under-measure.ts';

/** The yardstick of a list: Express that answers the same object, and does nothing else. First argument: a file with the object. */
const answer: unknown = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));

const app = express().disable('x-powered-by').disable('etag');
app.get('/api/concerns', (_request, response) => void response.json(answer));
const server = app.listen(0, '127.0.0.1', () => {
  underMeasure(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, async () => {
    server.closeAllConnections();
    server.close();
  });
});
