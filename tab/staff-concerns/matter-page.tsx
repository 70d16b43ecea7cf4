import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useApi } from '../api/api-context.ts';
import { Answer, shownOf } from '../components/answer.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { SettleSection } from '../concerns/settle-section.tsx';
import { WayBack } from '../components/way-back.tsx';
import { MatterActs } from './matter-acts.tsx';
import { MatterSheet } from './matter-sheet.tsx';
import { matterQuery } from './queries.ts';
import { settlingOfMatters } from './settling.ts';

/** One concern about an adult. Opening it is a look, journalled by the server. */
export function MatterPage() {
  const { id = '' } = useParams();
  const query = useQuery(matterQuery(useApi(), id));
  const shown = shownOf(query);
  return (
    <>
      <WayBack
        current={shown?.ref ?? 'Concern about an adult'}
        between={{ label: 'Concerns about adults', path: '/matters' }}
      />
      <main>
        <PageHeading>{shown?.subject ?? 'Concern about an adult'}</PageHeading>
        <Answer query={query} loading="Opening it" rows={6}>
          {(matter) => (
            <>
              <SettleSection concern={matter} of={settlingOfMatters} decided={['matter', matter.id]} />
              <MatterActs matter={matter} />
              <MatterSheet matter={matter} />
            </>
          )}
        </Answer>
      </main>
    </>
  );
}
