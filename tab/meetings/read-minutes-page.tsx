import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { AttendeeMinutes } from '../../src/areas/meetings/contract.ts';
import { schoolDate } from '../actions/school-date.ts';
import { useApi } from '../api/api-context.ts';
import { useNames } from '../components/child-name.tsx';
import { Answer, shownOf } from '../components/answer.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { WayBack } from '../components/way-back.tsx';
import { Sheet } from '../people/sheet.tsx';
import { AcknowledgeMinutes } from './acknowledge-minutes.tsx';
import { AttendeeAddendum, AttendeePoint } from './attendee-point.tsx';
import { GivenContributions } from './given-contributions.tsx';
import { kindText } from './meeting-words.ts';
import { attendeeMinutesQuery } from './queries.ts';

const useStyles = makeStyles({
  page: { maxWidth: '760px' },
  parts: { display: 'grid', gap: '16px', gridTemplateColumns: 'minmax(0, 1fr)', paddingTop: '12px' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { display: 'grid', gap: '20px', gridTemplateColumns: 'minmax(0, 1fr)', listStyleType: 'none' },
  flat: { margin: 0, padding: 0 },
});

/** The minutes of a meeting for somebody who was there, and the place to say that one has read them. */
export function ReadMinutesPage() {
  const styles = useStyles();
  const { id = '' } = useParams();
  const query = useQuery(attendeeMinutesQuery(useApi(), id));
  const shown = shownOf(query);
  return (
    <div className={styles.page}>
      <WayBack current="Minutes" between={{ label: 'Meetings', path: '/meetings' }} />
      <main>
        <PageHeading>{shown ? `Minutes: ${kindText(shown.kind)}` : 'Minutes'}</PageHeading>
        <Answer query={query} loading="Opening the minutes" rows={8}>
          {(minutes) => <Parts meeting={id} minutes={minutes} />}
        </Answer>
      </main>
    </div>
  );
}

interface PartsProps {
  readonly meeting: string;
  readonly minutes: AttendeeMinutes;
}

function Parts({ meeting, minutes }: PartsProps) {
  const styles = useStyles();
  const { hidden } = useNames();
  const { ref, heldOn, points, addenda, contributions } = minutes;
  const list = `${styles.list} ${styles.flat}`;
  return (
    <div className={styles.parts}>
      <p className={styles.quiet}>
        {ref} · {schoolDate(heldOn)} · for those who were there. Only children whom it was about are named.
      </p>
      {hidden ? (
        <p className={styles.quiet}>Names are hidden on this screen, so this is not shown. Show names to read it.</p>
      ) : (
        <>
          <GivenContributions items={contributions} />
          <Sheet id="points" title="What was said and decided">
            {points.length === 0 && <p className={styles.quiet}>Nothing was written.</p>}
            <ol className={list} aria-labelledby="points">
              {points.map((point, i) => (
                <AttendeePoint key={i} point={point} />
              ))}
            </ol>
          </Sheet>
          {addenda.length > 0 && (
            <Sheet id="addenda" title={`Addenda (${addenda.length})`}>
              <ul className={list} aria-labelledby="addenda">
                {addenda.map((added, i) => (
                  <AttendeeAddendum key={i} added={added} />
                ))}
              </ul>
            </Sheet>
          )}
          <AcknowledgeMinutes meeting={meeting} minutes={minutes} />
        </>
      )}
    </div>
  );
}
