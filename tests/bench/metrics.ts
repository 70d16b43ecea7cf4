import { measureCrash } from '../crash/measure-crash.ts';
import { measureSimulation } from '../simulation/measure-simulation.ts';
import type { Measured } from './figure.ts';
import { measureAcceptedMutants } from './accepted-mutants.ts';
import { measureAgendaBuild } from './agenda-build.ts';
import { measureChannelPage } from './channel-page.ts';
import { measureDoctorFaults } from './doctor-faults.ts';
import { measureFilingCalls } from './filing-calls.ts';
import { measureFilingDrain } from './filing-drain.ts';
import { measureFilingFaults } from './filing-faults.ts';
import { measureFilingScale } from './filing-scale.ts';
import { measureGrowth } from './growth.ts';
import { measureImport } from './import-roster.ts';
import { measureInvokeTime } from './invoke-time.ts';
import { measureJournalCpu } from './journal-cpu.ts';
import { measureJournalVerify } from './journal-verify.ts';
import { measureListCpu } from './list-cpu.ts';
import { measureMinutes } from './minutes-lost.ts';
import { measurePolicy } from './policy-denied.ts';
import { measurePostCalls } from './post-calls.ts';
import { measureProvisionCalls } from './provision-calls.ts';
import { measureRebuild } from './rebuild-rate.ts';
import { measureRedaction } from './redaction-leaks.ts';
import { measureRollingRestart } from './rolling-restart.ts';
import { measureUnlisted } from './routes-unlisted.ts';
import { measureSubmitFsyncs } from './submit-fsyncs.ts';
import { measureSubmitPostgres } from './submit-postgres.ts';
import { measureGraphCalls } from './submit-graph-calls.ts';
import { measureSyncStaleness } from './sync-staleness.ts';
import { measureTabLcp } from './tab-lcp.ts';
import { measureTabScript } from './tab-script.ts';
import { measureTriageTaps } from './triage-taps.ts';
import { measureUploadLost } from './upload-lost.ts';

/** What can be measured: the names of the figures that come out of it, and how. */
export interface Metric {
  readonly names: readonly [string, ...string[]];
  measure(): Promise<Measured>;
}

/** One line for each. Counts come first: they are exact and quick. */
export const metrics: readonly Metric[] = [
  { names: ['submit.fsyncs'], measure: measureSubmitFsyncs },
  { names: ['submit.graph_calls', 'list.graph_calls', 'open.graph_calls'], measure: measureGraphCalls },
  { names: ['provision.calls_second_run'], measure: () => measureProvisionCalls() },
  { names: ['doctor.faults_found'], measure: () => measureDoctorFaults() },
  { names: ['tokens.accepted_mutants'], measure: () => measureAcceptedMutants() },
  { names: ['policy.denied_fields_leaked'], measure: () => measurePolicy() },
  { names: ['minutes.lost_edits'], measure: () => measureMinutes() },
  { names: ['minutes.post_calls'], measure: () => measurePostCalls() },
  { names: ['minutes.redaction_leaks'], measure: () => measureRedaction() },
  { names: ['routes.unlisted'], measure: () => measureUnlisted() },
  { names: ['submit.pg_statements', 'submit.pg_ratio'], measure: measureSubmitPostgres },
  { names: ['tab.script_kb'], measure: () => measureTabScript() },
  { names: ['triage.taps'], measure: () => measureTriageTaps() },
  { names: ['tab.lcp_ratio', 'tab.list_ratio'], measure: () => measureTabLcp() },
  { names: ['filing.drain_ratio'], measure: measureFilingDrain },
  {
    names: ['filing.calls_per_act', 'filing.calls_per_act_p0.1', 'filing.calls_per_act_p0.3'],
    measure: measureFilingCalls,
  },
  { names: ['filing.faults'], measure: measureFilingFaults },
  { names: ['simulate.violations'], measure: () => measureSimulation() },
  {
    names: ['crash.lost', 'crash.doubled', 'crash.disordered', 'crash.journal', 'crash.refused', 'crash.apart'],
    measure: () => measureCrash(),
  },
  { names: ['restart.failed_requests'], measure: () => measureRollingRestart() },
  { names: ['scale.workers4_ratio', 'scale.doubled'], measure: () => measureFilingScale() },
  { names: ['upload.lost'], measure: () => measureUploadLost() },
  { names: ['sync.staleness_ratio'], measure: () => measureSyncStaleness() },
  { names: ['invoke.p99_ms', 'invoke.p50_ms'], measure: measureInvokeTime },
  { names: ['list.cpu_ratio', 'list.cpu_ratio_one_connection'], measure: measureListCpu },
  { names: ['journal.cpu_ratio'], measure: () => measureJournalCpu() },
  { names: ['agenda.build_ms_p99'], measure: () => measureAgendaBuild() },
  { names: ['channel.page_growth'], measure: () => measureChannelPage() },
  { names: ['import.rows_per_s', 'import.second_run_changes'], measure: measureImport },
  { names: ['journal.verify_ratio', 'journal.verify_rows_per_s'], measure: () => measureJournalVerify() },
  { names: ['rebuild.ratio', 'rebuild.cpu_headroom'], measure: () => measureRebuild() },
  { names: ['list.growth', 'search.growth_p50', 'search.p99_ms', 'memory.growth'], measure: measureGrowth },
];
