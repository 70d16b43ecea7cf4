import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createBot, type Bot } from '../bot/bot.ts';
import { channelKeyDocument, createBotDoor, type BotDoor } from '../bot/framework/door.ts';
import { linkTo } from '../bot/link.ts';
import { createSeals } from '../bot/seal.ts';
import { createAbilities } from './access/abilities.ts';
import type { Identity } from './access/types.ts';
import { composeRules } from './access/rules.ts';
import { areas, recordTypes, watchedViews } from './areas/areas.ts';
import { actionRoutes } from './areas/actions/routes.ts';
import { alertRoutes } from './areas/alerts/routes.ts';
import { personOf } from './areas/desk/person-of.ts';
import { deskRoutes } from './areas/desk/routes.ts';
import { concernRoutes } from './areas/concerns/routes.ts';
import { rightsRestOn } from './areas/people/queries.ts';
import { peopleRoutes, type RosterDoor } from './areas/people/routes.ts';
import { ConfigFault, readConfig, readDataFolders, type Config } from './config.ts';
import { createBatch } from './graph/batch.ts';
import { openGraph } from './graph/open-graph.ts';
import { createApp, type AppParts } from './http/app.ts';
import { jsonOf } from './http/json-of.ts';
import { listen } from './http/listen.ts';
import { createHttpServer } from './http/server.ts';
import { createTokenVerifier } from './identity/token-verifier.ts';
import { openRoster } from './jobs/open-roster.ts';
import { runImport } from './jobs/run-import.ts';
import { createTellOfStopped } from './jobs/tell-of-stopped.ts';
import { createWorkers } from './jobs/workers.ts';
import { followDemoClock } from './local/clock/follow-demo-clock.ts';
import { fileSeed } from './local/file-seed.ts';
import { localTransport } from './local/transport.ts';
import { seedDemonstration } from './local/seed.ts';
import { createChanges, type Changes } from './live/changes.ts';
import { tellingOfFilings } from './live/telling-of-filings.ts';
import { createActors } from './perform/actors.ts';
import { createPerform } from './perform/perform.ts';
import { createRead } from './perform/read.ts';
import type { Store } from './perform/store.ts';
import type { Clock } from './ports/clock.ts';
import type { Log } from './ports/log.ts';
import type { Transport } from './ports/transport.ts';
import { describeProvision } from './sharepoint/describe-provision.ts';
import { createFiling } from './sharepoint/filing.ts';
import { provision, type ProvisionReport } from './sharepoint/provision.ts';
import { readKeys } from './store/keys.ts';
import { openPostgres } from './store/postgres/open-postgres.ts';
import { openSqlite } from './store/sqlite/open-sqlite.ts';
import { telling } from './store/telling.ts';
import { createLog } from './system/json-log.ts';
import { listenLocally } from './system/local-socket.ts';
import { randomIds } from './system/random-ids.ts';
import { systemClock } from './system/system-clock.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Parts that a test or the bench puts round the product's own, to break it or to watch it. */
export interface Around {
  readonly store?: (store: Store) => Store;
  readonly transport?: (transport: Transport) => Transport;
}

export interface Lantern {
  /** Origin on which it listens. */
  readonly origin: string;
  /** Takes no more requests, ends what is under way, gives its leases back, closes the store. */
  stop(): Promise<void>;
}

const transportOf = (config: Config): Transport =>
  config.LANTERN_LOCAL_ORIGIN ? localTransport(config.LANTERN_LOCAL_ORIGIN) : fetch;

/** What school matters run on. Tokens, seals, leases, due messages and budgets stay on the machine's clock. */
const schoolClockOf = (config: Config): Clock =>
  config.LANTERN_LOCAL_CLOCK === undefined ? systemClock : followDemoClock(config.LANTERN_LOCAL_CLOCK, systemClock);

