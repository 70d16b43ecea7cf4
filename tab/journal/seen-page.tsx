import { makeStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useApi } from '../api/api-context.ts';
import { Card } from '../components/card.tsx';
import { FailurePage } from '../components/failure-page.tsx';
import { Loading } from '../components/loading.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { WayBack } from '../components/way-back.tsx';
import { seenQuery } from './queries.ts';
import { SeenList } from './seen-list.tsx';

const useStyles = makeStyles({
  head: { padding: '12px 0' },
  sheet: { padding: '4px 20px 16px' },
});

/** Who has seen one case, for whoever may ask that and does not open cases. */
export function SeenPage() {
  const styles = useStyles();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(seenQuery(useApi(), id, true));
  const shown = error ? undefined : data;
  return (
    <>
      <WayBack current={shown?.ref ?? 'Who has seen it'} between={{ label: 'Journal', path: '/settings/journal' }} />
      <main>
        <div className={styles.head}>
          <PageHeading>{shown ? `Who has seen ${shown.ref}` : 'Who has seen it'}</PageHeading>
        </div>
        {shown && (
          <Card className={styles.sheet}>
            <SeenList page={shown} />
          </Card>
        )}
        {error && <FailurePage code={error.code} message={error.message} level={2} retry={() => void refetch()} />}
        {!shown && !error && <Loading label="Looking up who has seen it" rows={4} />}
      </main>
    </>
  );
}
