import { ConfidentialClientApplication, type INetworkModule, type NetworkRequestOptions } from '@azure/msal-node';
import {
  AuthenticationHandler,
  Client,
  PageIterator,
  RetryHandler,
  type Context,
  type Middleware,
  type PageCollection,
} from '@microsoft/microsoft-graph-client';
import type { ListItem } from '@microsoft/microsoft-graph-types';
import { generateKeyPairSync } from 'node:crypto';
import { decodeJwt } from 'jose';
import { expect, it } from 'vitest';
import { demo } from '../../src/local/cast.ts';
import { localTransport } from '../../src/local/transport.ts';
import type { Transport } from '../../src/ports/transport.ts';
import { aTenant, site, text, unique } from './a-tenant.ts';

/** MSAL as the product uses it: Microsoft's addresses, another way there. */
function msal(transport: Transport, auth: object = { clientSecret: 'any' }, clientId: string = demo.apiAppId) {
  const send =
    (method: string) =>
    async <T>(url: string, options?: NetworkRequestOptions) => {
      const answer = await transport(url, {
        method,
        headers: options?.headers ?? {},
        ...(options?.body !== undefined && { body: options.body }),
      });
      return { headers: Object.fromEntries(answer.headers), body: (await answer.json()) as T, status: answer.status };
    };
  const networkClient: INetworkModule = { sendGetRequestAsync: send('GET'), sendPostRequestAsync: send('POST') };
  return new ConfidentialClientApplication({
    auth: { clientId, authority: `https://login.microsoftonline.com/${demo.tenantId}`, ...auth },
    system: { networkClient },
  });
}

const graphScope = { scopes: ['https://graph.microsoft.com/.default'] };

function graphClient(transport: Transport, app = msal(transport)): Client {
  const authentication = new AuthenticationHandler({
    getAccessToken: async () => (await app.acquireTokenByClientCredential(graphScope))?.accessToken ?? '',
  });
  const retry = new RetryHandler();
  const last: Middleware = {
    async execute(context: Context) {
      context.response = await transport(context.request, context.options);
    },
  };
  authentication.setNext(retry);
  retry.setNext(last);
  return Client.initWithMiddleware({ middleware: authentication });
}

it('gives MSAL a Graph token by client secret, once', async () => {
  const { origin } = await aTenant();
  const app = msal(localTransport(origin));
  const token = await app.acquireTokenByClientCredential(graphScope);
  expect(decodeJwt(token?.accessToken ?? '')).toMatchObject({
    aud: 'https://graph.microsoft.com',
    appid: demo.apiAppId,
    tid: demo.tenantId,
    idtyp: 'app',
    roles: [
      ...['Sites.Selected', 'EduRoster.Read.All', 'GroupMember.Read.All', 'Calendars.ReadWrite'],
      ...['OnlineMeetings.Read.All', 'OnlineMeetingTranscript.Read.All'],
    ],
  });
  expect((await app.acquireTokenByClientCredential(graphScope))?.fromCache).toBe(true);
});

it('gives MSAL a token by certificate', async () => {
  const { origin } = await aTenant();
  const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
    type: 'pkcs8',
    format: 'pem',
  });
  const app = msal(
    localTransport(origin),
    { clientCertificate: { thumbprintSha256: 'ab'.repeat(32), privateKey } },
    demo.botAppId,
  );
  const token = await app.acquireTokenByClientCredential({ scopes: ['https://api.botframework.com/.default'] });
  expect(decodeJwt(token?.accessToken ?? '')).toMatchObject({
    aud: 'https://api.botframework.com',
    appid: demo.botAppId,
  });
});

it("serves Microsoft's Graph client: create, page by page, refuse", async () => {
  const tenant = await aTenant();
  await tenant.aList([text('RequestKey', unique)], 'Concerns');
  const client = graphClient(localTransport(tenant.origin));
  const items = `${site}/lists/Concerns/items`;
  for (let n = 0; n < 5; n++) await client.api(items).post({ fields: { RequestKey: `k${n}` } });

  const first = (await client.api(items).expand('fields($select=RequestKey)').top(2).get()) as PageCollection;
  const keys: unknown[] = [];
  await new PageIterator(client, first, (item: ListItem & { fields?: { RequestKey?: string } }) => {
    keys.push(item.fields?.RequestKey);
    return true;
  }).iterate();
  expect(keys).toEqual(['k0', 'k1', 'k2', 'k3', 'k4']);

  const found = (await client.api(items).filter("fields/RequestKey eq 'k3'").get()) as PageCollection;
  expect(found.value).toHaveLength(1);
  await expect(client.api(items).post({ fields: { RequestKey: 'k3' } })).rejects.toMatchObject({
    statusCode: 400,
    code: 'invalidRequest',
    message: 'One or more fields with unique constraints already has the provided value.',
  });
});

it("lets Microsoft's client retry what was unavailable, so that one row comes of it", async () => {
  const tenant = await aTenant();
  await tenant.aList([text('RequestKey', unique)], 'Concerns');
  const client = graphClient(localTransport(tenant.origin));
  tenant.core.faults.set({ kind: 'unavailable', retryAfterSeconds: 0, count: 1, methods: ['POST'] });
  await client.api(`${site}/lists/Concerns/items`).post({ fields: { RequestKey: 'k' } });
  expect(
    tenant.core.ledger
      .entries()
      .filter((entry) => entry.url.endsWith('/items'))
      .map((entry) => entry.status),
  ).toEqual([503, 201]);
});
