import type { AskedMeeting } from '../../src/areas/meetings/contract.ts';
import { attendance } from '../../src/areas/meetings/fields.ts';
import { schoolDate } from '../actions/school-date.ts';
import { RowLink } from '../components/row-link.tsx';
import { WayLink } from '../components/way-link.tsx';
import { AnswerButtons } from './answer-buttons.tsx';
import { dayOf, hoursText, kindText, placeText } from './meeting-words.ts';
import { PapersToRead } from './papers/papers-to-read.tsx';
import { OwnReport } from './reports/own-report.tsx';
import { useRowStyles } from './row-styles.ts';
import { StatusBadge } from './status-badge.tsx';

/** A meeting to which one was asked: when and where, and nothing of whom it is about; the way to its minutes, for whoever was there. */
export function AskedRow({ meeting }: { readonly meeting: AskedMeeting }) {
  const styles = useRowStyles();
  return (
    <li className={styles.row}>
      <span className={styles.part}>
        <span>{schoolDate(dayOf(meeting))}</span>
        <time className={styles.time} dateTime={meeting.startsAt}>
          {hoursText(meeting)}
        </time>
      </span>
      <span className={styles.part}>
        {meeting.mayRead ? (
          <RowLink to={`/meetings/${meeting.id}/read`}>{kindText(meeting.kind)}</RowLink>
        ) : (
          <span className={styles.time}>{kindText(meeting.kind)}</span>
        )}
        <span className={styles.detail}>
          {meeting.ref} · called by {meeting.calledByName}
        </span>
      </span>
      <span className={styles.part}>
        <span dir="auto">{placeText(meeting)}</span>
        <span className={styles.detail}>{attendance[meeting.attendance] ?? meeting.attendance}</span>
        {meeting.acknowledgedAt !== undefined && <span className={styles.detail}>You have read the minutes</span>}
        {meeting.mayContribute && <WayLink to={`/meetings/${meeting.id}/brings`}>What the school brings</WayLink>}
        <AnswerButtons meeting={meeting} />
        <OwnReport meeting={meeting} />
        <PapersToRead meeting={meeting} />
      </span>
      <span className={styles.part}>
        <StatusBadge status={meeting.status} />
      </span>
    </li>
  );
}
