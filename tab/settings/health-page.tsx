import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { HealthDesk } from '../../src/areas/settings/contract.ts';
import { useApi } from '../api/api-context.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { Answer, shownOf } from '../components/answer.tsx';
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
  const shown = shownOf(query);
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
      <Answer query={query} loading="Loading Lantern’s health" rows={4}>
        {(desk) => (
          <>
            <HealthSummary desk={desk} cameAt={query.dataUpdatedAt} />
            {desk.health && <HealthReport lines={desk.health.lines} schools={desk.schools} />}
          </>
        )}
      </Answer>
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
