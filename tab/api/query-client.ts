import { QueryClient } from '@tanstack/react-query';
import type { ApiFailure } from './api-failure.ts';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ApiFailure;
  }
}

/** What came from an unreachable server is asked for again twice; a refusal is an answer and is shown at once. */
const again = (count: number, failure: ApiFailure) => count < 2 && failure.code === 'unreachable';

/** How the tab keeps answers: in memory only, asked for anew whenever a screen opens. */
export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      // `always`: a browser that believes itself offline must fail aloud, not wait in silence.
      queries: {
        networkMode: 'always',
        retry: again,
        retryDelay: (count) => 400 * 2 ** count,
        staleTime: 2_000,
        // A page that is seen again fetches what it shows, once: see live-desk.ts.
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
