import { makeStyles } from '@fluentui/react-components';
import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import type { ApiFailure } from '../api/api-failure.ts';
import { closing } from '../api/closing.ts';
import { FailurePage } from './failure-page.tsx';
import { Loading } from './loading.tsx';
import { Notice } from './notice.tsx';

export interface Asked<T> {
  readonly data: T | undefined;
  readonly error: ApiFailure | null;
  readonly refetch: () => Promise<unknown>;
}

/** What came and may stand on the screen: nothing after an answer that closes the page. */
export function shownOf<T>({ data, error }: Pick<Asked<T>, 'data' | 'error'>): T | undefined {
  return error && closing.has(error.code) ? undefined : data;
}

const useStyles = makeStyles({ open: { display: 'contents' }, covered: { display: 'none' } });

const signedOutText =
  'Teams has not signed you in again yet. Leave this open: what you typed here is kept, and Lantern asks again by itself.';

/** Signed out, one asks again this often: nothing tells when Teams knows the person again. */
const againMs = 10_000;

/** Asks again by itself while that is wanted and somebody looks. */
function useAgain(wanted: boolean, refetch: () => Promise<unknown>): void {
  useEffect(() => {
    if (!wanted) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void refetch();
    }, againMs);
    return () => clearInterval(timer);
  }, [wanted, refetch]);
}

/** Gives the focus back to what had it before it was covered, unless it has gone elsewhere meanwhile. */
function useFocusUnder(covered: boolean) {
  const place = useRef<HTMLDivElement>(null);
  const held = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const focused = document.activeElement;
    if (covered) held.current = place.current?.contains(focused) ? (focused as HTMLElement) : null;
    else if (focused === document.body) held.current?.focus();
  }, [covered]);
  return place;
}

export interface AnswerProps<T> {
  readonly query: Asked<T>;
  /** What is said while it is on its way, in the room of so many rows. */
  readonly loading: string;
  readonly rows: number;
  readonly children: (shown: T) => ReactNode;
}

/**
 * What a page asked for: that it is on its way, what came, that it may be out of date, or why nothing came. While nobody is signed in,
 * as when a laptop wakes up, what came is covered and not thrown away: somebody may have typed in it.
 */
export function Answer<T>({ query, loading, rows, children }: AnswerProps<T>) {
  const styles = useStyles();
  const { data, error, refetch } = query;
  const shown = shownOf(query);
  const covered = error?.code === 'not-signed-in' ? data : undefined;
  const kept = shown ?? covered;
  useAgain(covered !== undefined, refetch);
  const place = useFocusUnder(covered !== undefined);
  return (
    <>
      {shown !== undefined && error && <Notice intent="warning">{`This may be out of date. ${error.message}`}</Notice>}
      {shown === undefined && !error && <Loading label={loading} rows={rows} />}
      {shown === undefined && error && (
        <FailurePage
          code={error.code}
          message={covered === undefined ? error.message : signedOutText}
          level={2}
          retry={() => void refetch()}
        />
      )}
      {kept !== undefined && (
        <div ref={place} className={shown === undefined ? styles.covered : styles.open}>
          {children(kept)}
        </div>
      )}
    </>
  );
}
