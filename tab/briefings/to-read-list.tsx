import { Badge } from '@fluentui/react-components';
import { Checkmark48Regular } from '@fluentui/react-icons';
import type { OwnBriefing } from '../../src/areas/briefings/contract.ts';
import { schoolDate } from '../actions/school-date.ts';
import { useNow } from '../api/clock-context.ts';
import { Card } from '../components/card.tsx';
import { RowLink } from '../components/row-link.tsx';
import { absoluteTime, schoolDayOf } from '../components/school-time.ts';
import { StatePage } from '../components/state-page.tsx';
import { useRowStyles } from './row-styles.ts';

/** What one was asked to read: what is open first, by the day on which it is due. */
export function ToReadList({ items }: { readonly items: readonly OwnBriefing[] }) {
  const styles = useRowStyles();
  const open = items.filter(({ readAt }) => readAt === undefined);
  const read = items.filter(({ readAt }) => readAt !== undefined);
  return (
    <>
      <Card className={styles.card} aria-labelledby="to-read">
        <h2 className={styles.head} id="to-read">
          For you to read{open.length > 0 && ` (${String(open.length)})`}
        </h2>
        {open.length === 0 ? (
          <StatePage icon={<Checkmark48Regular />} title="Nothing to read" level={2}>
            When your safeguarding leads send a briefing, it comes to you here and in your chat with Lantern.
          </StatePage>
        ) : (
          <ul className={styles.list} aria-labelledby="to-read">
            {open.map((item) => (
              <Row key={item.id} item={item} />
            ))}
          </ul>
        )}
      </Card>
      {read.length > 0 && (
        <Card className={styles.card} aria-labelledby="have-read">
          <h2 className={styles.head} id="have-read">
            You have read
          </h2>
          <ul className={styles.list} aria-labelledby="have-read">
            {read.map((item) => (
              <Row key={item.id} item={item} />
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function Row({ item: { id, heading, sentByName, sentAt, readBy, readAt } }: { readonly item: OwnBriefing }) {
  const styles = useRowStyles();
  const late = readAt === undefined && readBy < schoolDayOf(useNow());
  return (
    <li className={styles.row}>
      <span className={styles.part}>
        <RowLink to={`/briefings/${id}`}>
          <bdi>{heading}</bdi>
        </RowLink>
        <span className={styles.detail}>from {sentByName}</span>
      </span>
      <span className={styles.part}>
        <span>{readAt === undefined ? `Read it by ${schoolDate(readBy)}` : `Read on ${absoluteTime(readAt)}`}</span>
        <span className={styles.detail}>sent {absoluteTime(sentAt)}</span>
      </span>
      <span className={styles.part}>
        {late && (
          <Badge appearance="tint" color="danger">
            The day has passed
          </Badge>
        )}
        {!late && readAt === undefined && (
          <Badge appearance="tint" color="informative">
            Not read yet
          </Badge>
        )}
        {readAt !== undefined && (
          <Badge appearance="tint" color="success">
            Read
          </Badge>
        )}
      </span>
    </li>
  );
}
