import type { RequestHandler, Response } from 'express';
import type { VerifyToken } from '../identity/token-verifier.ts';
import type { Follow } from './parts.ts';
import { sendProblem } from './send.ts';
import { callerOf } from './signed-in.ts';

/** Shorter than what a proxy in between lets a connection be silent. */
const heartbeatMs = 15_000;
/** Somebody who does not read: their connection is given up before it fills the memory. */
const mostUnread = 64 * 1024;
const longestGapMs = 24 * 3_600_000;

/** Milliseconds for which the tab has heard nothing; whatever is no such number counts as long. */
function missedIn(asked: unknown): number {
  const ms = typeof asked === 'string' && /^\d{1,9}$/.test(asked) ? Number(asked) : longestGapMs;
  return Math.min(ms, longestGapMs);
}

function open(response: Response): void {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    // Some proxies would collect what should go out at once.
    'X-Accel-Buffering': 'no',
  });
}

const event = (views: readonly string[]) => `data: ${JSON.stringify({ views })}\n\n`;

/**
 * A stream of the names of views that have changed, as server-sent events. The token is checked again before each word:
 * the stream ends with it, and the tab comes back with a new one.
 */
export function follow(verify: VerifyToken, begin: Follow, beatMs = heartbeatMs): RequestHandler {
  return (request, response) => {
    const say = async (text: string) => {
      const { ok } = await verify(request.headers.authorization);
      if (!ok) response.end();
      else if (response.writableLength > mostUnread) response.destroy();
      else if (!response.writableEnded) response.write(text);
    };
    const follower = {
      identity: callerOf(request),
      told: (views: readonly string[]) => void say(event(views)),
      ended: () => void response.end(),
    };
    const end = begin(follower, missedIn(request.query['missed']));
    if (!end) {
      sendProblem(response, { code: 'busy' }, 429);
      return;
    }
    const beat = setInterval(() => void say(':\n\n'), beatMs);
    response.once('close', () => {
      clearInterval(beat);
      end();
    });
    // What is told meanwhile waits for the token's check, and so comes after this.
    open(response);
    response.write(event([]));
  };
}
