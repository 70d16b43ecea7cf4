import { mkdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { createBot, type Bot } from '../bot/bot.ts';
import { channelKeyDocument, createBotDoor, type BotDoor } from '../bot/framework/door.ts';
import { linkTo } from '../bot/link.ts';
import { createSeals } from '../bot/seal.ts';
import { whileSuspended } from '../bot/suspended.ts';
import { watchedViews } from './areas/areas.ts';
import type { Around } from './compose/around.ts';
import { backupOrderOf } from './compose/backup-order-of.ts';
import { doctorCommand } from './compose/doctor-command.ts';
import { provisionOf } from './compose/provision-of.ts';
import { doctorOrderOf } from './compose/doctor-order-of.ts';
import { ordersOf } from './compose/orders-of.ts';
import { drain } from './compose/drain.ts';
import { endOnSignal } from './compose/end-on-signal.ts';
import { openApp } from './compose/open-app.ts';
import { openChannels } from './compose/open-channels.ts';
import { openDesks } from './compose/open-desks.ts';
import { openDocuments } from './compose/open-documents.ts';
import { openFiling } from './compose/open-filing.ts';
import { openKernel, type Kernel } from './compose/open-kernel.ts';
import { keysIn } from './compose/keys-in.ts';
import { openKeys } from './compose/open-keys.ts';
import { openOperations } from './compose/open-operations.ts';
import { openSync } from './compose/open-sync.ts';
import { openWorkers } from './compose/open-workers.ts';
import { rebuildOrderOf } from './compose/rebuild-order-of.ts';
import { rotateKey } from './compose/rotate-key.ts';
import { spoolOf } from './compose/spool-of.ts';
import { takeBack } from './compose/take-back.ts';
import { telemetryOf } from './compose/telemetry-of.ts';
import { setUpOrderOf } from './compose/set-up-order-of.ts';
import { verifyOrderOf } from './compose/verify-order-of.ts';
import { ConfigFault, readConfig, readDataFolders, type Config } from './config.ts';
import { openGraph, type OpenGraph } from './graph/open-graph.ts';
import { listen } from './http/listen.ts';
import { createHttpServer } from './http/server.ts';
import { openRoster } from './jobs/open-roster.ts';
import { runBackup } from './jobs/run-backup.ts';
import { runImport } from './jobs/run-import.ts';
import type { OpenHere } from './jobs/run-order.ts';
import { runRebuild } from './jobs/run-rebuild.ts';
import { runRestore } from './jobs/run-restore.ts';
import { runSetUp } from './jobs/run-set-up.ts';
import { runStatus } from './jobs/run-status.ts';
import { runVerify } from './jobs/run-verify.ts';
import { createChanges } from './live/changes.ts';
import { followDemoClock } from './local/clock/follow-demo-clock.ts';
import { fileSeed } from './local/file-seed.ts';
import { seedWhole } from './local/seed-whole.ts';
import { seedDemonstration } from './local/seed.ts';
import { localTransport } from './local/transport.ts';
import type { Clock } from './ports/clock.ts';
import type { Log } from './ports/log.ts';
import type { Telemetry } from './ports/telemetry.ts';
import type { Transport } from './ports/transport.ts';
import { describeProvision } from './sharepoint/describe-provision.ts';
import type { ProvisionReport } from './sharepoint/provision.ts';
import { createLog } from './system/json-log.ts';
import { listenLocally, type LocalHandler } from './system/local-socket.ts';
import { quietReports } from './system/quiet-reports.ts';
import { steadyClock } from './system/steady-clock.ts';
import { systemClock } from './system/system-clock.ts';

export interface Lantern {
  /** Origin on which it listens. */
  readonly origin: string;
  /** Resolves when its store can be trusted no more: the process must end. */
  readonly failed: Promise<Error>;
  /** Says at `/ready` that it is ending, waits until nobody is sent here, ends what is under way, gives its leases back, closes the store. */
  stop(): Promise<void>;
}

const transportOf = (config: Config): Transport =>
  config.LANTERN_LOCAL_ORIGIN ? localTransport(config.LANTERN_LOCAL_ORIGIN) : fetch;

/** What school matters run on. Tokens, seals, leases, due messages and budgets stay on the machine's clock. */
const schoolClockOf = (config: Config): Clock =>
  config.LANTERN_LOCAL_CLOCK === undefined ? systemClock : followDemoClock(config.LANTERN_LOCAL_CLOCK, systemClock);

/** Microsoft Graph as the app of the API: filing, sync and rosters spend from one budget. */
const openGraphOf = (config: Config, log: Log, transport: Transport, telemetry?: Telemetry) =>
  openGraph(config.API_APP_ID, { config, transport, clock: steadyClock, log, telemetry });

/** The chat door, and what the bot does behind it. */
function openBot(config: Config, kernel: Kernel, transport: Transport): { bot: Bot; door: BotDoor } {
  const { perform, read, ids, clock, log } = kernel;
  const seals = createSeals(kernel.keys.cardsOf, ids, systemClock, kernel.keys.earlier);
  const bot = createBot({ perform, read, seals, ids, clock, log, linkTo: linkTo(config) });
  const local = config.LANTERN_LOCAL_ORIGIN;
  const door = createBotDoor({
    config,
    tenants: [config.LANTERN_TENANT_ID],
    keyDocumentUrl: local ? `${local}/botframework/.well-known/openidconfiguration` : channelKeyDocument,
    transport,
    references: kernel.operational.references,
    channels: kernel.operational.channelReferences,
    handle: config.LANTERN_SUSPENDED === 'on' ? whileSuspended : bot.handle,
    clock: systemClock,
    log,
  });
  return { bot, door };
}

/** Puts Lantern together and starts it. The only place that knows every part. */
export async function startLantern(config: Config, around: Around = {}): Promise<Lantern> {
  const log = createLog(config.LANTERN_LOG);
  const reach = transportOf(config);
  const transport = around.transport?.(reach) ?? reach;
  let wake = () => {};
  let draining = false;

  const telemetry = await telemetryOf(config);
  const kernel = await openKernel(config, {
    ...{ clock: schoolClockOf(config), log, transport, around, telemetry },
    committed: () => wake(),
  });
  const { operational, ...inside } = kernel;
  const graph = openGraphOf(config, log, transport, telemetry);
  await takeBack(config, kernel, graph);
  const chat = openBot(config, kernel, transport);
  const posting = openChannels(config, kernel, { ...chat, graph });
  const roster = openRoster(config, kernel, graph.patient);
  const changes = createChanges({
    ...inside,
    tenant: config.LANTERN_TENANT_ID,
    actsAfter: operational.actsAfter,
    watched: watchedViews,
    clock: systemClock,
  });
  const sync = openSync(config, kernel, graph, changes.changed);
  const documents = openDocuments(config, kernel, graph);
  const desks = openDesks(config, kernel, graph, transport);
  const app = openApp(config, kernel, transport, {
    ...{ botHandler: chat.door.handler, roster: roster.desk, files: documents.door, follow: changes.follow },
    ready: async () => !draining && (await operational.ready()),
    ...{ ...desks, channels: posting.desk },
    age: sync.age,
    hints: sync.hints,
  });
  const operations = openOperations(config, kernel, graph, { draining: () => draining, syncAge: sync.age });
  const workers = openWorkers(config, kernel, graph, {
    filing: openFiling(config, kernel, graph, changes.filed),
    documents: documents.worker,
    sync,
    messenger: chat.door.messenger,
    bot: { ...chat.bot, posts: posting.work },
    tell: changes.turn,
    linkTo: linkTo(config),
  });
  wake = workers.wake;
  if (config.LANTERN_LOCAL_TRUST) await seedDemonstration(kernel, config.LANTERN_LOCAL_TRUST);

  const server = createHttpServer(app);
  const host = config.LANTERN_MODE === 'local' ? '127.0.0.1' : undefined;
  const origin = await listen(server, config.LANTERN_PORT, host);
  workers.start();
  await operations.start();
  const stopListening = await listenLocally(
    config.LANTERN_DATA,
    ordersOf({
      import: roster.order,
      'set-up': setUpOrderOf(config, kernel),
      rebuild: rebuildOrderOf(config, kernel, graph),
      verify: verifyOrderOf(config, kernel, graph),
      backup: backupOrderOf(config, kernel),
      doctor: doctorOrderOf(config, kernel, graph, transport),
      status: operations.order,
    }),
  );
  log.info('lantern.started', { origin, mode: config.LANTERN_MODE });

  return {
    origin,
    failed: operational.failed ?? new Promise<never>(() => {}),
    async stop() {
      draining = true;
      log.info('lantern.draining');
      await drain({
        server,
        noticeMs: config.LANTERN_DRAIN_SECONDS * 1_000,
        endStreams: changes.close,
        async stopWorking() {
          desks.stop();
          await Promise.all([roster.desk.stop(), workers.stop()]);
        },
        async closeStore() {
          // Until then operators may see how it ends.
          await Promise.all([stopListening?.(), operations.stop()]);
          await operational.close();
          await telemetry?.close();
        },
      });
      log.info('lantern.stopped');
    },
  };
}

/** Makes what each school's site lacks, under the one-off identity that may. */
export const provisionTenant = (config: Config, log: Log): Promise<ProvisionReport> =>
  provisionOf(config, transportOf(config), log);

async function serve(config: Config): Promise<void> {
  mkdirSync(config.LANTERN_DATA, { recursive: true, mode: 0o700 });
  const lantern = await startLantern(config);
  void lantern.failed.then(({ message }) => {
    console.error(message);
    // Whoever waits for an answer is told to try again first.
    setTimeout(() => process.exit(1), 500);
  });
  endOnSignal(lantern.stop);
}

/** The store and the one way in, and Graph, without doors and workers: for a command while no Lantern runs. */
async function openForCommand(config: Config) {
  mkdirSync(config.LANTERN_DATA, { recursive: true, mode: 0o700 });
  const log = createLog(config.LANTERN_LOG);
  const transport = transportOf(config);
  const kernel = await openKernel(config, { clock: schoolClockOf(config), log, transport });
  const graph = openGraphOf(config, log, transport);
  return { kernel, graph, tookBack: await takeBack(config, kernel, graph) };
}

/** A command's own Lantern. */
const here = (orderOf: (config: Config, kernel: Kernel, graph: OpenGraph) => LocalHandler): OpenHere => {
  return async () => {
    const config = readConfig();
    const { kernel, graph } = await openForCommand(config);
    return { handle: orderOf(config, kernel, graph), close: () => kernel.operational.close() };
  };
};
const importHere = here((config, kernel, { patient }) => openRoster(config, kernel, patient).order);

/** Puts a backup in the database's place. */
function restore(config: Config, args: readonly string[]): Promise<boolean> {
  if (config.DATABASE_URL) throw new ConfigFault(['DATABASE_URL: PostgreSQL is restored with the server’s own tools']);
  return runRestore(args, {
    folder: config.LANTERN_DATA,
    machine: systemClock,
    ...(config.LANTERN_KEY_VAULT_KEY && { keysOf: () => openKeys(config, transportOf(config)) }),
    async takeBack() {
      const { kernel, tookBack } = await openForCommand(config);
      await kernel.operational.close();
      return tookBack;
    },
    say: console.log,
  });
}

/** The doctor beside a running Lantern, or in its place. */
function examineTenant(args: readonly string[], config: Config): Promise<boolean> {
  const log = createLog(config.LANTERN_LOG);
  const provision = () => provisionTenant(config, log);
  const parts = { config, transport: transportOf(config), clock: schoolClockOf(config), log };
  return doctorCommand(args, { ...parts, provision, say: console.log });
}

/** Makes the demonstration's trust and files it, before anybody looks at it. */
async function seed(config: Config): Promise<void> {
  if (!config.LANTERN_LOCAL_TRUST) throw new ConfigFault(['LANTERN_LOCAL_TRUST: says how much of the trust is made']);
  const { kernel, graph } = await openForCommand(config);
  const files = { spool: spoolOf(kernel), machine: systemClock, scans: !!config.LANTERN_CLAMD };
  await seedWhole({ ...kernel, ...files }, config.LANTERN_LOCAL_TRUST);
  await fileSeed(openFiling(config, kernel, graph));
  await kernel.operational.close();
}

/** Commands that say by their exit code whether all is well. */
const judged: Readonly<Record<string, (args: readonly string[]) => Promise<boolean>>> = {
  'set-up': (args) => runSetUp(args, readDataFolders(), here(setUpOrderOf), console.log),
  import: (args) => runImport(args, readDataFolders(), importHere, console.log),
  rebuild: () => runRebuild(readDataFolders(), here(rebuildOrderOf), console.log),
  verify: () => runVerify(readDataFolders(), here(verifyOrderOf), console.log),
  status: () => runStatus(readDataFolders(), console.log),
  backup: (args) => runBackup(args, readDataFolders(), here(backupOrderOf), console.log, keysIn(transportOf)),
  restore: async (args) => restore(readConfig(), args),
  'rotate-key': (args) => rotateKey(args, transportOf, console.log),
  doctor: async (args) => examineTenant(args, readConfig()),
};

async function run([command = '', ...args]: readonly string[]): Promise<void> {
  const judge = Object.hasOwn(judged, command) ? judged[command] : undefined;
  if (judge) {
    process.exitCode = (await judge(args)) ? 0 : 1;
    return;
  }
  const config = readConfig();
  if (command === 'seed') return seed(config);
  if (command !== 'provision') return serve(config);
  console.log(describeProvision(await provisionTenant(config, createLog(config.LANTERN_LOG))).join('\n'));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  quietReports();
  await run(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}
