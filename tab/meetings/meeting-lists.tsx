import { makeStyles, tokens } from '@fluentui/react-components';
import { CalendarLtr48Regular } from '@fluentui/react-icons';
import { useId, type ReactNode } from 'react';
import type { MeetingDesk, MeetingListItem } from '../../src/areas/meetings/contract.ts';
import { useNow } from '../api/clock-context.ts';
import { Card } from '../components/card.tsx';
import { FoldedList } from '../components/folded-list.tsx';
import { TitledList } from '../components/titled-list.tsx';
import { StatePage } from '../components/state-page.tsx';
import { AskedRow } from './asked-row.tsx';
import { MeetingRow } from './meeting-row.tsx';
import { OfficialList } from './official-list.tsx';
import { dayOf, dayText } from './meeting-words.ts';

const useStyles = makeStyles({
  part: { marginBottom: '16px' },
  head: { margin: '16px 20px 4px', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  day: {
    margin: 0,
    padding: '12px 20px 0',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

export interface MeetingListsProps {
  readonly desk: MeetingDesk;
  readonly mayCall: boolean;
}

/** What goes on now and what is to come, by day; what one was asked to, minutes of what one was at, and which are awaited; what was before. */
export function MeetingLists({ desk: { toCome, past, asked, official, schools }, mayCall }: MeetingListsProps) {
  const styles = useStyles();
  const now = useNow();
  const several = new Set([...toCome.items, ...past.items].map(({ school }) => school)).size > 1;
  const schoolOf = (item: MeetingListItem) =>
    several ? { school: schools.find(({ id }) => id === item.school)?.name ?? '' } : {};
  // One that has begun is still to be held.
  const underWay = past.items.filter((item) => item.status !== 'cancelled' && Date.parse(item.endsAt) > now);
  const before = past.items.filter((item) => !underWay.includes(item));
  const opened = new Set(past.items.map(({ id }) => id));
  const seen = new Set(toCome.items.map(({ id }) => id));
  const toRead = asked.items.filter(
    ({ id, mayRead, acknowledgedAt }) => mayRead && (acknowledgedAt === undefined || !opened.has(id)),
  );
  const onlyAsked = asked.items.filter(({ id, mayRead }) => !mayRead && !seen.has(id));
  const ahead = [...underWay.toReversed(), ...toCome.items];
  const days = [...new Set(ahead.map(dayOf))];
  return (
    <>
      {(ahead.length > 0 || mayCall || onlyAsked.length === 0) && (
        <Card className={styles.part} aria-labelledby="to-come">
          <h2 className={styles.head} id="to-come">
            To come
          </h2>
          {ahead.length === 0 && (
            <StatePage icon={<CalendarLtr48Regular />} title="No meeting to come" level={2}>
              {mayCall
                ? 'Call one above: its agenda writes itself from what is overdue, new and open about its children.'
                : 'When you are asked to a meeting, or chair or minute one, it stands here, and Lantern writes to you in your chat.'}
            </StatePage>
          )}
          {days.map((day) => (
            <Day key={day} title={dayText(day, now)}>
              {ahead
                .filter((item) => dayOf(item) === day)
                .map((item) => (
                  <MeetingRow key={item.id} meeting={item} {...schoolOf(item)} />
                ))}
            </Day>
          ))}
        </Card>
      )}
      {onlyAsked.length > 0 && (
        <TitledList id="asked" title="You were asked to" flush>
          {onlyAsked.map((item) => (
            <AskedRow key={item.id} meeting={item} />
          ))}
        </TitledList>
      )}
      {official.length > 0 && (
        <TitledList id="official" title="Official minutes awaited" flush>
          <OfficialList items={official} />
        </TitledList>
      )}
      {toRead.length > 0 && (
        <TitledList id="to-read" title="Minutes for you" flush>
          {toRead.map((item) => (
            <AskedRow key={item.id} meeting={item} />
          ))}
        </TitledList>
      )}
      <FoldedList
        summary="Before"
        label="Meetings before, the latest first"
        flush
        entries={before.map((item) => (
          <MeetingRow key={item.id} meeting={item} dated {...schoolOf(item)} />
        ))}
      />
    </>
  );
}

function Day({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  const id = useId();
  return (
    <>
      <h3 className={styles.day} id={id}>
        {title}
      </h3>
      <ul className={styles.list} aria-labelledby={id}>
        {children}
      </ul>
    </>
  );
}
