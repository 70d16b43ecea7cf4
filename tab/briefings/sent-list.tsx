import { Badge } from '@fluentui/react-components';
import { MegaphoneLoud48Regular } from '@fluentui/react-icons';
import type { BriefingItem, BriefingPage } from '../../src/areas/briefings/contract.ts';
import type { SchoolName } from '../../src/areas/people/contract.ts';
import { schoolDate } from '../actions/school-date.ts';
import { useNow } from '../api/clock-context.ts';
import { Card } from '../components/card.tsx';
import { FiledMark } from '../components/filed-mark.tsx';
import { RowLink } from '../components/row-link.tsx';
import { absoluteTime, schoolDayOf } from '../components/school-time.ts';
import { StatePage } from '../components/state-page.tsx';
import { ReadBar } from './read-bar.tsx';
import { useRowStyles } from './row-styles.ts';
import { audienceText, peopleText } from './words.ts';

export interface SentListProps {
  readonly page: BriefingPage;
  readonly schools: readonly SchoolName[];
}

/** Briefings that were sent to the staff, with how many have read each: for whoever looks after them. */
export function SentList({ page: { items }, schools }: SentListProps) {
  const styles = useRowStyles();
  const several = new Set(items.map(({ school }) => school)).size > 1;
  return (
    <Card className={styles.card} aria-labelledby="sent">
      <h2 className={styles.head} id="sent">
        Sent to the staff
      </h2>
      {items.length === 0 ? (
        <StatePage icon={<MegaphoneLoud48Regular />} title="No briefing yet" level={2}>
          A briefing tells all staff, or some of them, what they have to know, and shows who has read it.
        </StatePage>
      ) : (
        <ul className={styles.list} aria-labelledby="sent">
          {items.map((item) => (
            <Row
              key={item.id}
              item={item}
              {...(several && { school: schools.find(({ id }) => id === item.school)?.name ?? '' })}
            />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Row({ item, school }: { readonly item: BriefingItem; readonly school?: string }) {
  const styles = useRowStyles();
  const { id, heading, sentAt, sentByName, readBy, asked, read, unreachable, status, filed } = item;
  const withdrawn = status === 'withdrawn';
  const forChannels = item.audience === 'channels';
  const late = !withdrawn && read < asked && readBy < schoolDayOf(useNow());
  return (
    <li className={styles.row}>
      <span className={styles.part}>
        <RowLink to={`/briefings/${id}/receipts`}>
          <bdi>{heading}</bdi>
        </RowLink>
        <span className={styles.detail}>
          {audienceText(item)} · sent {absoluteTime(sentAt)} by {sentByName}
        </span>
        {school !== undefined && <span className={styles.detail}>{school}</span>}
      </span>
      <span className={styles.part}>
        <ReadBar read={read} asked={forChannels ? undefined : asked} />
        {unreachable > 0 && !withdrawn && (
          <span className={styles.detail}>{peopleText(unreachable)} not reached in Teams</span>
        )}
      </span>
      <span className={styles.part}>
        <Badge
          appearance="tint"
          color={withdrawn ? 'subtle' : late ? 'danger' : read === asked && !forChannels ? 'success' : 'informative'}
        >
          {withdrawn
            ? 'Withdrawn'
            : forChannels
              ? 'For channels'
              : late
                ? 'Overdue'
                : read === asked
                  ? 'Read by all'
                  : 'Being read'}
        </Badge>
        {!withdrawn && <span className={styles.detail}>by {schoolDate(readBy)}</span>}
        {!filed && <FiledMark filed="received" />}
      </span>
    </li>
  );
}
