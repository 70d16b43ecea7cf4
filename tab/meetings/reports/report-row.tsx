import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { MeetingDetail, MeetingPersonItem } from '../../../src/areas/meetings/contract.ts';
import { schoolDate } from '../../actions/school-date.ts';
import { MailLink } from '../../components/mail-link.tsx';
import { schoolDayOf } from '../../components/school-time.ts';
import { reportText } from './report-words.ts';

const useStyles = makeStyles({
  row: { display: 'grid', gap: '2px', justifyItems: 'start', overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
  detail: { color: tokens.colorNeutralForeground2 },
  overdue: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', paddingTop: '4px', '@media print': { display: 'none' } },
});

export interface ReportRowProps {
  readonly person: MeetingPersonItem;
  readonly may: MeetingDetail['meeting']['reports'];
  readonly sending: boolean;
  readonly came: () => void;
  readonly later: () => void;
  readonly withdraw: () => void;
}

/** One report that was asked for: of whom, where it stands, and what can be done about it. */
export function ReportRow({ person, may, sending, came, later, withdraw }: ReportRowProps) {
  const styles = useStyles();
  const { name, as, agencyName, email, report } = person;
  if (!report) return null;
  const awaited = report.receivedOn === undefined;
  return (
    <li className={styles.row}>
      <bdi className={styles.name}>{name}</bdi>
      {agencyName !== undefined && <span className={styles.detail}>{agencyName}</span>}
      <span className={report.state === 'overdue' ? styles.overdue : styles.detail}>{reportText(report)}</span>
      {awaited && report.sentAt !== undefined && (
        <span className={styles.detail}>
          Said on {schoolDate(schoolDayOf(Date.parse(report.sentAt)))} that it is sent. Say whether it came.
        </span>
      )}
      {awaited && report.chasedOn !== undefined && (
        <span className={styles.detail}>Last reminded on {schoolDate(report.chasedOn)}</span>
      )}
      {awaited && as === 'professional' && email !== undefined && <MailLink address={email} />}
      {((awaited && may.mayAsk) || may.mayRecord) && (
        <span className={styles.buttons} role="group" aria-label={`Report of ${name}`}>
          {may.mayRecord && (
            <Button size="small" onClick={came}>
              {awaited ? 'It came' : 'Came another day'}
            </Button>
          )}
          {awaited && may.mayAsk && (
            <>
              <Button size="small" onClick={later}>
                Another day
              </Button>
              <Button size="small" appearance="subtle" disabledFocusable={sending} onClick={withdraw}>
                Ask no more
              </Button>
            </>
          )}
        </span>
      )}
    </li>
  );
}
