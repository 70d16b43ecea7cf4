import express, { type Express, type RequestHandler } from 'express';
import { deskPaths } from '../areas/desk/contract.ts';
import type { Config } from '../config.ts';
import type { VerifyToken } from '../identity/token-verifier.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Telemetry } from '../ports/telemetry.ts';
import { api } from './api.ts';
import { checked, type CheckedAge } from './checked.ts';
import { failure } from './failure.ts';
import { health, type Readiness } from './health.ts';
import { jsonBody } from './json-body.ts';
import { follow } from './follow.ts';
import { notifications, type Notifications } from './notifications.ts';
import { outside, type OutsideParts } from './outside/outside.ts';
import type { Follow, PerformFn, ReadFn } from './parts.ts';
import { refuseMethod } from './refuse-method.ts';
import type { Route } from './route.ts';
import { schoolTime } from './school-time.ts';
import { noStore, securityHeaders } from './security-headers.ts';
import { sendProblem } from './send.ts';
import { signedIn } from './signed-in.ts';
import { tab } from './tab.ts';
import { traced } from './traced.ts';

export interface AppParts {
  readonly config: Pick<Config, 'LANTERN_MODE'>;
  readonly verify: VerifyToken;
  readonly routes: readonly Route[];
  readonly perform: PerformFn;
  readonly read: ReadFn;
  /** Tells a tab which of its views have changed. */
  readonly follow: Follow;
  /** Takes POST /api/messages with `request.body` parsed; checks the channel's token itself. */
  readonly botHandler: RequestHandler;
  /** Where the built tab lies. */
  readonly tabDir: string;
  /** Origin of the page that stands in for Teams in local mode. */
  readonly hostOrigin: string | undefined;
  /** Where Graph gives its hints, and who hears them; absent where none are wished for. */
  readonly hints?: { readonly path: string; readonly heard: Notifications } | undefined;
  /** The door for people outside who have a link to minutes. */
  readonly outside: Pick<OutsideParts, 'door' | 'take'>;
  readonly ready: Readiness;
  /** How old Lantern's knowledge of SharePoint is. */
  readonly age: () => CheckedAge;
  /** The school's clock. */
  readonly clock: Clock;
  readonly log: Log;
  /** Follows each request, where somebody wishes for it. */
  readonly telemetry?: Telemetry | undefined;
}

const unknownAddress: RequestHandler = (_request, response) => sendProblem(response, { code: 'not-found' });

/**
 * Lantern's web application, in the order in which a request meets it. It does not listen.
 * @throws Error when the tab is not built or the routes do not fit together
 */
export function createApp(parts: AppParts): Express {
  const { verify, log } = parts;
  const app = express();
  app.disable('x-powered-by').disable('etag').enable('case sensitive routing').enable('strict routing');

  if (parts.telemetry) app.use(traced(parts.telemetry));
  app.use(securityHeaders(parts.config.LANTERN_MODE === 'production'));
  app.use('/tab', tab(parts.tabDir, parts.hostOrigin));
  app.use(noStore);
  app
    .route('/api/messages')
    .post(...jsonBody, parts.botHandler)
    .all(refuseMethod('post'));
  if (parts.hints) app.use(notifications(parts.hints.path, parts.hints.heard, log));
  const behind = parts.config.LANTERN_MODE === 'production';
  app.use(outside({ ...parts.outside, behind, log }));
  const guards = [signedIn(verify, log), schoolTime(parts.clock), checked(parts.age)];
  const streams = { [deskPaths.changes]: follow(verify, parts.follow) };
  app.use('/api', api(guards, parts.routes, parts.perform, parts.read, streams));
  app.use(health(parts.ready));
  app.use(unknownAddress);
  app.use(failure(log));
  return app;
}
