import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { readTestSettings } from '../../src/config.ts';
import { cast } from '../../src/local/cast.ts';
import { securityHeaders } from '../../src/http/security-headers.ts';
import { createHostPage } from '../../src/local/host/create-host-page.ts';
import { builtTab } from './built-tab.ts';
import { createStubApi, type StubApi } from './stub-api.ts';

export interface HostedTab {
  /** Origin of the page that stands in for Teams. */
  readonly hostOrigin: string;
  readonly lanternOrigin: string;
  /** The API behind the tab; a new one after `reset`. */
  readonly stub: () => StubApi;
  reset(): void;
  close(): Promise<void>;
}

/**
 * How long each request takes to the API, in ms: as over any network, what comes of a press is not there with the press. A test
 * that looks too soon then fails always, and not now and then on a busy machine.
 */
const { answerMs } = readTestSettings();

async function listen(listener: RequestListener): Promise<{ readonly server: Server; readonly origin: string }> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/**
 * The built tab in the real host page, each at an origin of its own, with a stub of the API behind it.
 * @param beside what stands in the place of Priya's chat window
 */
export async function startHostedTab(beside = 'http://localhost:56161/'): Promise<HostedTab> {
  const tabDir = await builtTab();
  const hostApp = express();
  const host = await listen(hostApp);
  let stub = createStubApi(tabDir, host.origin);
  // The headers of every answer of Lantern's, as `http/app.ts` puts them first.
  const served = express().use(securityHeaders(false), (request, response) => {
    // What the window of the test before still asks for is nothing to the next.
    const { app } = stub;
    if (request.path.startsWith('/api/')) setTimeout(() => app(request, response), answerMs);
    else app(request, response);
  });
  const lantern = await listen(served);
  hostApp.use(
    createHostPage({
      people: cast,
      first: 'priya',
      signIn: async (key) => `token ${key}`,
      hostOrigin: () => host.origin,
      lanternOrigin: () => lantern.origin,
      chats: () => [
        { key: 'daniel', name: 'Daniel Osei', url: 'http://localhost:56160/' },
        { key: 'priya', name: 'Priya Raman', url: beside },
      ],
    }),
  );
  return {
    hostOrigin: host.origin,
    lanternOrigin: lantern.origin,
    stub: () => stub,
    reset: () => {
      stub = createStubApi(tabDir, host.origin);
    },
    close: async () => {
      for (const { server } of [host, lantern]) {
        server.closeAllConnections();
        server.close();
        await once(server, 'close');
      }
    },
  };
}
