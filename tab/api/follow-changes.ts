import { deskPaths, type Changed } from '../../src/areas/desk/contract.ts';
import { pace } from './pace.ts';
import { readEvents } from './read-events.ts';

export interface FollowSettings {
  /** A fresh token from Teams for each connection. */
  readonly token: () => Promise<string>;
  /** Told the names of views that have changed. */
  readonly changed: (views: readonly string[]) => void;
  /** Milliseconds since what the screen shows was fetched, when it begins to follow. */
  readonly behindMs: number;
}

/** The server lets something be heard every 15 seconds; after this long the connection is dead. */
const silenceMs = 40_000;
const firstWaitMs = 1_000;
const longestWaitMs = 60_000;

/** Waits, give or take a half: after a restart not everybody comes back in the same moment. */
function wait(ms: number, signal: AbortSignal): Promise<void> {
  const [chance = 0] = crypto.getRandomValues(new Uint32Array(1));
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms * (0.5 + chance / 2 ** 32));
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/**
 * Follows the changes of what a person may see, and comes back by itself with what it missed whenever the connection ends.
 * @returns a function that ends it
 */
export function followChanges({ token, changed, behindMs }: FollowSettings): () => void {
  const over = new AbortController();
  let lastHeard = performance.now() - behindMs;

  /** One connection, to its end. @returns whether the server was heard */
  async function connect(): Promise<boolean> {
    const silence = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const heard = () => {
      lastHeard = performance.now();
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), silenceMs);
    };
    try {
      const missed = Math.round(performance.now() - lastHeard);
      const response = await fetch(`${deskPaths.changes}?missed=${missed}`, {
        headers: { Authorization: `Bearer ${await token()}` },
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
        signal: AbortSignal.any([over.signal, silence.signal]),
      });
      if (!response.ok || !response.body) return false;
      heard();
      pace.follow(true);
      for await (const data of readEvents(response.body, heard)) {
        const { views } = JSON.parse(data) as Changed;
        if (views.length > 0) changed(views);
      }
      return true;
    } catch {
      return timer !== undefined;
    } finally {
      clearTimeout(timer);
      pace.follow(false);
    }
  }

  void (async () => {
    for (let waitMs = firstWaitMs; !over.signal.aborted;) {
      const heard = await connect();
      waitMs = heard ? firstWaitMs : Math.min(longestWaitMs, waitMs * 2);
      if (!over.signal.aborted) await wait(waitMs, over.signal);
    }
  })();
  return () => over.abort();
}
