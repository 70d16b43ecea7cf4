import type { IncomingMessage, ServerResponse } from 'node:http';
import express, { type Request } from 'express';
import { expect, it, onTestFinished } from 'vitest';
import { createHttpServer } from '../../../src/http/server.ts';
import { listening } from '../../support/listening.ts';

async function served() {
  const app = express();
  const handled: Request[] = [];
  app.get('/hello', (request, response) => {
    handled.push(request);
    response.status(201).json({ path: request.path, accepts: request.accepts('json'), same: request.app === app });
  });
  const server = createHttpServer(app);
  const born: { readonly request: unknown; readonly response: unknown }[] = [];
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    born.push({ request: Object.getPrototypeOf(request), response: Object.getPrototypeOf(response) });
  });
  const { origin, close } = await listening(server);
  onTestFinished(close);
  return { app, handled, born, origin };
}

it('gives Express requests and responses that it need not change', async () => {
  const { app, handled, born, origin } = await served();
  await fetch(`${origin}/hello`);
  expect(born[0]?.request).toBe(app.request);
  expect(born[0]?.response).toBe(app.response);
  expect(Object.getPrototypeOf(handled[0])).toBe(app.request);
});

it('leaves them all that Express gives', async () => {
  const { origin } = await served();
  const answer = await fetch(`${origin}/hello?a=1`, { headers: { accept: 'application/json' } });
  expect(answer.status).toBe(201);
  expect(await answer.json()).toEqual({ path: '/hello', accepts: 'json', same: true });
});
