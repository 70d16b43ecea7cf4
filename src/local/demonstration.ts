import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demo } from './cast.ts';
import { buildTab } from './build-tab.ts';
import { demoDays } from './clock/demo-days.ts';
import { openDemoClock, type DemoClock } from './clock/open-demo-clock.ts';
import { schoolMoment } from './clock/school-moment.ts';
import { groupIds } from './directory/directory-data.ts';
import { fillChannels } from './fill-channels.ts';
import { heldInTeams } from './held-in-teams.ts';
import type { ChatLink } from './host/create-host-page.ts';
import { projectRoot, runCommand, startLanternProcess, type LanternProcess } from './lantern-process.ts';
import { startLocalTeams } from './local-teams.ts';
import type { Tenant } from './tenant.ts';

export interface DemonstrationOptions {
  /** Lantern's settings as in env/.env.local, and PATH. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Everything that is kept between starts. */
  readonly dataDir: string;
  readonly ports: { readonly tenant: number; readonly lantern: number; readonly chats: number };
  /** Forget everything and begin anew. */
  readonly reset?: boolean;
  /** How much of the trust is made; `whole` is filed before anybody looks. */
  readonly trust?: 'whole' | 'small';
  /** Without the chat windows: for tests that speak to the relay themselves. */
  readonly withoutChats?: boolean;
  /** File descriptor for what Lantern says; the terminal's when absent. */
  readonly output?: number;
  /** Says what is being done: some steps take a while. */
  say(step: string): void;
}

export interface Demonstration {
  readonly tenant: Tenant;
  /** What school matters run on. */
  readonly clock: DemoClock;
  /** The page that stands in for Teams. */
  readonly hostOrigin: string;
  readonly lanternOrigin: string;
  readonly chats: readonly ChatLink[];
  /** The environment Lantern runs with: to start it again after it was stopped. */
  readonly lanternEnv: Readonly<Record<string, string | undefined>>;
  lantern: LanternProcess;
  stop(): Promise<void>;
}

/** Whom Entra has in the attendance team leads attendance, beside whom the school has given it to. */
const roleGroups = [{ group: groupIds.attendance, school: demo.school.id, role: 'attendance-lead' }];

/** Forgets what earlier starts left in a data folder. */
function forget(dataDir: string): void {
  for (const part of ['lantern', 'tenant', 'chats', 'clock.json', 'seeded'])
    rmSync(join(dataDir, part), { recursive: true, force: true });
}

/** Does in the local tenant what people did there before the demonstration begins. */
async function tellTenant(origin: string, path: string, what: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const said = await fetch(`${origin}${path}`, { method: 'POST', headers, body: JSON.stringify(what) });
  if (!said.ok) throw new Error(`the local tenant refused ${path} (${said.status})`);
}

/**
 * Starts everything `npm start` shows: the local tenant with its relay and host page, Lantern as a process of its own, and
 * a chat window for each of the cast who has one.
 * @throws Error with the reason when a part does not come up; what had started is stopped
 */
export async function startDemonstration(options: DemonstrationOptions): Promise<Demonstration> {
  const { dataDir, ports, say } = options;
  if (options.reset) forget(dataDir);
  say('Building the tab');
  await buildTab();

  const running: { stop(): Promise<void> }[] = [];
  const stop = async () => {
    for (const part of running.splice(0).reverse()) await part.stop();
  };
  try {
    const lanternOrigin = `http://localhost:${ports.lantern}`;
    const clockFile = join(dataDir, 'clock.json');
    const whole = options.trust === 'whole';
    const clock = openDemoClock(clockFile, Date.now, whole ? demoDays.dawns : demoDays.begins);
    running.push({ stop: async () => clock.stop() });

    say('Starting the local Microsoft 365 tenant');
    const ledger = options.env['LANTERN_LEDGER'];
    let unmetered = false;
    const teams = await startLocalTeams({
      ...{ port: ports.tenant, dataDir: join(dataDir, 'tenant'), lanternOrigin, clock },
      unmetered: () => unmetered,
      ...(ledger && { ledgerFile: ledger }),
    });
    running.push(teams);
    const { tenant, hostOrigin, chats } = teams;

    const lanternEnv = {
      ...(whole && {
        LANTERN_ROLE_GROUPS: JSON.stringify(roleGroups),
        LANTERN_CALENDAR: 'on',
        LANTERN_CHANNEL_READING: 'on',
        LANTERN_TRANSCRIPTS: 'on',
      }),
      ...options.env,
      LANTERN_PORT: String(ports.lantern),
      LANTERN_PUBLIC_ORIGIN: lanternOrigin,
      LANTERN_LOCAL_ORIGIN: hostOrigin,
      LANTERN_LOCAL_CLOCK: clockFile,
      LANTERN_LOCAL_TRUST: options.trust ?? 'small',
      LANTERN_DATA: join(dataDir, 'lantern'),
    };
    say('Making the SharePoint lists');
    await runCommand('provision', { LANTERN_LOG: 'warn', ...lanternEnv }, 'quiet');
    const seeded = join(dataDir, 'seeded');
    const first = whole && !existsSync(seeded);
    if (first) {
      say('Making the trust and filing its first term in SharePoint: about half a minute, this once');
      unmetered = true;
      await runCommand('seed', { LANTERN_LOG: 'warn', ...lanternEnv, LANTERN_LICENCES: '100000' }, 'quiet');
      unmetered = false;
      await tellTenant(tenant.origin, '/local/transcripts', heldInTeams);
    }
    say('Starting Lantern');
    const lantern = await startLanternProcess(lanternOrigin, lanternEnv, options.output);
    const demonstration: Demonstration = { tenant, clock, hostOrigin, lanternOrigin, chats, lanternEnv, lantern, stop };
    running.push({ stop: () => demonstration.lantern.stop() });

    if (!options.withoutChats)
      await teams.openChats({ ...{ port: ports.chats, dataDir: join(dataDir, 'chats'), env: options.env }, say });
    if (first) {
      const { channelPosts, userToken: tokenOf } = tenant.core;
      if (!options.withoutChats) await fillChannels({ clock, lanternOrigin, hostOrigin, channelPosts, tokenOf });
      clock.jump(schoolMoment(demoDays.begins));
      writeFileSync(seeded, '');
    }
    return demonstration;
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Where a start from the command line keeps its state. */
export const usualDataDir = join(projectRoot, '.lantern');
