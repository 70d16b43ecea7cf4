import {
  Router,
  urlencoded,
  type ErrorRequestHandler,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import type { Log } from '../../ports/log.ts';
import { refuseMethod } from '../refuse-method.ts';
import type { SentFile } from '../route.ts';
import { sendFile } from '../send-file.ts';
import { outsidePage, outsidePolicy, type OutsideSaid } from './outside-page.ts';

/** Where somebody outside opens minutes. */
export const outsidePath = '/outside/:secret';

export interface OutsideDoor {
  /** A file for whoever has a link’s secret and its code; undefined for every other, after the same time and without a reason. */
  open(secret: string, code: string): Promise<(Omit<SentFile, 'bytes'> & { bytes: readonly Uint8Array[] }) | undefined>;
}

export interface OutsideParts {
  readonly door: OutsideDoor;
  /** Seconds until somebody at this address may type another code; 0 where they may now. */
  readonly take: (address: string) => number;
  /** Whether a load balancer stands before us and says who calls: then the last word of it is its own. */
  readonly behind: boolean;
  readonly log: Log;
}

const isSecret = /^[0-9a-f]{32}$/;
const isCode = /^\d{8}$/;
/** A form with one field of eight digits. */
const mostBytes = 1_024;

function addressOf(request: Request<object>, behind: boolean): string {
  const said = request.headers['x-forwarded-for'];
  const last = behind && typeof said === 'string' ? said.split(',').at(-1)?.trim() : undefined;
  return last || (request.socket.remoteAddress ?? '');
}

function show(response: Response, status: number, said?: OutsideSaid): void {
  response.statusCode = status;
  response.setHeader('Content-Security-Policy', outsidePolicy);
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(outsidePage(said));
}

/** What a field of a form says; a body that is no form says nothing. */
function codeIn(body: unknown): string {
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined;
  return typeof code === 'string' ? code.replaceAll(/[\s-]/gu, '') : '';
}

/**
 * The only door for people outside the school: one page without script, with one field. Whether there is such a link is said to
 * nobody; the page is the same for every address of the right shape, and each refusal is the same.
 */
export function outside({ door, take, behind, log }: OutsideParts): Router {
  const closed: RequestHandler = (_request, response, next) => {
    response.setHeader('X-Robots-Tag', 'noindex, nofollow, noarchive');
    next();
  };
  const ask: RequestHandler<{ secret: string }> = (_request, response) => show(response, 200);
  const limited: RequestHandler = (request, response, next) => {
    const wait = take(addressOf(request, behind));
    if (wait === 0) return next();
    log.security('outside.too-many', { wait });
    response.setHeader('Retry-After', wait);
    show(response, 429, 'too-many');
  };
  const open: RequestHandler<{ secret: string }> = async (request, response) => {
    const code = codeIn(request.body as unknown);
    const { secret } = request.params;
    // What can be no code takes no try. That tells nobody whether there is such a link.
    if (!isCode.test(code)) return show(response, 400, 'no-code');
    const found = await door.open(isSecret.test(secret) ? secret : '', code);
    if (!found) return show(response, 404, 'refused');
    await sendFile(response, { ...found, bytes: stream(found.bytes) });
  };
  const unreadable: ErrorRequestHandler = (error: { readonly status?: unknown }, _request, response, next) => {
    const { status } = error;
    if (status === 400 || status === 413 || status === 415) show(response, status, 'no-code');
    else next(error);
  };
  const form = urlencoded({ extended: false, limit: mostBytes, parameterLimit: 4, inflate: false });
  const otherMethod = refuseMethod('get', 'post');
  const router = Router({ caseSensitive: true, strict: true });
  router
    .route(outsidePath)
    .all(closed)
    .head(otherMethod)
    .get(ask)
    .post(limited, form, unreadable, open as RequestHandler)
    .all(otherMethod);
  return router;
}

async function* stream(bytes: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* bytes;
}
