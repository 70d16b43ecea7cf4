import type { MeetingListItem } from '../../src/areas/meetings/contract.ts';
import { schoolDate } from '../actions/school-date.ts';
import { RowLink } from '../components/row-link.tsx';
import { counted, dayOf, hoursText, kindText, placeText } from './meeting-words.ts';
import { useRowStyles } from './row-styles.ts';
import { StatusBadge } from './status-badge.tsx';

export interface MeetingRowProps {
  readonly meeting: MeetingListItem;
  /** Name of its school, where the list holds those of several. */
  readonly school?: string;
  /** Whether it says its day itself. */
  readonly dated?: true;
}

/** One meeting in the list: when, what, where, for how many. No child is named here. */
export function MeetingRow({ meeting, school, dated }: MeetingRowProps) {
  const styles = useRowStyles();
  const { id, ref, children, people, chairName, heldByName } = meeting;
  const about = children === 0 ? 'about no child by name' : `about ${counted(children, 'child', 'children')}`;
  return (
    <li className={styles.row}>
      <span className={styles.part}>
        {dated && <span>{schoolDate(dayOf(meeting))}</span>}
        <time className={styles.time} dateTime={meeting.startsAt}>
          {hoursText(meeting)}
        </time>
      </span>
      <span className={styles.part}>
        <RowLink to={`/meetings/${id}`}>{kindText(meeting.kind)}</RowLink>
        <span className={styles.detail}>
          {ref} · {about} · {counted(people, 'person', 'people')}
        </span>
        {school !== undefined && <span className={styles.detail}>{school}</span>}
      </span>
      <span className={styles.part}>
        <span dir="auto">{placeText(meeting)}</span>
        {heldByName !== undefined && <span className={styles.detail}>held by {heldByName}</span>}
        {chairName !== undefined && <span className={styles.detail}>chaired by {chairName}</span>}
      </span>
      <span className={styles.part}>
        <StatusBadge status={meeting.status} />
      </span>
    </li>
  );
}
