import type { QueryClient } from '@tanstack/react-query';
import { followChanges } from '../api/follow-changes.ts';
import { createLiveQueries } from '../api/live-queries.ts';

/** Less than this may pass between a page's coming into sight and the first word of the server. */
const returnMs = 500;

/**
 * Keeps what is on the screen as it is in Lantern, while somebody looks at it: a page that is hidden follows nothing and fetches
 * nothing, and when it is seen again it fetches once.
 * @param sinceMs milliseconds since the first answer may have been made
 * @returns a function that ends it
 */
export function liveDesk(queries: QueryClient, token: () => Promise<string>, sinceMs: number): () => void {
  const live = createLiveQueries(queries);
  let end: (() => void) | undefined;
  const begin = (behindMs: number) => {
    end ??= followChanges({ token, changed: live.changed, behindMs });
  };
  const seen = () => {
    if (document.visibilityState === 'visible') {
      begin(returnMs);
      live.changed(['*']);
    } else {
      live.rest();
      end?.();
      end = undefined;
    }
  };
  if (document.visibilityState === 'visible') begin(sinceMs);
  document.addEventListener('visibilitychange', seen);
  return () => {
    document.removeEventListener('visibilitychange', seen);
    end?.();
    live.end();
  };
}
