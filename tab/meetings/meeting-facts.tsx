import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { MeetingDetail } from '../../src/areas/meetings/contract.ts';
import { schoolDate } from '../actions/school-date.ts';
import { FiledMark } from '../components/filed-mark.tsx';
import { spanText } from '../components/span-text.ts';
import { counted, dayOf, hoursText, placeText } from './meeting-words.ts';
import { StatusBadge } from './status-badge.tsx';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: '8px 16px',
    margin: 0,
    overflowWrap: 'anywhere',
  },
  fact: { display: 'contents' },
  label: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0 },
});

/** When and where a meeting is, who holds it, and where its record lies. */
export function MeetingFacts({ meeting }: { readonly meeting: MeetingDetail['meeting'] }) {
  const styles = useStyles();
  const { startsAt, endsAt, heldByName, chairName, minuteTakerName, calledByName, reason, status, later } = meeting;
  const facts: readonly (readonly [string, ReactNode] | false)[] = [
    ['State', <StatusBadge key="state" status={status} />],
    [
      'When',
      <time key="when" dateTime={startsAt}>
        {schoolDate(dayOf(meeting))}, {hoursText(meeting)} ({spanText(Date.parse(startsAt), Date.parse(endsAt))})
      </time>,
    ],
    ['Where', placeText(meeting)],
    later > 0 && ['Series', `${counted(later, 'meeting', 'meetings')} to come after this one`],
    heldByName !== undefined && ['Held by', heldByName],
    chairName !== undefined && ['Chair', chairName],
    ['Minute-taker', minuteTakerName ?? 'Nobody yet'],
    ['Called by', calledByName],
    reason !== undefined && [status === 'cancelled' ? 'Why cancelled' : 'Why moved', reason],
    ['Record', <FiledMark key="record" filed={meeting.filed ? 'filed' : 'received'} />],
  ];
  return (
    <dl className={styles.facts}>
      {facts
        .filter((fact) => fact !== false)
        .map(([label, value]) => (
          <div key={label} className={styles.fact}>
            <dt className={styles.label}>{label}</dt>
            <dd className={styles.value} dir="auto">
              {value}
            </dd>
          </div>
        ))}
    </dl>
  );
}
