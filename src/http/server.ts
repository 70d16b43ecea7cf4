import { createServer, IncomingMessage, ServerResponse, type Server } from 'node:http';
import type { Express } from 'express';

/** Makes a class's objects what the application would turn them into. */
function bornAs(made: { readonly prototype: object }, app: Express, part: 'request' | 'response'): void {
  Object.setPrototypeOf(made.prototype, Object.getPrototypeOf(app[part]) as object);
  Object.defineProperty(made.prototype, 'app', { value: app, configurable: true, enumerable: true, writable: true });
  Object.defineProperty(app, part, { value: made.prototype });
}

/**
 * An HTTP server for an application, not yet listening. Its requests and responses are born with the application's own
 * prototypes: Express would otherwise exchange them at each request, after which V8 takes each for an object of a kind of
 * its own and looks every property up the slow way. That was two thirds of what a small answer cost.
 */
export function createHttpServer(app: Express): Server {
  class Request extends IncomingMessage {}
  class Response extends ServerResponse<Request> {}
  bornAs(Request, app, 'request');
  bornAs(Response, app, 'response');
  return createServer({ IncomingMessage: Request, ServerResponse: Response }, app);
}
