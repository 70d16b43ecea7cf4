import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

const YEARS_2 = 2 * 365 * 24 * 60 * 60;
const none = ["'none'"];

/**
 * Headers of every answer, closed as far as they go: nothing loads, nothing frames. The tab's document opens what it needs.
 * @param production HSTS (OWASP ASVS 5.0, 3.4.1) is for real hosts only: on localhost it would shut out every other program
 */
export function securityHeaders(production: boolean): RequestHandler {
  const headers = headersOf({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: none, frameAncestors: none, baseUri: none, formAction: none },
    },
    strictTransportSecurity: production && { maxAge: YEARS_2, includeSubDomains: true },
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
  });
  return (_request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  };
}

/** What helmet gives to an answer. It is the same for each, so helmet's dozen steps are taken once and not at every request. */
function headersOf(options: Parameters<typeof helmet>[0]): readonly (readonly [string, string])[] {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  helmet(options)(request, response, (error?: unknown) => {
    if (error) throw new Error('helmet gave no headers', { cause: error });
  });
  return response.getHeaderNames().map((name) => [name, String(response.getHeader(name))]);
}

/** Answers hold what a person may see at this moment; no cache keeps them. */
export const noStore: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};
