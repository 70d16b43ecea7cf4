import { makeStyles, tokens } from '@fluentui/react-components';
import { ChatSparkle48Regular } from '@fluentui/react-icons';
import type { ReportItem } from '../../src/areas/concerns/contract.ts';
import { Card } from '../components/card.tsx';
import { FiledMark } from '../components/filed-mark.tsx';
import { StatePage } from '../components/state-page.tsx';
import { When } from '../components/when.tsx';
import { ReportAddendum } from './report-addendum.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: '1fr 1.4fr 1.4fr 1.2fr',
    gap: '4px 16px',
    padding: '14px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottomStyle: 'none' },
    '@media (max-width: 719px)': { gridTemplateColumns: '1fr' },
  },
  ref: { fontWeight: tokens.fontWeightSemibold },
});

/** The receipts of what one reported oneself: no name and no narrative, only where each stands. */
export function ReportList({ reports }: { readonly reports: readonly ReportItem[] }) {
  const styles = useStyles();
  return (
    <Card>
      {reports.length === 0 ? (
        <StatePage icon={<ChatSparkle48Regular />} title="You have not reported anything yet" level={2}>
          What you report, here or in the chat with Lantern, appears here, with who is looking after it.
        </StatePage>
      ) : (
        <ul className={styles.list} aria-label="My reports, newest first">
          {reports.map((report) => (
            <li key={report.ref} className={styles.item}>
              <span className={styles.ref}>{report.ref}</span>
              <When instant={report.reportedAt} />
              <bdi>{report.state}</bdi>
              <FiledMark filed={report.filed} />
              <ReportAddendum report={report} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
