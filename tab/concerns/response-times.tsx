import type { ConcernDetail } from '../../src/areas/concerns/contract.ts';
import { useNow } from '../api/clock-context.ts';
import { spanText } from '../components/span-text.ts';

type Times = Pick<ConcernDetail, 'reportedAt' | 'takenAt' | 'triagedAt'>;

/** How long it took until somebody had it in hand and until it was first judged, or has been waiting for that. */
export function ResponseTimes({ concern }: { readonly concern: Times }) {
  const now = useNow();
  const since = (instant: string | undefined) =>
    spanText(Date.parse(concern.reportedAt), instant === undefined ? now : Date.parse(instant));
  return (
    <>
      {concern.takenAt ? `Taken after ${since(concern.takenAt)}.` : `Not taken yet, after ${since(undefined)}.`}{' '}
      {concern.triagedAt ? `Judged after ${since(concern.triagedAt)}.` : `Not judged yet, after ${since(undefined)}.`}
    </>
  );
}
