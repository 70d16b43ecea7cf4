import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReportPage } from '../../src/areas/concerns/contract.ts';
import { useApi } from '../api/api-context.ts';
import { FailurePage } from '../components/failure-page.tsx';
import { Loading } from '../components/loading.tsx';
import { Notice } from '../components/notice.tsx';
import { PanelHead } from '../components/panel-head.tsx';
import { OwnStaffReports } from '../staff-concerns/own-staff-reports.tsx';
import { reportsQuery } from './queries.ts';
import { ReportList } from './report-list.tsx';

const useStyles = makeStyles({
  how: { margin: '0 0 12px', color: tokens.colorNeutralForeground2, '@media print': { display: 'none' } },
});

export interface ReportsPanelProps {
  /** The reports that came with the desk, if they did: then the first screen needs no second call. */
  readonly first: ReportPage | undefined;
}

/** What one reported oneself. */
export function ReportsPanel({ first }: ReportsPanelProps) {
  const styles = useStyles();
  const query = useQuery({ ...reportsQuery(useApi()), ...(first && { initialData: first }) });
  return (
    <>
      <PanelHead
        title="My reports"
        updatedAt={query.dataUpdatedAt}
        refresh={async () => (await query.refetch()).isSuccess}
      />
      <p className={styles.how}>
        To report a concern, press “Report a concern” or write to Lantern in your chat with it. If a child is in danger
        now, call 999 first.
      </p>
      {query.isRefetchError && (
        <Notice intent="warning">{`This list may be out of date. ${query.error.message}`}</Notice>
      )}
      {query.data && <ReportList reports={query.data.items} />}
      {query.data && <OwnStaffReports />}
      {query.isLoading && <Loading label="Loading your reports" rows={4} />}
      {query.isLoadingError && (
        <FailurePage
          code={query.error.code}
          message={query.error.message}
          level={2}
          retry={() => void query.refetch()}
        />
      )}
    </>
  );
}
