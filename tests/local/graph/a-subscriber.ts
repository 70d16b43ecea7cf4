import type { IncomingMessage, ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import { demo } from '../../../src/local/cast.ts';
import { oneOffServer } from '../../support/one-off-server.ts';
import { aTenant, site, type GraphReply, type TestTenant } from '../a-tenant.ts';

export interface Arrived {
  readonly method: string | undefined;
  readonly url: URL;
  readonly type: string | undefined;
  readonly body: string;
}

export type Answering = (response: ServerResponse, arrived: Arrived, request: IncomingMessage) => void;

/** Gives a token back as Microsoft asks for it, and takes every notification. */
export const asAsked: Answering = (response, { url }) => {
  const token = url.searchParams.get('validationToken');
  if (token === null) response.writeHead(202).end();
  else response.writeHead(200, { 'content-type': 'text/plain' }).end(token);
};

export interface Subscriber {
  readonly origin: string;
  /** In the order of their arrival, validations among them. */
  readonly arrived: Arrived[];
  /** The notifications of every body that came without a validation token. */
  readonly told: () => readonly (readonly Readonly<Record<string, unknown>>[])[];
  answering: Answering;
}

/** A server on this machine that wants to be told of changes. */
export async function aSubscriber(): Promise<Subscriber> {
  const arrived: Arrived[] = [];
  const server = await oneOffServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '', 'http://subscriber');
      const one = { method: request.method, url, type: request.headers['content-type'], body };
      arrived.push(one);
      subscriber.answering(response, one, request);
    });
  });
  onTestFinished(() => server.close());
  const subscriber: Subscriber = {
    origin: server.origin,
    arrived,
    told: () =>
      arrived
        .filter(({ url }) => !url.searchParams.has('validationToken'))
        .map(({ body }) => (JSON.parse(body) as { value: Readonly<Record<string, unknown>>[] }).value),
    answering: asAsked,
  };
  return subscriber;
}

/** A token of the local Entra for any application with any permission. */
export const appWith = ({ core }: TestTenant, appId: string, ...roles: string[]) =>
  core.entraKeys.sign({
    aud: 'https://graph.microsoft.com',
    iss: `https://sts.windows.net/${demo.tenantId}/`,
    exp: 4_000_000_000,
    appid: appId,
    app_displayname: 'App',
    roles,
  });

export const minutes = 60_000;
export const start = Date.parse('2026-03-02T09:00:00Z');

export interface Scene {
  readonly tenant: TestTenant;
  readonly subscriber: Subscriber;
  readonly list: string;
  readonly clock: { at: number };
  /** Calls Graph as an application with `Sites.ReadWrite.All`, or with another token. */
  call(method: string, path: string, body?: unknown, token?: string): Promise<GraphReply>;
  /** What a valid subscription asks for, with some of it changed. */
  wish(change?: object): object;
  /** Subscribes and answers the id. */
  subscribe(change?: object, token?: string): Promise<string>;
  /** Makes a row, so that the list has changed. */
  change(list?: string): Promise<void>;
}

/** A tenant on a hand-set clock with one list, and a server that may subscribe to it. */
export async function aScene(subscribers: object = {}, dataDir?: string): Promise<Scene> {
  const clock = { at: start };
  const tenant = await aTenant({ now: () => clock.at, subscribers, ...(dataDir !== undefined && { dataDir }) });
  const subscriber = await aSubscriber();
  const list = await tenant.aList([], dataDir === undefined ? 'Watched' : 'Watched again');
  const own = appWith(tenant, '7a7a7a7a-1111-4111-8111-000000000001', 'Sites.ReadWrite.All');
  const call: Scene['call'] = async (method, path, body, token = own) => {
    const reply = await fetch(`${tenant.origin}/v1.0${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const received = await reply.text();
    return {
      status: reply.status,
      headers: reply.headers,
      body: (received === '' ? {} : JSON.parse(received)) as GraphReply['body'],
    };
  };
  const wish: Scene['wish'] = (change = {}) => ({
    changeType: 'updated',
    notificationUrl: `${subscriber.origin}/changes`,
    resource: `${site.slice(1)}/lists/${list}`,
    expirationDateTime: new Date(clock.at + 42_300 * minutes).toISOString(),
    clientState: 'the secret',
    ...change,
  });
  return {
    ...{ tenant, subscriber, list, clock, call, wish },
    async subscribe(change, token) {
      const { status, body } = await call('POST', '/subscriptions', wish(change), token);
      if (status !== 201) throw new Error(`not subscribed: ${status} ${JSON.stringify(body)}`);
      return body.id;
    },
    async change(of = list) {
      const { status } = await tenant.graph('POST', `/lists/${of}/items`, { body: { fields: {} } });
      if (status !== 201) throw new Error(`row not made: ${status}`);
    },
  };
}
