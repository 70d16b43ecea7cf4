import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { KindFigures } from '../../src/areas/meetings/contract.ts';
import { schoolDate } from '../actions/school-date.ts';
import { useApi } from '../api/api-context.ts';
import { Card } from '../components/card.tsx';
import { FailurePage } from '../components/failure-page.tsx';
import { Loading } from '../components/loading.tsx';
import { counted, kindText } from './meeting-words.ts';
import { meetingFiguresQuery } from './queries.ts';

const useStyles = makeStyles({
  whole: { color: tokens.colorNeutralForeground2, marginTop: '12px' },
  inner: { marginTop: '12px', padding: '16px 20px', color: tokens.colorNeutralForeground1 },
  list: { display: 'grid', gap: '14px', listStyleType: 'none', margin: 0, padding: 0 },
  kind: { display: 'grid', gap: '2px', overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
  detail: { color: tokens.colorNeutralForeground2 },
  since: { margin: '0 0 12px', color: tokens.colorNeutralForeground2 },
});

/** How meetings of each kind go in this school year. Asked for with the press: most who open the list do not want it. */
export function MeetingFigures() {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  return (
    <details className={styles.whole} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>How it goes</summary>
      {open && <Figures />}
    </details>
  );
}

function Figures() {
  const styles = useStyles();
  const { data, error, refetch } = useQuery(meetingFiguresQuery(useApi()));
  if (error) return <FailurePage code={error.code} message={error.message} level={2} retry={() => void refetch()} />;
  if (!data) return <Loading label="Counting" rows={3} />;
  return (
    <Card className={styles.inner}>
      <p className={styles.since}>
        {data.kinds.length === 0 ? 'No meeting was held since ' : 'Meetings held since '}
        {schoolDate(data.from)}
      </p>
      <ul className={styles.list} aria-label="How meetings go, by kind">
        {data.kinds.map((figures) => (
          <li key={figures.kind} className={styles.kind}>
            <span className={styles.name}>{kindText(figures.kind)}</span>
            {linesOf(figures).map((line) => (
              <span key={line} className={styles.detail}>
                {line}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function linesOf({ held, asked, came, agreed, daysToAgree, due, inTime, ...of }: KindFigures): readonly string[] {
  const days = daysToAgree === undefined ? '' : `, half of them within ${counted(daysToAgree, 'day', 'days')}`;
  return [
    `Held ${counted(held, 'time', 'times')}`,
    ...(asked > 0 ? [`${came} of ${asked} staff who were asked came`] : []),
    `Minutes agreed of ${agreed} of ${held}${days}`,
    ...(of.reports > 0 ? [`${of.reportsInTime} of ${of.reports} reports came in time`] : []),
    ...(due > 0 ? [`${inTime} of ${due} actions done in time`] : []),
  ];
}
