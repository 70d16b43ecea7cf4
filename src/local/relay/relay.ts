import express, { Router, type Request, type Response } from 'express';
import { withGuests, type ChannelGuests } from './channel-guests.ts';
import type { ConnectorCall } from '../teams/channel-posts.ts';
import type { PostsAnew } from './posts-anew.ts';
import { instanceUrl, isInstanceKey, readdress } from './readdress.ts';

const membersOf = /^\/v3\/conversations\/([^/]+)\/pagedmembers/;

/** Where each Playground's own connector answers, by instance key: `daniel` -> `http://localhost:56160/_connector`. */
export type Instances = Map<string, string>;

export interface RelayParts {
  /** Signs as the Bot Connector does, with the local tenant's channel keys. */
  readonly signChannelToken: (token: {
    readonly serviceUrl: string;
    readonly audience: string;
  }) => string | Promise<string>;
  /** Whether a token is the bot's own, for the Bot Connector. */
  readonly isConnectorToken: (token: string) => Promise<boolean>;
  /** Where Lantern takes activities, e.g. `http://127.0.0.1:3978/api/messages`; asked each time, since it may start later. */
  readonly lanternMessagesUrl: () => string;
  /** Known instances; an activity from one of them brings its address up to date. */
  readonly instances: Instances;
  readonly botAppId: string;
  /** What stands in windows under another id than Lantern knows it by. */
  readonly anew?: PostsAnew;
  /** Guests in channels, whom no Playground knows. */
  readonly guests?: ChannelGuests;
  /** Told that somebody opened a chat window’s page, which begins empty each time. */
  readonly opened?: (instance: string) => Promise<void>;
  /** Told of each call that a Playground took: what was posted to channels is kept. */
  readonly took?: (call: ConnectorCall) => void;
}

/**
 * Stands between Lantern and the Playgrounds as Microsoft's connector stands between a bot and Teams: it signs what a
 * Playground says under the service URL of the real connector, and takes Lantern's calls to that URL only with the bot's
 * token. So Lantern runs the whole of its gate, though a Playground can sign nothing.
 *
 * `POST /playground/:instance/api/messages` is the address that a Playground takes for the bot's;
 * `/connector/:instance/v3/…` is where the local transport leads `https://smba.trafficmanager.net/:instance/v3/…`.
 */
export function createRelay({
  signChannelToken,
  isConnectorToken,
  lanternMessagesUrl,
  instances,
  botAppId,
  anew,
  guests = new Map(),
  opened,
  took,
}: RelayParts): Router {
  const router = Router();
  const body = express.json({ limit: '2mb' });

  // A Playground asks so whether its bot is up before it says anything.
  router.head('/playground/:instance/api/messages', async (_request, response) => {
    const up = await fetch(lanternMessagesUrl(), { method: 'HEAD' }).then(
      () => true,
      () => false,
    );
    response.status(up ? 200 : 502).end();
  });

  router.post('/playground/:instance/api/messages', body, async (request: Request<{ instance: string }>, response) => {
    const { instance } = request.params;
    const addressed =
      isInstanceKey(instance) && instances.has(instance) ? readdress(request.body, instance) : undefined;
    if (!addressed) return void response.status(404).end();
    if (addressed.from) instances.set(instance, addressed.from);
    const token = await signChannelToken({ serviceUrl: instanceUrl(instance), audience: botAppId });
    await pass(response, () =>
      fetch(lanternMessagesUrl(), {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(anew ? anew.toLantern(addressed.activity) : addressed.activity),
      }),
    );
    if (isOpening(addressed.activity)) await opened?.(instance);
  });

  router.all('/connector/:instance/v3/*rest', body, async (request: Request<{ instance: string }>, response) => {
    const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (!token || !(await isConnectorToken(token))) return void response.status(401).end();
    const { instance } = request.params;
    const connector = instances.get(instance);
    if (!connector) return void response.status(404).json({ error: { code: 'ConversationNotFound' } });
    const path = request.url.slice(`/connector/${instance}`.length);
    const json = request.body === undefined ? {} : { body: JSON.stringify(request.body) };
    const channel = request.method === 'GET' ? membersOf.exec(path)?.[1] : undefined;
    const there = channel === undefined ? undefined : guests.get(decodeURIComponent(channel));
    const change = (text: string) => {
      took?.({ method: request.method, path, body: request.body as unknown, answer: parsed(text) });
      return there ? withGuests(text, there) : text;
    };
    const ask = () =>
      fetch(`${connector}${anew ? anew.toWindow(path) : path}`, {
        method: request.method,
        headers: { 'content-type': 'application/json' },
        ...json,
      });
    await pass(response, ask, change);
  });

  return router;
}

/** A Playground says so of its chat with the bot each time that its page is opened. */
function isOpening({ type, conversation }: Readonly<Record<string, unknown>>): boolean {
  const kind = (conversation as { readonly conversationType?: unknown } | undefined)?.conversationType;
  return type === 'installationUpdate' && kind === 'personal';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Hands an answer on as it is, or changed where it is good; 502 when none came. */
async function pass(
  response: Response,
  ask: () => Promise<globalThis.Response>,
  change: (text: string) => string = (text) => text,
): Promise<void> {
  try {
    const answer = await ask();
    const text = await answer.text();
    response.status(answer.status);
    const type = answer.headers.get('content-type');
    if (type) response.type(type);
    response.send(answer.ok ? change(text) : text);
  } catch {
    response.status(502).end();
  }
}
