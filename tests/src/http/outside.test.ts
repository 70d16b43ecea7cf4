import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBuckets, limitOutside } from '../../../src/perform/limits.ts';
import { outsideScene, wrong, type OutsideScene } from '../../support/outside-scene.ts';
import { readPdf } from '../../support/read-papers.ts';
import { startTabApi, type TabApi } from '../../support/tab-api.ts';

let scene: OutsideScene;
let api: TabApi;
let now = Date.parse('2026-12-10T09:30:00.000Z');
beforeAll(async () => {
  scene = await outsideScene();
  const bucket = createBuckets({ now: () => new Date(now).toISOString() });
  const take = (address: string) =>
    bucket(`address ${address}`, limitOutside.person) || bucket('everywhere', limitOutside.tenant);
  api = await startTabApi({ outside: { door: scene.door, take } });
});
afterAll(async () => {
  await api.close();
  scene.close();
});

let caller = 0;
/** Types a code as a browser sends it, from an address of its own unless one is named. */
const type = (secret: string, code: string, from = `192.0.2.${++caller}`) => {
  now += 60_000;
  return fetch(`${api.origin}/outside/${secret}`, {
    ...{ method: 'POST', body: new URLSearchParams({ code }) },
    headers: { 'x-forwarded-for': from },
  });
};

describe('the page for people outside', () => {
  it('is the same for an address that works and for one that never was, and asking for it takes nothing', async () => {
    const { secret } = await scene.sent();
    const before = scene.journal().length;
    const [known, unknown] = await Promise.all(
      [secret, 'f'.repeat(32)].map((one) => fetch(`${api.origin}/outside/${one}`)),
    );
    expect([known!.status, unknown!.status]).toEqual([200, 200]);
    const page = await known!.text();
    expect(page).toBe(await unknown!.text());
    expect(page).toContain('<label for="code">Code</label>');
    expect(page).not.toMatch(/<script|https?:|Ellie|Harrowmere|M-2026/);
    expect(scene.journal()).toHaveLength(before);
  });

  it('gives the minutes as a file to be kept, under a name that names nobody', async () => {
    const { secret, code } = await scene.sent();
    const answer = await type(secret, `${code.slice(0, 4)} ${code.slice(4)}`);
    expect(answer.status).toBe(200);
    const { headers } = answer;
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="Minutes M-2026-0001.pdf"/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    const { texts } = await readPdf(new Uint8Array(await answer.arrayBuffer()));
    expect(texts.join(' ')).toContain('Ellie Marsden sees the nurse');
  });

  it('refuses a wrong code, an ended link and an address that never was with one and the same answer', async () => {
    const { secret, code } = await scene.sent();
    const refused = [await type(secret, wrong(code)), await type('f'.repeat(32), code), await type('..%2f..', code)];
    for (let i = 0; i < 4; i++) refused.push(await type(secret, wrong(code)));
    // The sixth try, with the right code.
    refused.push(await type(secret, code));
    const said = await Promise.all(refused.map(async (answer) => `${answer.status} ${await answer.text()}`));
    expect(new Set(said).size).toBe(1);
    expect(said[0]).toMatch(/^404 /);
    expect(said[0]).toContain('this link does not work any more');
  });

  it.each(['', '1234', '123456789', 'abcdefgh', '<script>'])(
    'takes no try for what can be no code: “%s”',
    async (code) => {
      const { secret } = await scene.sent();
      const answer = await type(secret, code);
      expect(answer.status).toBe(400);
      expect(await answer.text()).not.toContain('<script>');
      const works = (await scene.links()).find(({ state }) => state === 'works');
      expect(works).toMatchObject({ triesLeft: 5, opened: 0 });
    },
  );

  it('reads no large body, none that is packed and none that is no form', async () => {
    const { secret, code } = await scene.sent();
    const send = async (body: string | Uint8Array, headers: Record<string, string>) => {
      now += 60_000;
      const sent = { method: 'POST', body: body as string, headers };
      return (await fetch(`${api.origin}/outside/${secret}`, sent)).status;
    };
    const form = { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': '198.51.100.1' };
    expect(await send(`code=${code}&more=${'x'.repeat(1_100)}`, form)).toBe(413);
    expect(await send(`code=${code}`, { ...form, 'content-encoding': 'gzip' })).toBe(415);
    expect(await send(JSON.stringify({ code }), { ...form, 'content-type': 'application/json' })).toBe(400);
    expect(await send(`code=${code}&code=${code}`, form)).toBe(400);
    expect(await send(`code=${code}`, form)).toBe(200);
  });

  it.each(['HEAD', 'PUT', 'DELETE', 'OPTIONS'])('answers no %s', async (method) => {
    const answer = await fetch(`${api.origin}/outside/${'a'.repeat(32)}`, { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST']);
  });
});

describe('codes are not tried without end', () => {
  it('from one address, which others do not feel; its last word is the load balancer’s', async () => {
    const at = now;
    const statuses: number[] = [];
    for (let i = 0; i < 11; i++) {
      const answer = await type('f'.repeat(32), '12345678', `10.0.0.${i}, 203.0.113.9`);
      now = at;
      statuses.push(answer.status);
      if (i === 10) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 404), 429]);
    expect((await type('f'.repeat(32), '12345678')).status).toBe(404);
  });

  it('from many addresses together', async () => {
    now += 3_600_000;
    const at = now;
    const statuses: number[] = [];
    for (let i = 0; i < 62; i++) {
      statuses.push((await type('f'.repeat(32), 'no code', `203.0.113.${100 + i}`)).status);
      now = at;
    }
    expect(statuses.slice(0, 60).every((status) => status === 400)).toBe(true);
    expect(statuses.slice(-1)).toEqual([429]);
  });
});

it('the log tells of neither secret nor code', () => {
  const said = JSON.stringify([...scene.lines, ...api.lines]);
  expect(said).toContain('outside.too-many');
  expect(said).not.toMatch(/[0-9a-f]{33}|12345678|f{32}|192\.0\.2/);
});
