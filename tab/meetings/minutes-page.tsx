import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { AgreedMinutes as Agreed, MeetingDetail, Minutes } from '../../src/areas/meetings/contract.ts';
import { useApi } from '../api/api-context.ts';
import { closing } from '../api/closing.ts';
import { FailurePage } from '../components/failure-page.tsx';
import { Loading } from '../components/loading.tsx';
import { Notice } from '../components/notice.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { WayBack } from '../components/way-back.tsx';
import { Sheet } from '../people/sheet.tsx';
import { AddToMinutes } from './add-to-minutes.tsx';
import { AgreedMinutes, MinuteAddenda } from './agreed-minutes.tsx';
import { AttendanceForm } from './attendance-form.tsx';
import { ChildLabels } from './child-labels.tsx';
import { KeptNote } from './kept-note.tsx';
import { LinesByPoint } from './lines-by-point.tsx';
import { MeetingPeople } from './meeting-people.tsx';
import { counted, kindText } from './meeting-words.ts';
import { MinutesEditor } from './minutes-editor.tsx';
import { linesSaid } from './minutes-words.ts';
import { hasUnsaved } from './open-minutes.ts';
import { PublishMinutes } from './publish-minutes.tsx';
import { MinutesRead } from './minutes-read.tsx';
import { PapersOfMinutes } from './papers-of-minutes.tsx';
import { SendOutside } from './outside/send-outside.tsx';
import { meetingQuery, minutesQuery } from './queries.ts';

const useStyles = makeStyles({
  page: { maxWidth: '860px' },
  parts: { display: 'grid', gap: '16px', gridTemplateColumns: 'minmax(0, 1fr)', paddingTop: '12px' },
  detail: { margin: '4px 0 0', color: tokens.colorNeutralForeground2 },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** The minutes of one meeting: begun, written together, agreed, published, added to. */
export function MinutesPage() {
  const styles = useStyles();
  const { id = '' } = useParams();
  const api = useApi();
  const [meeting, minutes] = [useQuery(meetingQuery(api, id)), useQuery(minutesQuery(api, id))];
  const errors = [meeting.error, minutes.error].filter((error) => error !== null);
  const closed = errors.find(({ code }) => closing.has(code));
  const shown = !closed && meeting.data && minutes.data && { detail: meeting.data, minutes: minutes.data };
  const error = closed ?? errors[0];
  const retry = () => void Promise.all([meeting.refetch(), minutes.refetch()]);
  return (
    <div className={styles.page}>
      <WayBack
        current="Minutes"
        between={[
          { label: 'Meetings', path: '/meetings' },
          { label: shown ? shown.detail.meeting.ref : 'Meeting', path: `/meetings/${id}` },
        ]}
      />
      <main>
        <PageHeading>{shown ? `Minutes: ${kindText(shown.detail.meeting.kind)}` : 'Minutes'}</PageHeading>
        {shown && (
          <ChildLabels items={shown.detail.children}>
            <Parts key={id} {...shown} />
          </ChildLabels>
        )}
        {!shown && error && <FailurePage code={error.code} message={error.message} level={2} retry={retry} />}
        {!shown && !error && <Loading label="Opening the minutes" rows={8} />}
      </main>
    </div>
  );
}

interface PartsProps {
  readonly detail: MeetingDetail;
  readonly minutes: Minutes;
}

function Parts({ detail, minutes: { minutes, transcripts, points, addenda, papers } }: PartsProps) {
  const styles = useStyles();
  const api = useApi();
  const [told, setTold] = useState<string>();
  const [came, setCame] = useState<Agreed>();
  const { meeting, people, agenda } = detail;
  if (meeting.mayHold && !minutes.mayWrite)
    return (
      <div className={styles.parts}>
        <AttendanceForm meeting={meeting} people={people} />
      </div>
    );
  // What was not saved when the chair agreed them stays on the screen, to be copied into an addendum.
  if (minutes.mayWrite || hasUnsaved(api, meeting.id))
    return <MinutesEditor {...{ detail, minutes, transcripts }} agreed={setCame} />;
  if (points.length === 0 && addenda.length === 0 && !minutes.mayAdd)
    return <p className={styles.none}>There are no minutes yet. They begin on the day of the meeting.</p>;
  return (
    <div className={styles.parts}>
      {told !== undefined && <Notice intent="success">{told}</Notice>}
      {came && <CameOfIt came={came} agenda={agenda} done={meeting.heldBySchool ? 'Agreed.' : 'Kept.'} />}
      <KeptNote minutes={minutes} />
      <PublishMinutes meeting={meeting.id} minutes={minutes} done={setTold} />
      <Sheet id="people" title="Who was there">
        <MeetingPeople people={people} />
      </Sheet>
      {minutes.maySend && <SendOutside meeting={meeting.id} people={people} />}
      <AgreedMinutes points={points} agenda={agenda} />
      <MinuteAddenda addenda={addenda} />
      <MinutesRead people={people} />
      <PapersOfMinutes papers={papers} items={detail.children} />
      {minutes.mayAdd && <AddToMinutes meeting={meeting.id} done={setTold} />}
    </div>
  );
}

/** What came of the decisions when the minutes were agreed, or the note kept, a moment ago. */
function CameOfIt({
  came: { actions, left },
  agenda,
  done,
}: {
  readonly came: Agreed;
  readonly agenda: MeetingDetail['agenda'];
  readonly done: string;
}) {
  const styles = useStyles();
  return (
    <>
      <Notice intent="success">{`${done} ${counted(actions.length, 'action was', 'actions were')} set.`}</Notice>
      {left.length > 0 && (
        <Sheet id="left" title="Became no action">
          <p className={styles.none}>Where it matters, set it on the case by hand.</p>
          <LinesByPoint agenda={agenda} lines={linesSaid({ actions: [], left })} />
        </Sheet>
      )}
    </>
  );
}
