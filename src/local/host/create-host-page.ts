import express, { type Router } from 'express';
import { fileURLToPath } from 'node:url';
import { demo, type CastMember } from '../cast.ts';
import { loopbackOnly } from '../loopback-only.ts';
import { hostPolicy } from './host-policy.ts';
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
  /** Makes a fresh token for the tab API in this person's name. Only called with a key of `people`. */
  readonly signIn: (key: string) => Promise<string>;
  /**
   * Origin under which this page is opened. Lantern lets only this one frame the tab, so a visitor who comes by another
   * name of the machine (`localhost` for `127.0.0.1`) is sent here.
   */
  readonly hostOrigin: () => string;
  /** Origin of Lantern, whose `/tab/` is framed; asked at each request, because ports are known late. */
  readonly lanternOrigin: () => string;
  readonly chats: () => readonly ChatLink[];
}

/** What the page's script is told. */
export interface HostSettings {
  readonly tenantId: string;
  readonly appId: string;
  readonly tenantName: string;
  readonly lanternOrigin: string;
  readonly first: string;
  readonly people: readonly Pick<CastMember, 'key' | 'id' | 'name' | 'job' | 'userPrincipalName'>[];
  readonly chats: readonly ChatLink[];
}

const publicFolder = fileURLToPath(new URL('./public', import.meta.url));

/**
 * The page of the local tenant that stands in for Teams: it frames Lantern's tab, answers teams-js, and signs a person in.
 * Mount it at the root of the tenant's own origin, never at Lantern's.
 *
 * `GET /` and `GET /host?person=<key>&theme=default|dark|contrast&sub=<concern id>`: the page.
 * `GET /host/settings.json`: HostSettings. `POST /local/sign-in {"person": key}`: `{"token"}`, or 404 for nobody we know.
 */
export function createHostPage({ people, first, signIn, hostOrigin, lanternOrigin, chats }: HostPageSettings): Router {
  const router = express.Router();

  router.get(['/', '/host'], loopbackOnly, (request, response) => {
    if (request.headers.host !== new URL(hostOrigin()).host) {
      response.redirect(`${hostOrigin()}${request.originalUrl}`);
      return;
    }
    response.set(hostPolicy(lanternOrigin()));
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
      people: people.map(({ key, id, name, job, userPrincipalName }) => ({ key, id, name, job, userPrincipalName })),
      chats: chats(),
    };
    response.set('Cache-Control', 'no-store').json(settings);
  });

  router.post(
    '/local/sign-in',
    loopbackOnly,
    ownPageOnly,
    express.json({ limit: '1kb' }),
    async (request, response) => {
      const asked = (request.body as { readonly person?: unknown } | undefined)?.person;
      const person = people.find(({ key }) => key === asked);
      response.set('Cache-Control', 'no-store');
      if (!person) {
        response.status(404).json({ code: 'not-found', message: 'Nobody in the demonstration has this name.' });
        return;
      }
      response.json({ token: await signIn(person.key) });
    },
  );

  return router;
}
