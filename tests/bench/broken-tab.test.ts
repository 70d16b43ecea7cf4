import { randomBytes } from 'node:crypto';
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { builtTab } from '../support/built-tab.ts';
import { firstScreen } from '../support/first-screen.ts';
import { judge, readGoals, type Measured } from './figure.ts';
import { measureTabLcp } from './tab-lcp.ts';
import { measureTabScript } from './tab-script.ts';
import { measureTriageTaps } from './triage-taps.ts';

const goals = readGoals();
const line = ({ figures: [figure] }: Measured) => figure && judge(figure, goals);

it('passes the scripts of the first screen, and notices that they have grown', async () => {
  const built = await builtTab();
  expect(line(await measureTabScript(built))).toMatchObject({ metric: 'tab.script_kb', pass: true });
  const folder = mkdtempSync(join(tmpdir(), 'lantern-heavy-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(built, folder, { recursive: true });
  const heavy = firstScreen(folder).files.at(-1) ?? '';
  appendFileSync(join(folder, 'assets', heavy), `\n//${randomBytes(60_000).toString('base64')}`);
  expect(line(await measureTabScript(folder))).toMatchObject({ pass: false });
});

it('passes the quick way to file a concern, and notices one press more and a concern that was not filed', async () => {
  expect(line(await measureTriageTaps())).toMatchObject({ metric: 'triage.taps', value: 2, pass: true });
  const astray = ['File as low-level', 'Judge this concern', 'File as low-level'];
  expect(line(await measureTriageTaps(astray))).toMatchObject({ pass: false, why: 'the concern was not filed' });
});

it('notices a first screen whose script comes late', async () => {
  const late = { url: '**/tab/assets/index-*.js', ms: 2_000 };
  const { figures } = await measureTabLcp({ rounds: 2, late });
  expect(figures.map((figure) => judge(figure, goals))).toMatchObject([
    { metric: 'tab.lcp_ratio', pass: false, value: expect.any(Number) },
    { metric: 'tab.list_ratio', pass: false, value: expect.any(Number) },
  ]);
});
