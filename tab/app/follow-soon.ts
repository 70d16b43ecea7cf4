import type { QueryClient } from '@tanstack/react-query';

/** The first screen comes first. */
const followAfterMs = 1_000;

/**
 * Begins to follow what changes, a moment after the first screen. What changed in that moment is heard of too.
 * @returns a function that ends it
 */
export function followSoon(queries: QueryClient, token: () => Promise<string>): () => void {
  let end: (() => void) | undefined;
  let over = false;
  const timer = setTimeout(() => {
    const began = import('./live-desk.ts').then(({ liveDesk }) => {
      if (!over) end = liveDesk(queries, token, performance.now());
    });
    // Without it the desk still asks by itself.
    began.catch(() => undefined);
  }, followAfterMs);
  return () => {
    over = true;
    clearTimeout(timer);
    end?.();
  };
}
