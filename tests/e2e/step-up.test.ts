import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { decodeJwt } from 'jose';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { filePaths, type UploadState } from '../../src/areas/files/contract.ts';
import { launch } from '../support/browser.ts';
import { runDemonstration, type RunningDemonstration } from '../support/demonstration.ts';
import { openDesk } from '../support/desk-page.ts';
import { keepPage } from '../support/screens.ts';

let lantern: RunningDemonstration;
let browser: Browser;
let concern: string;

beforeAll(async () => {
  [lantern, browser] = await Promise.all([
    runDemonstration({ withoutChats: true, settings: { LANTERN_STEP_UP_CONTEXT: 'c1' } }),
    launch(),
  ]);
  concern = (await lantern.concerns())[0]!.id;
  await addNotes();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await lantern?.close();
});

const words = 'What was said in the corridor.';

/** Adds a text to the concern, as the tab does. */
async function addNotes(): Promise<void> {
  const headers = { authorization: `Bearer ${lantern.shown.tenant.core.userToken('priya')}` };
  const send = async (path: string, init: RequestInit): Promise<unknown> => {
    const answer = await fetch(`${lantern.shown.lanternOrigin}${path}`, init);
    expect(answer.status, path).toBe(200);
    return answer.json();
  };
  const post = (path: string, body: object) =>
    send(path, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const form = randomBytes(16).toString('hex');
  const begun = (await post(filePaths.begin.replace(':id', concern), {
    form,
    name: 'notes.txt',
    size: words.length,
  })) as UploadState;
  await send(filePaths.upload.replace(':id', begun.id), {
    method: 'PUT',
    headers: {
      ...headers,
      'content-type': 'application/octet-stream',
      'content-range': `bytes 0-${words.length - 1}/${words.length}`,
    },
    body: words,
  });
  await post(filePaths.finish.replace(':id', begun.id), {
    form,
    kind: 'notes-of-talk',
    name: 'Corridor',
    source: 'our-school',
  });
}

it('before a file leaves, the person proves anew that it is them: refused, they lose nothing; confirmed, it goes on; once a session', async () => {
  const { page, tab, alarms, close } = await openDesk(browser, lantern.shown.hostOrigin, 'priya', concern);
  const tokens: string[] = [];
  page.on('request', (request) => {
    const [, token] = request.headers()['authorization']?.split(' ') ?? [];
    if (token && request.url().endsWith('/content')) tokens.push(token);
  });
  const download = tab.getByRole('button', { name: 'Download Corridor' });
  const save = tab.getByRole('button', { name: 'Save Corridor', exact: true });
  await download.click();
  await save.click();
  const proof = page.getByRole('dialog', { name: 'Confirm that it is you' });
  await proof.waitFor();
  await keepPage(page, 'step-up');
  await proof.getByRole('button', { name: 'Not now' }).click();
  const refused = tab.getByRole('list', { name: 'Files of this concern' }).getByText('You did not confirm');
  await refused.waitFor();
  await keepPage(page, 'step-up-refused');

  await save.click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    proof.getByRole('button', { name: 'It is me' }).click(),
  ]);
  expect(readFileSync(await file.path(), 'utf8')).toBe(words);
  await refused.waitFor({ state: 'detached' });

  await download.click();
  const [again] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect(readFileSync(await again.path(), 'utf8')).toBe(words);
  expect(await proof.count()).toBe(0);
  expect(tokens.map((token) => decodeJwt(token)['acrs'])).toEqual([undefined, undefined, ['c1'], ['c1']]);
  expect(alarms).toEqual([]);
  await close();
});

it('the API asks for the context with a challenge that names it, whoever calls', async () => {
  const path = filePaths.content.replace(':id', 'a'.repeat(32));
  const ask = (token: string) =>
    fetch(`${lantern.shown.lanternOrigin}${path}`, { headers: { authorization: `Bearer ${token}` } });
  const { core } = lantern.shown.tenant;
  const asked = await ask(core.userToken('priya'));
  expect(asked.status).toBe(401);
  expect(asked.headers.get('www-authenticate')).toMatch(/^Bearer .*error="insufficient_claims", claims="[\w+/=]+"$/);
  expect(await asked.json()).toMatchObject({ code: 'step-up' });
  // With it, an unknown document is not found as ever; and somebody without the right is not asked.
  const claims = '{"access_token":{"acrs":{"value":"c1"}}}';
  expect((await ask(core.userToken('priya', claims))).status).toBe(404);
  expect((await ask(core.userToken('daniel'))).status).toBe(404);
});
