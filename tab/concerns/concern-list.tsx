import { Button, makeStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { ConcernFilter, ConcernItem } from '../../src/areas/concerns/contract.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { Card } from '../components/card.tsx';
import { Notice } from '../components/notice.tsx';
import { useWide } from '../components/use-wide.ts';
import { ConcernCards } from './concern-cards.tsx';
import { NoConcerns } from './no-concerns.tsx';
import { ConcernTable } from './concern-table.tsx';

const useStyles = makeStyles({
  more: { display: 'grid', gap: '8px', justifyItems: 'center', padding: '16px', '@media print': { display: 'none' } },
});

export interface ConcernListProps {
  readonly concerns: readonly ConcernItem[];
  /** What the list is narrowed to; absent where a search has found it. */
  readonly filter?: ConcernFilter;
  /** Absent on the last page. */
  readonly showMore?: () => void;
  readonly loadingMore: boolean;
  /** Why the further page did not come. */
  readonly moreFailed?: string | undefined;
}

/** The concerns that one answers for, newest first. */
export function ConcernList({ concerns, filter, showMore, loadingMore, moreFailed }: ConcernListProps) {
  const styles = useStyles();
  const wide = useWide();
  useArrivals(concerns);
  useCount(filter, concerns.length, showMore !== undefined);
  if (concerns.length === 0) return <NoConcerns filter={filter} />;
  return (
    <Card>
      {wide ? <ConcernTable concerns={concerns} /> : <ConcernCards concerns={concerns} />}
      {(showMore || moreFailed) && (
        <div className={styles.more}>
          {moreFailed && <Notice intent="error">{moreFailed}</Notice>}
          {showMore && (
            <Button onClick={showMore} disabledFocusable={loadingMore}>
              {loadingMore ? 'Loading…' : 'Show more'}
            </Button>
          )}
        </div>
      )}
    </Card>
  );
}

/** Says once how many a filter leaves. */
function useCount(filter: ConcernFilter | undefined, count: number, more: boolean) {
  const announce = useAnnounce();
  const said = useRef(false);
  useEffect(() => {
    if (!filter || said.current) return;
    said.current = true;
    announce(count === 1 ? 'One concern shown' : `${count}${more ? ' and more' : ''} concerns shown`);
  }, [announce, filter, count, more]);
}

/** Says how many concerns came in since the list was last drawn. */
function useArrivals(concerns: readonly ConcernItem[]) {
  const announce = useAnnounce();
  const newest = useRef(concerns[0]?.reportedAt);
  useEffect(() => {
    const seen = newest.current;
    const arrived = concerns.filter(({ reportedAt }) => seen === undefined || reportedAt > seen).length;
    if (arrived > 0) announce(arrived === 1 ? 'A new concern has arrived' : `${arrived} new concerns have arrived`);
    newest.current = concerns[0]?.reportedAt ?? seen;
  }, [announce, concerns]);
}
