import express, { type Router } from 'express';
import { fileURLToPath } from 'node:url';
import { demo, schools, type CastMember } from '../cast.ts';
import type { DemoClock } from '../clock/open-demo-clock.ts';
import type { Inspect } from '../graph/inspect.ts';
import { triageName, triageOf } from '../playground/settings.ts';
import { loopbackOnly } from '../loopback-only.ts';
import { clockRoutes } from './clock-routes.ts';
import { hostPolicy } from './host-policy.ts';
import { listRoutes } from './list-routes.ts';
import { ownPageOnly } from './own-page-only.ts';

export interface ChatLink {
  readonly key: string;
  readonly name: string;
  /** Where this person's chat window (a Playground) is found. */
  readonly url: string;
}

export interface HostPageSettings {
  /** Who can be chosen; the key is what signs them in. */
  readonly people: readonly CastMember[];
  /** Key of the person that the page begins with when its address names nobody. */
  readonly first: string;
  /** Makes a fresh token for the tab API in this person's name, with what a claims challenge asked for. Only called with a key of `people`. */
  readonly signIn: (key: string, claims?: string) => Promise<string>;
  /**
   * Origin under which this page is opened. Lantern lets only this one frame the tab, so a visitor who comes by another
   * name of the machine (`localhost` for `127.0.0.1`) is sent here.
   */
  readonly hostOrigin: () => string;
  /** Origin of Lantern, whose `/tab/` is framed; asked at each request, because ports are known late. */
  readonly lanternOrigin: () => string;
  readonly chats: () => readonly ChatLink[];
  /** The demonstration's own clock; without it the page has no menu for it. */
  readonly clock?: DemoClock;
  /** What lies in the SharePoint lists; without it the page does not show them. */
  readonly inspect?: Inspect;
}

/** What the page's script is told. */
export interface HostSettings {
  readonly tenantId: string;
  readonly appId: string;
  readonly tenantName: string;
  readonly lanternOrigin: string;
  readonly first: string;
  readonly people: readonly Pick<CastMember, 'key' | 'id' | 'name' | 'job' | 'userPrincipalName' | 'school'>[];
  readonly schools: readonly { readonly id: string; readonly name: string }[];
  /** Each with the channel that lies in the same window. */
  readonly chats: readonly (ChatLink & { readonly channel: { readonly id: string; readonly name: string } })[];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const publicFolder = fileURLToPath(new URL('./public', import.meta.url));

/**
 * The page of the local tenant that stands in for Teams: it frames Lantern's tab, answers teams-js, and signs a person in.
 * Mount it at the root of the tenant's own origin, never at Lantern's.
 *
 * `GET /` and `GET /host?person=<key>&theme=default|dark|contrast&sub=<concern id>&meeting=beside|stage`: the page, with
 * `meeting` as Teams shows it beside one, or on its stage; with `channel=<key>` the tab of the channel in that person's window, with
 * `add=yes` the page on which it is put there.
 * `GET /host/settings.json`: HostSettings. `POST /local/sign-in {"person": key, "claims"?: JSON}`: `{"token"}`, or 404 for nobody we know.
 */
export function createHostPage(parts: HostPageSettings): Router {
  const { people, first, signIn, hostOrigin, lanternOrigin, chats, clock, inspect } = parts;
  const router = express.Router();

  router.get(['/', '/host'], loopbackOnly, (request, response) => {
    if (request.headers.host !== new URL(hostOrigin()).host) {
      response.redirect(`${hostOrigin()}${request.originalUrl}`);
      return;
    }
    response.set(hostPolicy([lanternOrigin(), ...chats().map(({ url }) => new URL(url).origin)]));
    response.sendFile('host.html', { root: publicFolder, cacheControl: false });
  });
  router.use('/host/files', express.static(publicFolder, { index: false, cacheControl: false }));

  router.get('/host/settings.json', (_request, response) => {
    const settings: HostSettings = {
      tenantId: demo.tenantId,
      appId: demo.teamsAppId,
      tenantName: demo.tenantName,
      lanternOrigin: lanternOrigin(),
      first,
      people: people.map(({ key, id, name, job, userPrincipalName, school }) => ({
        ...{ key, id, name, job, userPrincipalName },
        ...(school && { school }),
      })),
      schools: schools.map(({ id, name }) => ({ id, name })),
      chats: chats().map((chat) => ({ ...chat, channel: { id: triageOf(chat.key), name: triageName } })),
    };
    response.set('Cache-Control', 'no-store').json(settings);
  });

  router.post(
    '/local/sign-in',
    loopbackOnly,
    ownPageOnly,
    express.json({ limit: '1kb' }),
    async (request, response) => {
      const asked = request.body as { readonly person?: unknown; readonly claims?: unknown } | undefined;
      const person = people.find(({ key }) => key === asked?.person);
      const claims = typeof asked?.claims === 'string' && isJson(asked.claims) ? asked.claims : undefined;
      response.set('Cache-Control', 'no-store');
      if (!person) {
        response.status(404).json({ code: 'not-found', message: 'Nobody in the demonstration has this name.' });
        return;
      }
      response.json({ token: await signIn(person.key, claims) });
    },
  );

  if (clock) router.use(clockRoutes(clock));
  if (inspect) router.use(listRoutes(inspect));
  return router;
}
