import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Colleague, FreeTime, FreeTimesRequest } from '../../src/areas/meetings/contract.ts';
import { schoolDate } from '../actions/school-date.ts';
import { useApi } from '../api/api-context.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { Loading } from '../components/loading.tsx';
import { Notice } from '../components/notice.tsx';
import type { CallDraft } from './call-draft.ts';
import { hoursText } from './meeting-words.ts';
import { freeTimesQuery } from './queries.ts';
import { schoolInstant, schoolWall } from './school-instant.ts';

const useStyles = makeStyles({
  part: { display: 'grid', gap: '8px', justifyItems: 'start', minWidth: 0 },
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(220px, 100%), 1fr))',
    gap: '8px',
    width: '100%',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  time: { width: '100%', height: '100%', justifyContent: 'flex-start', textAlign: 'start' },
  all: { borderLeft: `3px solid ${tokens.colorPaletteGreenBorderActive}` },
  lines: { display: 'grid', minWidth: 0, overflowWrap: 'anywhere' },
  who: { fontWeight: tokens.fontWeightRegular, fontSize: tokens.fontSizeBase200 },
  hint: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

export interface FreeTimesProps {
  readonly people: readonly Colleague[];
  readonly draft: CallDraft;
  /** Takes one of the times. */
  readonly take: (times: { readonly from: string; readonly to: string }) => void;
}

/** How long a meeting takes where its hours are not said yet. */
const usualMinutes = 60;

function minutesOf({ day, from, to }: CallDraft): number {
  const [starts, ends] = [schoolInstant(day, from), schoolInstant(day, to)];
  const minutes = starts && ends ? (Date.parse(ends) - Date.parse(starts)) / 60_000 : 0;
  return minutes > 0 ? minutes : usualMinutes;
}

/** Asks when the staff who are chosen so far are free on the day, and proposes times. */
export function FreeTimes({ people, draft, take }: FreeTimesProps) {
  const styles = useStyles();
  const announce = useAnnounce();
  const [asked, setAsked] = useState<FreeTimesRequest>();
  const [missing, setMissing] = useState(false);
  const query = useQuery(freeTimesQuery(useApi(), asked));
  const { school, day, chair, minuteTaker, staff } = draft;
  const who = [...new Set([chair, minuteTaker, ...staff])].filter((person) => person !== '');
  const wanted = { school, day, minutes: minutesOf(draft), people: who };
  const incomplete = day === '' || who.length === 0;
  // What was answered for another day or for others is not shown for these.
  const fits = asked && asked.day === day && asked.school === school && asked.people.join() === who.join();
  const names = (ids: readonly string[]) =>
    ids.map((id) => people.find(({ person }) => person === id)?.name ?? '').join(', ');
  const { data, error, isFetching } = query;
  const told = (time: FreeTime) =>
    [
      time.busy.length > 0 && `Busy: ${names(time.busy)}`,
      time.maybe.length > 0 && `Perhaps busy: ${names(time.maybe)}`,
    ].filter((text) => text !== false);
  return (
    <div className={styles.part}>
      <Button
        onClick={() => {
          setMissing(incomplete);
          if (incomplete) return;
          setAsked(wanted);
          if (fits) void query.refetch();
        }}
      >
        When are they free?
      </Button>
      <span className={styles.hint} role={missing && incomplete ? 'alert' : undefined}>
        {missing && incomplete
          ? 'Choose a day first, and who chairs it or is asked.'
          : 'Looks whether staff are free or busy that day, and at nothing else. Guests are not looked up.'}
      </span>
      {fits && isFetching && <Loading label="Looking at calendars" rows={2} />}
      {fits && !isFetching && error && <Notice intent="error">{error.message}</Notice>}
      {fits && !isFetching && !error && data && (
        <>
          {data.unread.length > 0 && (
            <Notice intent="warning">
              {`Lantern could not look into the calendar of ${names(data.unread)}. Please ask them.`}
            </Notice>
          )}
          {data.times.length > 0 && (
            <ul className={styles.list} aria-label={`Times on ${schoolDate(day)}`}>
              {data.times.map((time) => {
                const [from, to] = [schoolWall(time.startsAt).time, schoolWall(time.endsAt).time];
                const chosen = draft.from === from && draft.to === to;
                const busy = told(time);
                return (
                  <li key={time.startsAt}>
                    <Button
                      className={mergeClasses(styles.time, busy.length === 0 && styles.all)}
                      appearance={chosen ? 'primary' : 'secondary'}
                      aria-pressed={chosen}
                      onClick={() => {
                        take({ from, to });
                        announce(`${from} to ${to} is chosen`);
                      }}
                    >
                      <span className={styles.lines}>
                        <span>{hoursText(time)}</span>
                        {(busy.length > 0 ? busy : [free(data.unread)]).map((text) => (
                          <span key={text} className={styles.who}>
                            {text}
                          </span>
                        ))}
                      </span>
                    </Button>
                  </li>
                );
              })}
            </ul>
          )}
          {data.times.length === 0 && data.unread.length === 0 && (
            <Notice intent="warning">No time of that length is left on this day.</Notice>
          )}
        </>
      )}
    </div>
  );
}

const free = (unread: readonly string[]) => (unread.length === 0 ? 'Everybody is free' : 'All others are free');
