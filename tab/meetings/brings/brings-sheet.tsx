import { makeStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { MeetingChildItem, MeetingDetail } from '../../../src/areas/meetings/contract.ts';
import { useApi } from '../../api/api-context.ts';
import { FailurePage } from '../../components/failure-page.tsx';
import { Loading } from '../../components/loading.tsx';
import { Sheet } from '../../people/sheet.tsx';
import { contributionsQuery } from '../queries.ts';
import { BeginContribution } from './begin-contribution.tsx';
import { ChildBrings } from './child-brings.tsx';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gap: '20px',
    gridTemplateColumns: 'minmax(0, 1fr)',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
});

export interface BringsSheetProps {
  readonly meeting: MeetingDetail['meeting'];
  readonly places: readonly MeetingChildItem[];
}

/** What the school brings to a meeting, child by child: begun, written, given. */
export function BringsSheet({ meeting, places }: BringsSheetProps) {
  const styles = useStyles();
  const query = useQuery(contributionsQuery(useApi(), meeting.id));
  const { data, error } = query;
  return (
    <Sheet id="brings" title="What the school brings">
      {!data && !error && <Loading label="Loading what the school brings" rows={3} />}
      {!data && error && (
        <FailurePage code={error.code} message={error.message} level={2} retry={() => void query.refetch()} />
      )}
      {data && (
        <ul className={styles.list} aria-labelledby="brings">
          {places.map((place) => {
            const [latest, ...earlier] = data.items.filter((item) => item.place === place.id);
            return (
              <li key={place.id}>
                {latest ? (
                  <ChildBrings meeting={meeting.id} item={latest} earlier={earlier} />
                ) : (
                  <BeginContribution meeting={meeting.id} place={place} />
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Sheet>
  );
}
