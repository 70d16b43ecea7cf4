import type { Request, RequestHandler } from 'express';
import type { Telemetry } from '../ports/telemetry.ts';

const mounts = ['', '/api', '/tab'];

/** The template of the route that answered, which holds no id; addresses that no route has are all one. */
function templateOf({ baseUrl, route }: Request): string {
  const path = (route as { readonly path?: unknown } | undefined)?.path;
  return typeof path === 'string' && mounts.includes(baseUrl) ? baseUrl + path : 'none';
}

/** Follows each request from its arrival to its end, under its route's template. */
export const traced =
  (telemetry: Telemetry): RequestHandler =>
  (request, response, next) =>
    telemetry.during('http', { method: request.method }, (end) => {
      response.once('close', () => {
        const { statusCode: status } = response;
        end({ route: templateOf(request), status }, status >= 500 || !response.writableFinished ? 'failed' : undefined);
      });
      next();
    });
