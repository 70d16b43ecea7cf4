import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import SQLite from 'better-sqlite3-multiple-ciphers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { concernPaths } from '../../src/areas/concerns/contract.ts';
import { deskPaths } from '../../src/areas/desk/contract.ts';
import { readKeys } from '../../src/store/keys.ts';
import { unlock } from '../../src/store/sqlite/database.ts';
import { askLocally } from '../../src/system/local-socket.ts';
import { version } from '../../src/version.ts';
import { freePorts } from '../support/free-ports.ts';
import { until } from '../support/until.ts';
import { crashWorld, type CrashWorld } from './crash-world.ts';
import type { ProductProcess } from './product-process.ts';

const noticeSeconds = 2;

describe('an instance that is asked to end', () => {
  let world: CrashWorld;
  let product: ProductProcess;
  let origin: string;
  let statusPort: string;
  beforeAll(async () => {
    world = await crashWorld();
    statusPort = String(await freePorts(1));
    product = world.load({}, { LANTERN_DRAIN_SECONDS: String(noticeSeconds), LANTERN_STATUS_PORT: statusPort });
    origin = await product.start();
  });
  afterAll(async () => {
    product.kill();
    await product.ended;
    await world.close();
  });

  const bearer = (who: string) => `Bearer ${world.tenant.core.userToken(who)}`;
  const report = (words: string) =>
    JSON.stringify({
      form: randomBytes(16).toString('hex'),
      ...{ who: 'Ellie Marsden 7B', words, safeNow: 'yes', when: 'just now' },
    });
  const submit = (words: string) =>
    fetch(`${origin}${concernPaths.reports}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: bearer('daniel') },
      body: report(words),
    });
  const readiness = () => fetch(`${origin}/ready`).then(({ status }) => status);
  const status = async () =>
    (await (await fetch(`http://127.0.0.1:${statusPort}/status`)).json()) as { readonly filing: object };
  const refuses = () =>
    fetch(`${origin}/live`).then(
      () => undefined,
      () => true as const,
    );

  /** Sends a report of which the last byte is missing. */
  async function begun(words: string) {
    const { hostname, port } = new URL(origin);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    const body = report(words);
    const head = [
      `POST ${concernPaths.reports} HTTP/1.1`,
      ...[`Host: ${hostname}`, `Authorization: ${bearer('daniel')}`, 'Content-Type: application/json'],
      `Content-Length: ${Buffer.byteLength(body)}`,
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n${body.slice(0, -1)}`);
    return {
      async end() {
        socket.write(body.slice(-1));
        return text(socket);
      },
    };
  }

  /** What waits for SharePoint, read when nobody holds the file any more. */
  function waiting(): readonly unknown[] {
    const sqlite = new SQLite(join(world.data, 'lantern.db'), { readonly: true });
    try {
      unlock(sqlite, readKeys(world.data).database);
      return sqlite.prepare(`select leaseUntil, attempts, code from outbox where channel = 'sharepoint'`).all();
    } finally {
      sqlite.close();
    }
  }

  it('says so first, answers all it was asked, gives its work back uncounted, and is gone with 0 within 25 seconds', async () => {
    await until('Lantern is ready', async () => ((await readiness()) === 200 ? true : undefined));
    // SharePoint takes longer than a stop may.
    world.tenant.core.faults.set({ kind: 'slow', ms: 60_000, work: 'after' });
    expect((await submit('While SharePoint is asleep.')).status).toBe(200);
    const stream = await fetch(`${origin}${deskPaths.changes}?missed=0`, {
      headers: { authorization: bearer('priya') },
    });
    const streamed = stream.text();
    const late = await begun('Still being typed.');

    const { filing } = await status();
    expect(filing).toMatchObject({ waiting: expect.toSatisfy((n: number) => n > 2), stopped: 0 });
    const told = await askLocally(world.data, { command: 'status' }, () => undefined);
    expect(told?.answer).toMatchObject({ version, draining: false, alarms: [] });

    const asked = performance.now();
    product.terminate();
    await until('it says that it ends', async () => ((await readiness()) === 503 ? true : undefined));
    // Whoever spreads the load has not looked yet.
    const meanwhile = await submit('In between.');
    expect([meanwhile.status, meanwhile.headers.get('connection')]).toEqual([200, 'close']);
    expect(await status()).toMatchObject({ draining: true });
    expect(performance.now() - asked).toBeLessThan(noticeSeconds * 1_000);

    await until('it takes no more', refuses);
    expect(performance.now() - asked).toBeGreaterThan(noticeSeconds * 1_000);
    expect(await streamed).toContain('data:');
    expect(await late.end()).toMatch(/^HTTP\/1\.1 200 /);

    expect(await product.ended).toBe(0);
    expect(performance.now() - asked).toBeLessThan(25_000);
    const log = join(world.data, 'lantern.db-wal');
    expect(existsSync(log) ? statSync(log).size : 0).toBe(0);
    const left = waiting();
    expect(left.length).toBeGreaterThan(2);
    expect(left).toEqual(
      left.map(() => ({ leaseUntil: null, attempts: 0, code: expect.toBeOneOf([null, 'stopping']) })),
    );
    expect(left).toContainEqual({ leaseUntil: null, attempts: 0, code: 'stopping' });
  });
});
