import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Router, type RequestHandler } from 'express';
import gzipStatic from 'express-static-gzip';
import { refuseMethod } from './refuse-method.ts';
import { tabPolicy } from './tab-policy.ts';

const emptyHost = /<meta name="lantern-host" content=""( ?\/)?>/;

function readDocument(directory: string): string {
  try {
    return readFileSync(join(directory, 'index.html'), 'utf8');
  } catch (cause) {
    throw new Error(`The tab is not built: ${directory} holds no index.html`, { cause });
  }
}

/** Tells the tab which page hosts it in local mode; teams-js trusts no other host than Microsoft's unless it is named. */
function nameHost(document: string, origin: string): string {
  if (!emptyHost.test(document)) throw new Error('The tab has no empty <meta name="lantern-host"> to fill');
  return document.replace(emptyHost, () => `<meta name="lantern-host" content="${origin}">`);
}

/** The document with a fresh nonce in its places and in its policy, framed by Teams or by the local page and by nobody else. */
function tabDocument(directory: string, origin: string | undefined): RequestHandler {
  const document = readDocument(directory);
  const pieces = (origin ? nameHost(document, origin) : document).split('__NONCE__');
  return (_request, response) => {
    const nonce = randomBytes(16).toString('base64');
    response.removeHeader('X-Frame-Options');
    response.setHeader('Content-Security-Policy', tabPolicy(nonce, origin));
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(pieces.join(nonce));
  };
}

/**
 * The built tab. Files with a hash in their name may be kept for ever; every other address is a place inside the tab and
 * answers the document. A script that is gone is not found: the document in its stead would only hide the cause.
 * @param directory the build, with `index.html` and `assets/`
 * @param hostOrigin the local page that stands in for Teams; undefined in production
 * @throws Error when the tab is not built
 */
export function tab(directory: string, hostOrigin: string | undefined): Router {
  const router = Router();
  const assets = gzipStatic(join(directory, 'assets'), {
    enableBrotli: true,
    orderPreference: ['br'],
    index: false,
    serveStatic: { immutable: true, maxAge: '1y', redirect: false },
  });
  router.use('/assets', assets, (_request, _response, next) => next('router'));
  router
    .route('/{*place}')
    .get(tabDocument(directory, hostOrigin && new URL(hostOrigin).origin))
    .all(refuseMethod('get'));
  return router;
}
