/** Newer Nodes can leave the environment out of a report; the types of the oldest one that runs Lantern do not know it. */
type Report = NodeJS.ProcessReport & { excludeEnv?: boolean };

/**
 * Keeps secrets out of Node's diagnostic reports: they list the environment, where DATABASE_URL has its password. Where the
 * environment cannot be left out (before Node 22.13) there are no reports, whatever the command line asks for.
 */
export function quietReports(): void {
  const report: Report | undefined = process.report;
  if (!report) return;
  if (report.excludeEnv === undefined) {
    report.reportOnFatalError = false;
    report.reportOnSignal = false;
    report.reportOnUncaughtException = false;
  } else report.excludeEnv = true;
}
