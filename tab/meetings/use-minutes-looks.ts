import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../api/api-context.ts';
import type { ApiFailure } from '../api/api-failure.ts';
import { closing } from '../api/closing.ts';
import { pace } from '../api/pace.ts';
import { closesMinutes } from './closes-minutes.ts';
import { hasUnsaved } from './open-minutes.ts';
import { meetingQuery, minutesQuery } from './queries.ts';

/** A look that failed is asked for again soon: what others write waits behind it. */
const againMs = 10_000;

interface Failing {
  readonly state: { readonly error: ApiFailure | null };
}
/** Whether it may pass by itself. */
const passes = ({ state: { error } }: Failing) =>
  error !== null && (error.code === 'not-signed-in' || !closing.has(error.code));

/** The first of the moments at which something failed again and again, in milliseconds; undefined where it does not. */
function useSince(failedAt: number | undefined): number | undefined {
  const [since, setSince] = useState(failedAt);
  const now = failedAt === undefined ? undefined : (since ?? failedAt);
  if (now !== since) setSince(now);
  return now;
}

/** A meeting and its minutes, as they are looked at while somebody may write in them; and why they cannot be shown, or not as they are now. */
export function useMinutesLooks(id: string) {
  const api = useApi();
  const meeting = useQuery({
    ...meetingQuery(api, id),
    refetchInterval: (query) => (passes(query) ? againMs : false),
  });
  const minutes = useQuery({
    ...minutesQuery(api, id),
    refetchInterval: (query) => (passes(query) ? againMs : pace.ms()),
  });
  const failed = [meeting, minutes].flatMap(({ error, errorUpdatedAt }) => (error ? [{ error, errorUpdatedAt }] : []));
  const last = failed.length > 0 ? Math.max(...failed.map(({ errorUpdatedAt }) => errorUpdatedAt)) : undefined;
  const since = useSince(last) ?? 0;
  const writing = minutes.data?.minutes.mayWrite === true || hasUnsaved(api, id);
  const closed = failed.find(({ error: { code } }) => closesMinutes({ code, writing, since, last: last ?? 0 }))?.error;
  const shown = closed === undefined &&
    meeting.data &&
    minutes.data && { detail: meeting.data, minutes: minutes.data, lookedAt: minutes.dataUpdatedAt };
  return {
    /** Both, where they may be shown, and when the minutes were looked at last. */
    shown: shown || undefined,
    /** What stands in their place, or what is wrong while they are shown. */
    error: closed ?? failed[0]?.error,
    retry: () => void Promise.all([meeting.refetch(), minutes.refetch()]),
  };
}