/** The store with the one way in and the one way to look, and everything they rest on. */
async function openKernel(config: Config, log: Log, around: Around, committed: () => void) {
  const [clock, ids] = [schoolClockOf(config), randomIds];
  const keys = readKeys(config.LANTERN_DATA);
  const operational = config.DATABASE_URL
    ? await openPostgres(config.DATABASE_URL, recordTypes, Object.values(rightsRestOn), systemClock)
    : openSqlite(config.LANTERN_DATA, keys.database, recordTypes, systemClock);
  const store = telling(around.store?.(operational.store) ?? operational.store, committed);
  const rules = composeRules(Object.values(areas));
  const schools = config.LANTERN_SCHOOLS.map((school) => school.id) as [string, ...string[]];
  const actorOf = createActors(store, rightsRestOn, schools);
  const parts = { store, rules, actorOf, clock, ids, log };
  return {
    ...parts,
    perform: createPerform(parts),
    read: createRead(parts),
    operational,
    seals: createSeals(keys.cardsOf, ids, systemClock),
  };
}
type Kernel = Awaited<ReturnType<typeof openKernel>>;

/** Where rosters come in: the tab, and the command at the machine. */
const openRosters = (config: Config, kernel: Kernel, transport: Transport) =>
  openRoster(
    config,
    kernel,
    openGraph(config.API_APP_ID, { config, transport, clock: systemClock, log: kernel.log }).patient,
  );

/** The chat door, and what the bot does behind it. */
function openBot(config: Config, kernel: Kernel, transport: Transport): { bot: Bot; door: BotDoor } {
  const { perform, read, seals, ids, clock, log } = kernel;
  const bot = createBot({ perform, read, seals, ids, clock, log, linkTo: linkTo(config) });
  const local = config.LANTERN_LOCAL_ORIGIN;
  const door = createBotDoor({
    config,
    tenants: [config.LANTERN_TENANT_ID],
    keyDocumentUrl: local ? `${local}/botframework/.well-known/openidconfiguration` : channelKeyDocument,
    transport,
    references: kernel.operational.references,
    handle: bot.handle,
    log,
  });
  return { bot, door };
}

interface Doors {
  readonly door: BotDoor;
  readonly roster: RosterDoor;
}

/** The web application: the tab, its API behind the token check, the chat door. */
function openApp(
  config: Config,
  kernel: Kernel,
  transport: Transport,
  { door, roster, follow, ready }: Pick<AppParts, 'follow' | 'ready'> & Doors,
) {
  const { clock, log, perform, read } = kernel;
  const abilitiesOf = createAbilities(kernel.rules, kernel.actorOf);
  const toPerson = personOf(config.LANTERN_SCHOOLS);
  const person = async (identity: Identity) => toPerson(await abilitiesOf(identity));
  const leads = async (identity: Identity) => (await abilitiesOf(identity)).may('list-open-actions');
  const ofConcerns = [...concernRoutes(person), ...actionRoutes(leads), ...alertRoutes];
  const routes = [...deskRoutes(person), ...ofConcerns, ...peopleRoutes(roster, config.LANTERN_SCHOOLS)];
  const verify = createTokenVerifier({
    tenants: new Set([config.LANTERN_TENANT_ID]),
    audience: config.API_APP_ID,
    clients: new Set(config.TAB_CLIENT_IDS),
    transport,
    clock: systemClock,
    log,
  });
  return createApp({
    config,
    verify,
    routes,
    perform,
    read: jsonOf(read),
    follow,
    botHandler: door.handler,
    tabDir: join(root, 'dist', 'tab'),
    hostOrigin: config.LANTERN_LOCAL_ORIGIN,
    ready,
    clock,
    log,
  });
}

/** The worker that brings what was committed into SharePoint. */
function openFiling(
  config: Config,
  { operational, perform, log }: Kernel,
  transport: Transport,
  filed: Changes['filed'] = () => {},
) {
  const { budget, graph } = openGraph(config.API_APP_ID, { config, transport, clock: systemClock, log });
  return createFiling({
    queue: tellingOfFilings(operational.filingQueue, filed),
    graph,
    budget,
    types: new Map(recordTypes.map((type) => [type.name, type])),
    schools: config.LANTERN_SCHOOLS,
    stopped: createTellOfStopped(perform),
    clock: systemClock,
    log,
  });
}

/** Who is told which of their views have changed. */
const changesOf = ({ LANTERN_TENANT_ID: tenant }: Config, { operational, ...kernel }: Kernel): Changes =>
  createChanges({ ...kernel, tenant, actsAfter: operational.actsAfter, watched: watchedViews, clock: systemClock });

