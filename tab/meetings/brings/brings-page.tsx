import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useApi } from '../../api/api-context.ts';
import { closing } from '../../api/closing.ts';
import { FailurePage } from '../../components/failure-page.tsx';
import { Loading } from '../../components/loading.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { WayBack } from '../../concerns/way-back.tsx';
import { Sheet } from '../../people/sheet.tsx';
import { contributionsQuery } from '../queries.ts';
import { ChildBrings } from './child-brings.tsx';

const useStyles = makeStyles({
  page: { maxWidth: '760px' },
  list: {
    ...{ display: 'grid', gap: '20px', gridTemplateColumns: 'minmax(0, 1fr)' },
    ...{ listStyleType: 'none', margin: 0, padding: 0 },
  },
  sheet: { paddingTop: '12px' },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What the school brings, for whoever speaks for it and does not see the meeting itself. */
export function BringsPage() {
  const styles = useStyles();
  const { id = '' } = useParams();
  const query = useQuery(contributionsQuery(useApi(), id));
  const { data, error } = query;
  const shown = error && closing.has(error.code) ? undefined : data;
  const places = [...new Set(shown?.items.map(({ place }) => place))];
  return (
    <div className={styles.page}>
      <WayBack current="What the school brings" between={{ label: 'Meetings', path: '/meetings' }} />
      <main>
        <PageHeading>What the school brings</PageHeading>
        {shown && (
          <div className={styles.sheet}>
            <Sheet id="brings" title="Child by child">
              {places.length === 0 && <p className={styles.none}>There is nothing here for you to write.</p>}
              <ul className={styles.list} aria-labelledby="brings">
                {places.map((place) => {
                  const [latest, ...earlier] = shown.items.filter((item) => item.place === place);
                  return (
                    latest && (
                      <li key={place}>
                        <ChildBrings meeting={id} item={latest} earlier={earlier} />
                      </li>
                    )
                  );
                })}
              </ul>
            </Sheet>
          </div>
        )}
        {!shown && error && (
          <FailurePage code={error.code} message={error.message} level={2} retry={() => void query.refetch()} />
        )}
        {!shown && !error && <Loading label="Opening what the school brings" rows={8} />}
      </main>
    </div>
  );
}
