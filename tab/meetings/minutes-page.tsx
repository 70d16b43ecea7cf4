import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { AgreedMinutes as Agreed, MeetingDetail, Minutes } from '../../src/areas/meetings/contract.ts';
import { useApi } from '../api/api-context.ts';
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
import { KeptTyping } from './kept-typing.tsx';
import { LinesByPoint } from './lines-by-point.tsx';
import { MeetingPeople } from './meeting-people.tsx';
import { counted, kindText } from './meeting-words.ts';
import { MinutesEditor } from './minutes-editor.tsx';
import { linesSaid, lookText } from './minutes-words.ts';
import { hasUnsaved } from './open-minutes.ts';
import { PublishMinutes } from './publish-minutes.tsx';
import { MinutesRead } from './minutes-read.tsx';
import { PapersOfMinutes } from './papers-of-minutes.tsx';
import { SendOutside } from './outside/send-outside.tsx';
import { useMinutesLooks } from './use-minutes-looks.ts';

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
  const { shown, error, retry } = useMinutesLooks(id);
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
            <Parts key={id} {...shown} trouble={error && lookText(error.code)} />
          </ChildLabels>
        )}
        {!shown && error && (
          <>
            <KeptTyping key={id} meeting={id} code={error.code} />
            <FailurePage code={error.code} message={error.message} level={2} retry={retry} />
          </>
        )}
        {!shown && !error && <Loading label="Opening the minutes" rows={8} />}
      </main>
    </div>
  );
}

interface PartsProps {
  readonly detail: MeetingDetail;
  readonly minutes: Minutes;
  readonly lookedAt: number;
  /** What is wrong where they could not be looked at again. */
  readonly trouble: string | undefined;
}

/** What is said to whoever was writing when it came to this. */
const ended: Partial<Record<Minutes['minutes']['status'], string>> = {
  'minutes-agreed': 'The minutes have been agreed, so nobody writes in them any more.',
  'minutes-published': 'The minutes have been agreed, so nobody writes in them any more.',
  'note-kept': 'The note has been kept, so nobody writes in it any more.',
};

function Parts({ detail, minutes: all, lookedAt, trouble }: PartsProps) {
  const styles = useStyles();
  const api = useApi();
  const { minutes, transcripts, points, addenda, papers } = all;
  const [told, setTold] = useState<string>();
  const [came, setCame] = useState<Agreed>();
  const { meeting, people, agenda } = detail;
  // What was not saved when the chair agreed them stays on the screen, to be copied into an addendum.
  const writing = minutes.mayWrite || hasUnsaved(api, meeting.id);
  const [wrote, setWrote] = useState(writing);
  if (writing && !wrote) setWrote(true);
  if (writing) return <MinutesEditor {...{ detail, minutes, transcripts, lookedAt, trouble }} agreed={setCame} />;
  const end = ended[minutes.status];
  // By the minutes and not by the meeting, which is asked for by itself and may have been asked before they were agreed.
  if (meeting.mayHold && end === undefined)
    return (
      <div className={styles.parts}>
        <AttendanceForm meeting={meeting} people={people} />
      </div>
    );
  if (points.length === 0 && addenda.length === 0 && !minutes.mayAdd)
    return (
      <p className={styles.none}>
        {minutes.status === 'minutes-draft'
          ? 'The minutes are still being written, by those who may.'
          : 'There are no minutes yet. They begin on the day of the meeting.'}
      </p>
    );
  return (
    <div className={styles.parts}>
      {wrote && !came && end !== undefined && <Notice intent="warning">{end}</Notice>}
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
