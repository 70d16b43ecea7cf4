import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { cast, castMember, demo } from '../../src/local/cast.ts';
import { PlaygroundFault, startPlayground, type PlaygroundParts } from '../../src/local/playground/start-playground.ts';
import { playgroundSettings } from '../../src/local/playground/settings.ts';
import { listening } from '../support/listening.ts';

const person = castMember('daniel');
const others = cast.filter((member) => member !== person);
const teamGroupId = '6b1c7a1e-eeee-4eee-8eee-000000000001';
const ids = { tenantId: demo.tenantId, botAppId: demo.botAppId, teamGroupId };

let dataDir = '';
let parts: PlaygroundParts;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'lantern-playground-'));
  const free = await listening(createServer());
  await free.close();
  const port = Number(new URL(free.origin).port);
  parts = {
    key: 'daniel',
    port,
    botEndpoint: 'http://127.0.0.1:9/api/messages',
    dataDir,
    env: {},
    person,
    others,
    ...ids,
  };
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** Whether anything listens there. */
const listens = (url: string) =>
  new Promise<boolean>((resolve) => {
    request(url, { method: 'HEAD' }, (answer) => {
      answer.resume();
      resolve(true);
    })
      .on('error', () => resolve(false))
      .end();
  });

describe('a Playground', () => {
  it('opens a person’s window, takes a message into their chat, and stops with everything it started', async () => {
    const playground = await startPlayground(parts);
    try {
      expect(playground.url).toBe(`http://localhost:${parts.port}`);
      expect(await (await fetch(playground.url)).text()).toContain('<html');
      const chat = `${playground.connectorUrl}/v3/conversations/personal-daniel`;
      expect(await (await fetch(`${chat}/members`)).json()).toMatchObject([
        { id: '29:daniel', objectId: person.id, name: person.name },
      ]);
      const sent = await fetch(`${chat}/activities`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          type: 'message',
          text: 'hello',
          from: { id: `28:${demo.botAppId}` },
          conversation: { id: 'personal-daniel' },
        }),
      });
      expect(sent.status).toBe(201);
    } finally {
      await playground.stop();
    }
    expect(await listens(playground.url)).toBe(false);
    expect(existsSync(join(dataDir, 'playground-daniel', 'devTools'))).toBe(true);
  });

  it('ends with the process that started it, however that ended', async () => {
    const program = fileURLToPath(new URL('../support/starts-a-playground.ts', import.meta.url));
    const args = ['--import', 'tsx', program, dataDir, String(parts.port)];
    const starter = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const [said] = (await once(starter.stdout, 'data')) as [Buffer];
    const url = said.toString().trim();
    expect(await listens(url)).toBe(true);
    starter.kill('SIGKILL');
    await vi.waitFor(async () => expect(await listens(url)).toBe(false), { timeout: 10_000, interval: 100 });
  });

  it('that cannot start says why', async () => {
    const broken = startPlayground({ ...parts, others: others.slice(0, 4) });
    await expect(broken).rejects.toThrow(PlaygroundFault);
    await expect(broken).rejects.toThrow(/daniel did not open: .*users.* must NOT have fewer than 5 items/);
  });
});

describe('its settings', () => {
  it('are the same from start to start, with no two people alike', () => {
    const settings = playgroundSettings({ person, others }, ids);
    expect(playgroundSettings({ person, others }, ids)).toEqual(settings);
    const people = [settings.currentUser, ...settings.users];
    expect(new Set(people.map(({ id }) => id)).size).toBe(6);
    expect(new Set(people.map(({ aadObjectId }) => aadObjectId)).size).toBe(6);
  });
});
