import type { OfficialItem } from '../../src/areas/meetings/contract.ts';
import { schoolDate } from '../actions/school-date.ts';
import { RowLink } from '../components/row-link.tsx';
import { dayOf, kindText } from './meeting-words.ts';
import { officialText } from './official-words.ts';
import { useRowStyles } from './row-styles.ts';
import { StatusBadge } from './status-badge.tsx';

/** Meetings of other bodies about whose minutes something is to be done, the longest awaited first. No child is named here. */
export function OfficialList({ items }: { readonly items: readonly OfficialItem[] }) {
  const styles = useRowStyles();
  return items.map(({ official, ...meeting }) => (
    <li key={meeting.id} className={styles.row}>
      <time className={styles.part} dateTime={meeting.startsAt}>
        {schoolDate(dayOf(meeting))}
      </time>
      <span className={styles.part}>
        <RowLink to={`/meetings/${meeting.id}`}>{kindText(meeting.kind)}</RowLink>
        <span className={styles.detail}>
          {meeting.ref}
          {meeting.heldByName !== undefined && ` · held by ${meeting.heldByName}`}
        </span>
      </span>
      <span className={styles.part}>{officialText(official)}</span>
      <span className={styles.part}>
        <StatusBadge status={meeting.status} />
      </span>
    </li>
  ));
}
