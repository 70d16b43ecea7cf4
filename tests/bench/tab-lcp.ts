import react from '@vitejs/plugin-react';
import express from 'express';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { build } from 'vite';
import { compression } from 'vite-plugin-compression2';
import type { Desk } from '../../src/areas/concerns/contract.ts';
import { cast } from '../../src/local/cast.ts';
import { createHostPage } from '../../src/local/host/create-host-page.ts';
import type { Breakage } from './breakages.ts';
import type { Measured } from './figure.ts';
import { startMeasured } from './measured-process.ts';
import { median, medianInterval } from './statistics.ts';
import { startTabScene, type TabScene } from './tab-scene.ts';

export interface TabLcpOptions {
  /** Pairs that count; one more comes first. */
  readonly rounds?: number;
  readonly breakage?: Breakage;
}

/** Long enough after the last row for the browser to have said what its largest paint was. */
const restMs = 250;

/** Notes in each page and frame when its largest content was painted. */
const watch = () => {
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) document.documentElement.dataset['lcp'] = String(startTime);
  }).observe({ type: 'largest-contentful-paint', buffered: true });
};

/** Milliseconds from the frame's navigation to its largest paint, when the row is on the screen. */
async function largestPaint(page: Page, row: Locator, frame: () => Frame | undefined): Promise<number> {
  await row.waitFor();
  await page.waitForTimeout(restMs);
  const said = await frame()?.evaluate(() => document.documentElement.dataset['lcp']);
  if (said === undefined) throw new Error('the browser said nothing of a largest paint');
  return Number(said);
}

async function inNewProfile<T>(browser: Browser, visit: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
  try {
    const page = await context.newPage();
    await page.addInitScript(watch);
    return await visit(page);
  } finally {
    await context.close();
  }
}

const lanternPaint = ({ browser, hostOrigin }: TabScene, last: string) =>
  inNewProfile(browser, async (page) => {
    await page.goto(`${hostOrigin}/host?person=priya`);
    return largestPaint(page, page.frameLocator('#tab').getByText(last).first(), () => page.frames()[1]);
  });

const plainPaint = (browser: Browser, hostOrigin: string) =>
  inNewProfile(browser, async (page) => {
    await page.goto(`${hostOrigin}/host?person=priya`);
    return largestPaint(page, page.frameLocator('#tab').getByRole('row').nth(1), () => page.frames()[1]);
  });

/** The page that stands in for Teams, round the yardstick: a frame in it shares its process, and so does the tab. */
async function hostOf(lanternOrigin: string) {
  const host = express();
  const server = host.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const signIn = () => Promise.reject(new Error('the yardstick asks for no token'));
  const origins = { hostOrigin: () => origin, lanternOrigin: () => lanternOrigin };
  host.use(createHostPage({ people: cast, first: 'priya', signIn, ...origins, chats: () => [] }));
  return {
    origin,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Builds the yardstick's page as the tab is built. */
async function buildPlain(outDir: string): Promise<void> {
  const root = fileURLToPath(new URL('programs/plain-fluent', import.meta.url));
  await build({
    ...{ root, configFile: false, logLevel: 'error', mode: 'production' },
    plugins: [react(), compression({ include: /\.js$/, algorithms: ['brotliCompress'], threshold: 1024 })],
    build: { outDir, emptyOutDir: true, target: 'es2022' },
  });
}

/**
 * How long the desk takes to show its list, from a cold start, beside a plain page that shows the same list in Fluent's table,
 * both in the page that stands in for Teams.
 * Pairs in one run, so that a machine that slows down slows both.
 */
export async function measureTabLcp({ rounds = 9, breakage }: TabLcpOptions = {}): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-plain-'));
  const scene = await startTabScene({ breakage });
  try {
    const { concerns } = await scene.api<Desk>('/api/desk');
    const first = concerns?.items[0];
    if (!concerns || !first) throw new Error('the demonstration has no concern to show');
    const rows = join(folder, 'rows.json');
    writeFileSync(rows, JSON.stringify(concerns));
    await buildPlain(join(folder, 'built'));
    const plain = await startMeasured('plain-fluent', { args: [join(folder, 'built'), rows] });
    const host = await hostOf(plain.origin);
    try {
      const pairs: { readonly lantern: number; readonly plain: number }[] = [];
      for (let i = 0; i <= rounds; i++) {
        const lantern = await lanternPaint(scene, first.ref);
        pairs.push({ lantern, plain: await plainPaint(scene.browser, host.origin) });
      }
      const counted = pairs.slice(1);
      const ratios = counted.map((pair) => pair.lantern / pair.plain);
      const exact = (value: number) => Math.round(value * 100) / 100;
      const ms = (of: 'lantern' | 'plain') => Math.round(median(counted.map((pair) => pair[of])));
      return {
        figures: [
          {
            ...{ metric: 'tab.lcp_ratio', value: exact(median(ratios)), ratio: exact(median(ratios)) },
            unit: `times the yardstick’s largest paint (${ms('lantern')} ms)`,
            yardstick: `a plain Fluent page with the same list (${ms('plain')} ms)`,
          },
        ],
        rounds: { pairs, interval: medianInterval(ratios, 0.9) },
      };
    } finally {
      host.close();
      await plain.stop();
    }
  } finally {
    await scene.end();
    rmSync(folder, { recursive: true });
  }
}
