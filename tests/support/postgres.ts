import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { readTestSettings } from '../../src/config.ts';
import { until } from './until.ts';

const versions = '/usr/lib/postgresql';

/** Where Debian keeps the newest PostgreSQL's programs; undefined where there is none. */
function installed(): string | undefined {
  const found = existsSync(versions) ? readdirSync(versions) : [];
  return found
    .toSorted((one, other) => Number(other) - Number(one))
    .map((version) => join(versions, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')));
}

/** A PostgreSQL server for tests: `LANTERN_TEST_POSTGRES`, or one that is started from the installed programs. */
export interface PostgresServer {
  /**
   * Address of a new database: an empty one, or one like another.
   * @param like address of a database of this server to which nobody is connected
   */
  aDatabase(like?: string): Promise<string>;
  /** Takes a database away: a hundred of them would fill a small machine's memory. */
  drop(url: string): Promise<void>;
  /** Runs SQL in a database of this server, past the product. */
  ask<R extends object>(url: string, text: string, values?: readonly unknown[]): Promise<readonly R[]>;
  stop(): Promise<void>;
}

/** Whether tests can have a PostgreSQL here. Says so, once a file, when they cannot. */
export function havePostgres(): boolean {
  const have = readTestSettings().postgres !== undefined || installed() !== undefined;
  if (!have)
    console.warn(
      'PostgreSQL is not installed and LANTERN_TEST_POSTGRES is not set: its tests are skipped (on Debian: apt-get install postgresql).',
    );
  return have;
}

const nameIn = (url: string): string => new URL(url).pathname.slice(1);

export async function startPostgres(): Promise<PostgresServer> {
  const given = readTestSettings().postgres;
  const { url, stop } = given === undefined ? await startOwn() : { url: given, stop: async () => undefined };
  const ask: PostgresServer['ask'] = async <R extends object>(
    database: string,
    text: string,
    values?: readonly unknown[],
  ) => {
    const client = new pg.Client({ connectionString: database });
    await client.connect();
    try {
      return (await client.query<R>(text, values && [...values])).rows;
    } finally {
      await client.end();
    }
  };
  return {
    async aDatabase(like) {
      const name = `lantern_${randomBytes(6).toString('hex')}`;
      await ask(url, `create database ${name}${like === undefined ? '' : ` template ${nameIn(like)}`}`);
      const address = new URL(url);
      address.pathname = `/${name}`;
      return address.href;
    },
    async drop(unwanted) {
      await ask(url, `drop database ${nameIn(unwanted)} with (force)`);
    },
    ask,
    stop,
  };
}

/** PostgreSQL refuses to run as root; its own account is made when it is installed. */
function account(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (which: string) => Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Starts a server with a folder and a socket of its own; it syncs as in earnest, or Lantern would not trust it. */
async function startOwn(): Promise<{ url: string; stop(): Promise<void> }> {
  const bin = installed();
  if (bin === undefined) throw new Error('PostgreSQL is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'lantern-postgres-'));
  const as = account();
  if (as) chownSync(folder, as.uid, as.gid);
  const data = join(folder, 'data');
  const options = { ...as, cwd: folder, stdio: 'pipe' } as const;
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'lantern', '-A', 'trust', '-E', 'UTF8', '--no-sync'], options);
  const settings = ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${folder}`];
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...settings], { ...options, stdio: 'ignore' });
  const url = `postgresql://lantern@localhost/postgres?host=${folder}`;
  await until('PostgreSQL answers', async () => ((await answers(url)) ? true : undefined));
  return { url, stop: () => stopServer(server, folder) };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function stopServer(server: ChildProcess, folder: string): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  // Fast shutdown: connections that are still open are ended.
  server.kill('SIGINT');
  await ended;
  rmSync(folder, { recursive: true, force: true });
}
