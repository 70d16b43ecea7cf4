import { Button, makeStyles } from '@fluentui/react-components';
import {
  CalendarAdd20Regular,
  ChannelShare20Regular,
  Mail20Regular,
  TextBulletListSquareEdit20Regular,
} from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { MeetingDesk } from '../../src/areas/meetings/contract.ts';
import { useApi } from '../api/api-context.ts';
import { Loading } from '../components/loading.tsx';
import { ListPage } from '../components/list-page.tsx';
import { useFocusBack } from '../components/use-focus-back.ts';
import { Sheet } from '../people/sheet.tsx';
import { MeetingFigures } from './meeting-figures.tsx';
import { MeetingLists } from './meeting-lists.tsx';
import { meetingsQuery } from './queries.ts';

/** Asked for with the press: most who look at the list call no meeting. */
const CallMeetingForm = lazy(async () => ({ default: (await import('./call-meeting-form.tsx')).CallMeetingForm }));

const useStyles = makeStyles({
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    paddingBottom: '16px',
    '@media print': { display: 'none' },
  },
  form: { paddingBottom: '16px' },
});

/** Meetings that one prepares, chairs or minutes, and when and where one was asked to others. */
export function MeetingsPage() {
  const query = useQuery(meetingsQuery(useApi()));
  return (
    <ListPage query={query} title="Meetings" loading="Loading the meetings">
      {(desk) => <Meetings desk={desk} />}
    </ListPage>
  );
}

function Meetings({ desk }: { readonly desk: MeetingDesk }) {
  const styles = useStyles();
  const navigate = useNavigate();
  const [calling, setCalling] = useState(false);
  const opener = useRef<HTMLDivElement>(null);
  const mine = desk.schools.filter(({ id }) => desk.toCome.mayCall.includes(id));
  useFocusBack(calling, opener);
  return (
    <>
      {mine.length > 0 && !calling && (
        <div ref={opener} className={styles.buttons}>
          <Button appearance="primary" icon={<CalendarAdd20Regular />} onClick={() => setCalling(true)}>
            Call a meeting
          </Button>
          <Button icon={<Mail20Regular />} onClick={() => void navigate('/letters')}>
            Letter templates
          </Button>
          {desk.toCome.maySetUpChannels && (
            <Button icon={<ChannelShare20Regular />} onClick={() => void navigate('/meetings/channels')}>
              Channels
            </Button>
          )}
          {desk.toCome.mayWriteTemplates && (
            <Button icon={<TextBulletListSquareEdit20Regular />} onClick={() => void navigate('/meetings/agendas')}>
              Agendas
            </Button>
          )}
        </div>
      )}
      {calling && (
        <div className={styles.form}>
          <Sheet id="call" title="Call a meeting">
            <Suspense fallback={<Loading label="Opening the form" rows={5} />}>
              <CallMeetingForm
                schools={mine}
                cancel={() => setCalling(false)}
                done={(meeting) => void navigate(`/meetings/${meeting}`)}
              />
            </Suspense>
          </Sheet>
        </div>
      )}
      <MeetingLists desk={desk} mayCall={mine.length > 0} />
      {mine.length > 0 && <MeetingFigures />}
    </>
  );
}
