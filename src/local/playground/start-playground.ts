import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { personalChat, playgroundSettings, type PlaygroundIds, type PlaygroundPeople } from './settings.ts';

export interface PlaygroundParts extends PlaygroundPeople, PlaygroundIds {
  /** Names the instance and its folder: the person's key, e.g. `daniel`. */
  readonly key: string;
  /** Where the window shall open; a Playground takes another one when it is in use. */
  readonly port: number;
  /** What the Playground takes for the bot's address: the relay's, for this instance. */
  readonly botEndpoint: string;
  /** The instance gets a folder of its own in here. */
  readonly dataDir: string;
  /** Environment that PATH and its like are taken from; nothing else of it reaches the Playground. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Playground {
  /** The chat window, for a browser. */
  readonly url: string;
  /** The Playground's own connector, for the relay. */
  readonly connectorUrl: string;
  /** Resolves when it has stopped, with everything it had started. */
  stop(): Promise<void>;
}

/** It did not come up. The message carries the Playground's own reason, where it gave one. */
export class PlaygroundFault extends Error {}

/** Runs inside the Playground: a window whose Lantern is gone, however it went, would keep its port for ever. */
const endsWithUs = `data:text/javascript,${encodeURIComponent("process.once('disconnect', () => process.exit());")}`;
const passedOn = ['PATH', 'LANG', 'TZ', 'SystemRoot', 'TEMP', 'TMP'];
const patienceSeconds = 60;

/**
 * Starts Microsoft's Agents Playground as one person's chat window, without telemetry and without opening a browser.
 * @throws PlaygroundFault when it ends before its page answers, or is not up within a minute
 */
export async function startPlayground(parts: PlaygroundParts): Promise<Playground> {
  const folder = join(parts.dataDir, `playground-${parts.key}`);
  mkdirSync(folder, { recursive: true });
  rmSync(join(folder, 'devTools'), { recursive: true, force: true });
  // JSON is YAML too, and needs no rules about quoting.
  writeFileSync(join(folder, '.m365agentsplayground.yml'), JSON.stringify(playgroundSettings(parts, parts), null, 2));

  const child = launch(parts, folder);
  const ended = once(child, 'exit').then(
    ([code]) => `it ended with code ${String(code)}`,
    (error: unknown) => `it could not be started (${error instanceof Error ? error.message : 'unknown reason'})`,
  );
  const stop = () => stopGroup(child, ended);

  const outcome = await Promise.race([ended, comeUp(child, parts.key)]);
  if (typeof outcome === 'string') {
    await stop();
    throw new PlaygroundFault(`the chat window of ${parts.key} did not open: ${reasonIn(folder) ?? outcome}`);
  }
  const url = `http://localhost:${outcome.port}`;
  return { url, connectorUrl: `${url}/_connector`, stop };
}

function launch({ port, botEndpoint, env }: PlaygroundParts, folder: string): ChildProcess {
  const cli = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
  const options = ['start', '-e', botEndpoint, '-c', 'msteams', '-p', String(port), '--disable-telemetry'];
  const inherited = Object.fromEntries(
    passedOn.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])),
  );
  return spawn(process.execPath, ['--import', endsWithUs, cli, ...options], {
    cwd: folder,
    // No terminal input: it would stop when that ends. A group of its own can be stopped as a whole.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
    env: { ...inherited, HOME: folder, TEAMSAPPTESTER_BROWSER: 'none', APPLICATION_INSIGHTS_NO_STATSBEAT: '1' },
  });
}

/** Resolves to the port once its connector answers: a Playground says that it listens before it has read its settings. */
async function comeUp(child: ChildProcess, key: string): Promise<{ readonly port: number } | string> {
  const port = await announcedPort(child);
  for (let tries = 0; port !== undefined && child.exitCode === null && tries < patienceSeconds * 4; tries++) {
    const chat = `http://localhost:${port}/_connector/v3/conversations/${personalChat(key)}/members`;
    const answer = await fetch(chat).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return { port };
    await wait(250);
  }
  return `it was not up within ${patienceSeconds} seconds`;
}

async function announcedPort(child: ChildProcess): Promise<number | undefined> {
  let said = '';
  // Both are read to the end: a full pipe would hold the child up.
  child.stderr?.resume();
  return await new Promise((resolve) => {
    setTimeout(() => resolve(undefined), patienceSeconds * 1000).unref();
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const port = /Listening on (\d+)/.exec(said)?.[1];
      if (port) resolve(Number(port));
    });
  });
}

/** The Playground writes why it gave up into a log file alone. */
function reasonIn(folder: string): string | undefined {
  try {
    const logs = readdirSync(join(folder, 'devTools')).filter((name) => name.endsWith('.log'));
    const lines = logs.flatMap((name) => readFileSync(join(folder, 'devTools', name), 'utf8').split('\n'));
    return lines.find((line) => line.startsWith('error Reason:'))?.replace(/^error Reason: /, '');
  } catch {
    return undefined;
  }
}

async function stopGroup(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  const signal = (name: NodeJS.Signals) => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, name);
    } catch {
      // The group is gone already, or this system knows no groups.
      child.kill(name);
    }
  };
  signal('SIGTERM');
  const late = setTimeout(() => signal('SIGKILL'), 3000);
  await ended;
  clearTimeout(late);
}
