import { makeStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useParams } from 'react-router';
import type { MeetingDetail } from '../../src/areas/meetings/contract.ts';
import { useApi } from '../api/api-context.ts';
import { Answer, shownOf } from '../components/answer.tsx';
import { Loading } from '../components/loading.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { WayBack } from '../components/way-back.tsx';
import { Sheet } from '../people/sheet.tsx';
import { AgendaSheet } from './agenda-sheet.tsx';
import { ChildLabels } from './child-labels.tsx';
import { DecidedSheet } from './decided-sheet.tsx';
import { GuideSheet } from './guide-sheet.tsx';
import { MeetingActs } from './meeting-acts.tsx';
import { MeetingChildren } from './meeting-children.tsx';
import { MeetingFacts } from './meeting-facts.tsx';
import { MeetingPeople } from './meeting-people.tsx';
import { kindText } from './meeting-words.ts';
import { MinutesSheet } from './minutes-sheet.tsx';
import { OfficialSheet } from './official-sheet.tsx';
import { PapersSheet } from './papers/papers-sheet.tsx';
import { meetingQuery } from './queries.ts';
import { awaitedText } from './reports/report-words.ts';
import { ReportsSheet } from './reports/reports-sheet.tsx';

/** Only for whoever writes letters. */
const LettersPart = lazy(async () => ({ default: (await import('../letters/letters-part.tsx')).LettersPart }));
/** Only once there is something to post. */
const PostToChannel = lazy(async () => ({ default: (await import('./posting/post-to-channel.tsx')).PostToChannel }));

/** Only for kinds to which the school brings something, and for whoever writes it. */
const BringsSheet = lazy(async () => ({ default: (await import('./brings/brings-sheet.tsx')).BringsSheet }));

const useStyles = makeStyles({
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 3fr)',
    gap: '16px',
    alignItems: 'start',
    paddingTop: '12px',
    '@media (max-width: 859px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  post: { paddingTop: '12px', '@media print': { display: 'none' } },
  column: { display: 'grid', gap: '16px', gridTemplateColumns: 'minmax(0, 1fr)' },
});

/** One meeting: when, where, who, about whom, and its agenda. Opening it is a look, journalled by the server. */
export function MeetingPage() {
  const { id = '' } = useParams();
  const query = useQuery(meetingQuery(useApi(), id));
  const shown = shownOf(query);
  return (
    <>
      <WayBack current={shown?.meeting.ref ?? 'Meeting'} between={{ label: 'Meetings', path: '/meetings' }} />
      <main>
        <PageHeading>{shown ? kindText(shown.meeting.kind) : 'Meeting'}</PageHeading>
        <Answer query={query} loading="Opening the meeting" rows={8}>
          {(detail) => (
            <ChildLabels items={detail.children}>
              <Parts key={id} detail={detail} />
            </ChildLabels>
          )}
        </Answer>
      </main>
    </>
  );
}

function Parts({ detail: { meeting, children, people, agenda, decided } }: { readonly detail: MeetingDetail }) {
  const styles = useStyles();
  return (
    <>
      <MeetingActs meeting={meeting} />
      {meeting.status === 'minutes-published' && (
        <Suspense fallback={<Loading label="Loading the channels" rows={2} />}>
          <div className={styles.post}>
            <PostToChannel meeting={meeting.id} />
          </div>
        </Suspense>
      )}
      <div className={styles.body}>
        <div className={styles.column}>
          <MinutesSheet meeting={meeting} />
          <OfficialSheet meeting={meeting} />
          {decided && <DecidedSheet decided={decided} />}
          {meeting.mayContribute && (
            <Suspense fallback={<Loading label="Loading what the school brings" rows={3} />}>
              <BringsSheet meeting={meeting} places={children} />
            </Suspense>
          )}
          <AgendaSheet meeting={meeting} agenda={agenda} awaited={awaitedText(people)} />
          {meeting.mayWriteLetters && (
            <Suspense fallback={<Loading label="Loading the letters" rows={2} />}>
              <LettersPart of={{ meeting, people, children }} />
            </Suspense>
          )}
        </div>
        <div className={styles.column}>
          <Sheet id="facts" title="When and where">
            <MeetingFacts meeting={meeting} />
          </Sheet>
          <Sheet id="children" title="About">
            <MeetingChildren items={children} />
          </Sheet>
          {meeting.guide && <GuideSheet guide={meeting.guide} />}
          <PapersSheet meeting={meeting} people={people} />
          <ReportsSheet meeting={meeting} people={people} />
          <Sheet id="people" title={`People (${people.length})`}>
            <MeetingPeople people={people} />
          </Sheet>
        </div>
      </div>
    </>
  );
}
