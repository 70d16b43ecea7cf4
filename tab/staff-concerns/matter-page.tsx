import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useApi } from '../api/api-context.ts';
import { FailurePage } from '../components/failure-page.tsx';
import { Loading } from '../components/loading.tsx';
import { Notice } from '../components/notice.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { SettleSection } from '../concerns/settle-section.tsx';
import { WayBack } from '../concerns/way-back.tsx';
import { MatterActs } from './matter-acts.tsx';
import { MatterSheet } from './matter-sheet.tsx';
import { matterQuery } from './queries.ts';
import { settlingOfMatters } from './settling.ts';

/** After these what was shown must go from the screen: it is not, or no longer, for whoever is looking. */
const closing = new Set(['not-found', 'not-signed-in', 'wrong-organisation']);

/** One concern about an adult. Opening it is a look, journalled by the server. */
export function MatterPage() {
  const { id = '' } = useParams();
  const query = useQuery(matterQuery(useApi(), id));
  const { data, error } = query;
  const shown = error && closing.has(error.code) ? undefined : data;
  return (
    <>
      <WayBack
        current={shown?.ref ?? 'Concern about an adult'}
        between={{ label: 'Concerns about adults', path: '/matters' }}
      />
      <main>
        <PageHeading>{shown?.subject ?? 'Concern about an adult'}</PageHeading>
        {shown && error && <Notice intent="warning">{`This may be out of date. ${error.message}`}</Notice>}
        {shown && (
          <>
            <SettleSection concern={shown} of={settlingOfMatters} decided={['matter', shown.id]} />
            <MatterActs matter={shown} />
            <MatterSheet matter={shown} />
          </>
        )}
        {!shown && error && (
          <FailurePage code={error.code} message={error.message} level={2} retry={() => void query.refetch()} />
        )}
        {!shown && !error && <Loading label="Opening it" rows={6} />}
      </main>
    </>
  );
}
