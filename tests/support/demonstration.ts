import { execFile } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import type { ConcernDetail, ConcernItem, ConcernPage, Desk, ReportPage } from '../../src/areas/concerns/contract.ts';
import { processEnvironment } from '../../src/config.ts';
import { demo } from '../../src/local/cast.ts';
import { startDemonstration, type Demonstration } from '../../src/local/demonstration.ts';
import type { LedgerEntry } from '../../src/local/ledger.ts';
import { lanternFile, projectRoot, startLanternProcess } from '../../src/local/lantern-process.ts';
import { demoSites, siteId } from '../../src/local/graph/site.ts';
import { localTransport } from '../../src/local/transport.ts';
import { freePorts } from './free-ports.ts';
import { until } from './until.ts';

/** A row of a SharePoint list, as Graph shows it. */
export interface Row {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface ApiAnswer<T> {
  readonly status: number;
  readonly body: T;
}

export interface RunningDemonstration {
  readonly shown: Demonstration;
  /** Lantern's own data folder. */
  readonly lanternData: string;
  /** Asks the tab API as somebody of the cast. */
  api<T>(who: string, path: string): Promise<ApiAnswer<T>>;
  /** Every concern that the tab lists for somebody, newest first. */
  concerns(who?: string): Promise<readonly ConcernItem[]>;
  concern(id: string): Promise<ConcernDetail>;
  /** What somebody reported, as their own list says. */
  reports(who: string): Promise<ReportPage['items']>;
  /** All rows of a list, read from the tenant's Graph with an application's token. */
  rows(list: 'Concerns' | 'Concern addenda'): Promise<readonly Row[]>;
  /** Waits until Lantern says that SharePoint holds the concern. */
  filed(ref: string): Promise<ConcernDetail>;
  /** What SharePoint holds of a concern: its rows (there must be one), and the further texts in their order. */
  inSharePoint(id: string): Promise<{ readonly rows: readonly Row['fields'][]; readonly addenda: readonly string[] }>;
  /** Ends Lantern, as asked or as a power cut would, and starts it again on the same folder. */
  restart(how: 'stop' | 'kill'): Promise<void>;
  /** Runs another Lantern with other settings, or one of its commands, until it ends by itself. */
  runAnother(
    settings: Readonly<Record<string, string>>,
    command?: string,
  ): Promise<{ readonly code: number; readonly said: string }>;
  /** Every call to Graph since the first start, as the ledger's file has it. */
  ledger(): readonly LedgerEntry[];
  /** Everything Lantern has said since the first start, on both streams. */
  said(): string;
  close(): Promise<void>;
}

/** The whole of `npm start`, on free ports and in a folder of its own, with Lantern as a process that can be killed. */
export async function runDemonstration({
  databaseUrl,
  settings: more = {},
  ...options
}: {
  withoutChats?: true;
  /** As `npm start` makes it, which takes a while; a small one else. */
  trust?: 'whole';
  databaseUrl?: string;
  settings?: Readonly<Record<string, string>>;
} = {}): Promise<RunningDemonstration> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lantern-e2e-'));
  const outputFile = join(dataDir, 'lantern-output');
  const ledgerFile = join(dataDir, 'graph-calls');
  const output = openSync(outputFile, 'a');
  const port = await freePorts(4);
  const settings = parseEnv(readFileSync(join(projectRoot, 'env', '.env.local'), 'utf8'));
  const { PATH } = processEnvironment();
  const shown = await startDemonstration({
    env: {
      ...settings,
      PATH,
      LANTERN_LOG: 'debug',
      LANTERN_LEDGER: ledgerFile,
      ...(databaseUrl && { DATABASE_URL: databaseUrl }),
      ...more,
    },
    dataDir,
    output,
    ports: { tenant: port, lantern: port + 1, chats: port + 2 },
    say: () => undefined,
    ...options,
  });
  const { core, origin } = shown.tenant;
  const graph = localTransport(origin);
  const siteUrl = `https://graph.microsoft.com/v1.0/sites/${siteId(demoSites[0]!)}`;

  const api = async <T>(who: string, path: string): Promise<ApiAnswer<T>> => {
    const headers = { authorization: `Bearer ${core.userToken(who)}` };
    const answer = await fetch(`${shown.lanternOrigin}${path}`, { headers });
    return { status: answer.status, body: (await answer.json()) as T };
  };
  const good = async <T>(who: string, path: string): Promise<T> => {
    const { status, body } = await api<T>(who, path);
    if (status !== 200) throw new Error(`${path} answered ${status}`);
    return body;
  };

  const concerns: RunningDemonstration['concerns'] = async (who = 'priya') => {
    let page: ConcernPage = (await good<Desk>(who, '/api/desk')).concerns ?? { items: [] };
    let all = page.items;
    while (page.next !== undefined) {
      page = await good<ConcernPage>(who, `/api/concerns?before=${encodeURIComponent(page.next)}`);
      all = [...all, ...page.items];
    }
    return all;
  };
  const concern = (id: string) => good<ConcernDetail>('priya', `/api/concerns/${id}`);
  const rows: RunningDemonstration['rows'] = async (list) => {
    let next: string | undefined = `${siteUrl}/lists/${encodeURIComponent(list)}/items?$expand=fields&$top=200`;
    let all: readonly Row[] = [];
    while (next !== undefined) {
      const answer = await graph(next, { headers: { authorization: `Bearer ${core.graphToken(demo.apiAppId)}` } });
      if (!answer.ok) throw new Error(`${list} answered ${answer.status}`);
      const page = (await answer.json()) as { readonly value: readonly Row[]; readonly '@odata.nextLink'?: string };
      all = [...all, ...page.value];
      next = page['@odata.nextLink'];
    }
    return all;
  };

  return {
    shown,
    lanternData: join(dataDir, 'lantern'),
    api,
    concerns,
    concern,
    reports: async (who) => (await good<ReportPage>(who, '/api/reports')).items,
    rows,
    async filed(ref) {
      const isFiled = (item: ConcernItem) => item.ref === ref && item.filed === 'filed';
      const { id } = await until(`${ref} in SharePoint`, async () => (await concerns()).find(isFiled));
      return concern(id);
    },
    async inSharePoint(id) {
      const fieldsOf = async (list: Parameters<typeof rows>[0]) => (await rows(list)).map(({ fields }) => fields);
      const addenda = (await fieldsOf('Concern addenda')).filter((fields) => fields['ConcernId'] === id);
      return {
        rows: (await fieldsOf('Concerns')).filter((fields) => fields['RequestKey'] === id),
        addenda: addenda
          .sort((a, b) => Number(a['Number']) - Number(b['Number']))
          .map((fields) => String(fields['Words'])),
      };
    },
    async restart(how) {
      await shown.lantern[how]();
      shown.lantern = await startLanternProcess(shown.lanternOrigin, shown.lanternEnv, output);
    },
    async runAnother(changed, command) {
      const args = [await lanternFile(), ...(command === undefined ? [] : [command])];
      const settled = { cwd: projectRoot, env: { ...shown.lanternEnv, ...changed } };
      return new Promise((resolve) => {
        execFile(process.execPath, args, settled, (error, stdout, stderr) => {
          resolve({ code: Number(error?.code ?? 0), said: `${stdout}${stderr}` });
        });
      });
    },
    ledger: () =>
      readFileSync(ledgerFile, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as LedgerEntry),
    said: () => readFileSync(outputFile, 'utf8'),
    async close() {
      await shown.stop();
      closeSync(output);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
