import { Button, makeStyles } from '@fluentui/react-components';
import { ShieldTask48Regular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import type { ConcernItem } from '../../src/areas/concerns/contract.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { Card } from '../components/card.tsx';
import { Notice } from '../components/notice.tsx';
import { StatePage } from '../components/state-page.tsx';
import { useWide } from '../components/use-wide.ts';
import { ConcernCards } from './concern-cards.tsx';
import { ConcernTable } from './concern-table.tsx';

const useStyles = makeStyles({
  more: { display: 'grid', gap: '8px', justifyItems: 'center', padding: '16px', '@media print': { display: 'none' } },
});

export interface ConcernListProps {
  readonly concerns: readonly ConcernItem[];
  /** Absent on the last page. */
  readonly showMore?: () => void;
  readonly loadingMore: boolean;
  /** Why the further page did not come. */
  readonly moreFailed?: string | undefined;
}

/** The concerns that one answers for, newest first. */
export function ConcernList({ concerns, showMore, loadingMore, moreFailed }: ConcernListProps) {
  const styles = useStyles();
  const wide = useWide();
  useArrivals(concerns);
  if (concerns.length === 0) {
    return (
      <Card>
        <StatePage icon={<ShieldTask48Regular />} title="No concerns yet" level={2}>
          When a colleague reports a concern, it appears here by itself.
        </StatePage>
      </Card>
    );
  }
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