/** Puts Lantern together and starts it. The only place that knows every part. */
export async function startLantern(config: Config, around: Around = {}): Promise<Lantern> {
  const log = createLog(config.LANTERN_LOG);
  const reach = transportOf(config);
  const transport = around.transport?.(reach) ?? reach;
  let wake = () => {};
  let draining = false;

  const kernel = await openKernel(config, log, around, () => wake());
  const chat = openBot(config, kernel, transport);
  const roster = openRosters(config, kernel, transport);
  const changes = changesOf(config, kernel);
  const app = openApp(config, kernel, transport, {
    ...{ door: chat.door, roster: roster.desk, follow: changes.follow },
    ready: async () => !draining && (await kernel.operational.ready()),
  });
  const workers = createWorkers({
    ...kernel,
    filing: openFiling(config, kernel, transport, changes.filed),
    messenger: chat.door.messenger,
    bot: chat.bot,
    tell: changes.turn,
  });
  wake = workers.wake;
  if (config.LANTERN_MODE === 'local') await seedDemonstration(kernel, config.LANTERN_LOCAL_TRUST);

  const server = createHttpServer(app);
  const host = config.LANTERN_MODE === 'local' ? '127.0.0.1' : undefined;
  const origin = await listen(server, config.LANTERN_PORT, host);
  workers.start();
  const stopListening = await listenLocally(config.LANTERN_DATA, roster.order);
  log.info('lantern.started', { origin, mode: config.LANTERN_MODE });

  return {
    origin,
    async stop() {
      draining = true;
      await stopListening?.();
      await roster.desk.stop();
      const closed = new Promise((resolve) => server.close(resolve));
      changes.close();
      server.closeIdleConnections();
      await workers.stop();
      server.closeAllConnections();
      await closed;
      await kernel.operational.close();
      log.info('lantern.stopped');
    },
  };
}

/** Makes what each school's site lacks, under the one-off identity that may. */
export function provisionTenant(config: Config, log: Log): Promise<ProvisionReport> {
  if (!config.PROVISION_APP_ID) throw new ConfigFault(['PROVISION_APP_ID is needed to make lists']);
  const parts = { config, transport: transportOf(config), clock: systemClock, log };
  const { budget, patient: graph } = openGraph(config.PROVISION_APP_ID, parts);
  const batch = createBatch({ graph, budget, clock: systemClock });
  return provision({ graph, batch, schools: config.LANTERN_SCHOOLS, types: recordTypes, log });
}

async function serve(config: Config): Promise<void> {
  mkdirSync(config.LANTERN_DATA, { recursive: true, mode: 0o700 });
  const lantern = await startLantern(config);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      // Whatever hangs, the process ends in time; what was committed is safe either way.
      setTimeout(() => process.exit(1), 25_000).unref();
      void lantern.stop().then(() => process.exit(0));
    });
  }
}

/** Lantern without doors and workers, for a command while none runs. */
async function openForCommand() {
  const config = readConfig();
  mkdirSync(config.LANTERN_DATA, { recursive: true, mode: 0o700 });
  const kernel = await openKernel(config, createLog(config.LANTERN_LOG), {}, () => {});
  const { order } = openRosters(config, kernel, transportOf(config));
  return { handle: order, close: () => kernel.operational.close() };
}

/** Makes the demonstration's trust and files it, before anybody looks at it. */
async function seed(config: Config): Promise<void> {
  if (config.LANTERN_MODE !== 'local')
    throw new ConfigFault(['LANTERN_MODE must be local: this makes invented people']);
  const kernel = await openKernel(config, createLog(config.LANTERN_LOG), {}, () => {});
  await seedDemonstration(kernel, config.LANTERN_LOCAL_TRUST, 'resume');
  await fileSeed(openFiling(config, kernel, transportOf(config)));
  await kernel.operational.close();
}

async function run([command, ...args]: readonly string[]): Promise<void> {
  if (command === 'import') {
    process.exitCode = (await runImport(args, readDataFolders(), openForCommand, console.log)) ? 0 : 1;
    return;
  }
  const config = readConfig();
  if (command === 'seed') return seed(config);
  if (command !== 'provision') return serve(config);
  console.log(describeProvision(await provisionTenant(config, createLog(config.LANTERN_LOG))).join('\n'));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await run(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}
