import type { ReactNode } from 'react';
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

/** What came and may stand on the screen: nothing after an answer that will be the same however often one asks. */
export function shownOf<T>({ data, error }: Pick<Asked<T>, 'data' | 'error'>): T | undefined {
  return error && closing.has(error.code) ? undefined : data;
}

export interface AnswerProps<T> {
  readonly query: Asked<T>;
  /** What is said while it is on its way, in the room of so many rows. */
  readonly loading: string;
  readonly rows: number;
  readonly children: (shown: T) => ReactNode;
}

/** What a page asked for: that it is on its way, what came, that it may be out of date, or why nothing came. */
export function Answer<T>({ query, loading, rows, children }: AnswerProps<T>) {
  const { error, refetch } = query;
  const shown = shownOf(query);
  if (shown !== undefined)
    return (
      <>
        {error && <Notice intent="warning">{`This may be out of date. ${error.message}`}</Notice>}
        {children(shown)}
      </>
    );
  if (!error) return <Loading label={loading} rows={rows} />;
  return <FailurePage code={error.code} message={error.message} level={2} retry={() => void refetch()} />;
}
