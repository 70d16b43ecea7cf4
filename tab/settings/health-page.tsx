import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { HealthDesk } from '../../src/areas/settings/contract.ts';
import { useApi } from '../api/api-context.ts';
import { closing } from '../api/closing.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { FailurePage } from '../components/failure-page.tsx';
import { Loading } from '../components/loading.tsx';
import { Notice } from '../components/notice.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { HealthReport } from './health-report.tsx';
import { HealthSummary } from './health-summary.tsx';
import { summaryOf } from './health-words.ts';
import { LookAgain } from './look-again.tsx';
import { healthQuery } from './queries.ts';

const useStyles = makeStyles({
  head: { padding: '12px 0' },
  text: { margin: '4px 0 12px', color: tokens.colorNeutralForeground2, maxWidth: '68ch' },
});

/** For whoever keeps Lantern in order: what is wrong with machine, store, tenant and schools, and what to do. No record. */
export function HealthPage() {
  const styles = useStyles();
  const query = useQuery(healthQuery(useApi()));
  const { data, error } = query;
  const shown = error && closing.has(error.code) ? undefined : data;
  useSaid(shown);
  return (
    <main>
      <div className={styles.head}>
        <PageHeading>Lantern’s health</PageHeading>
        <p className={styles.text}>
          Whether the machine, what Lantern keeps, Microsoft 365, SharePoint and the schools are as they must be.
          Looking changes nothing and shows no record.
        </p>
        {shown && <LookAgain desk={shown} cameAt={query.dataUpdatedAt} />}
      </div>
      {shown && error && <Notice intent="warning">{`This may be out of date. ${error.message}`}</Notice>}
      {shown && <HealthSummary desk={shown} cameAt={query.dataUpdatedAt} />}
      {shown?.health && <HealthReport lines={shown.health.lines} schools={shown.schools} />}
      {!shown && error && (
        <FailurePage code={error.code} message={error.message} level={2} retry={() => void query.refetch()} />
      )}
      {!shown && !error && <Loading label="Loading Lantern’s health" rows={4} />}
    </main>
  );
}

/** Says aloud when an examination begins and how it ended; what was there when the page opened stands in its text. */
function useSaid(desk: HealthDesk | undefined): void {
  const announce = useAnnounce();
  const before = useRef<HealthDesk>(undefined);
  useEffect(() => {
    const last = before.current;
    before.current = desk;
    if (!last || !desk) return;
    if (desk.running && !last.running) announce('Lantern is being examined');
    else if (desk.health && desk.health.at !== last.health?.at)
      announce(`Lantern was examined: ${summaryOf(desk.health.lines)}`);
    else if (last.running && !desk.running) announce('The examination broke off');
  }, [announce, desk]);
}
