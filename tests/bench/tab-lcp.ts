import react from '@vitejs/plugin-react';
import express from 'express';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { build } from 'vite';
import { compression } from 'vite-plugin-compression2';
import type { Desk } from '../../src/areas/concerns/contract.ts';
import { cast } from '../../src/local/cast.ts';
import { createHostPage } from '../../src/local/host/create-host-page.ts';
import type { Breakage } from './breakages.ts';
import type { Figure, Measured } from './figure.ts';
import { startMeasured } from './measured-process.ts';
import { median } from './statistics.ts';
import { startTabScene } from './tab-scene.ts';

export interface TabLcpOptions {
  /** Pairs that count; one more comes first. */
  readonly rounds?: number;
  readonly breakage?: Breakage;
  /** Has each of Lantern's answers at such an address come so much later, to see the figures notice. */
  readonly late?: { readonly url: string; readonly ms: number };
}

/** Long enough after the last row for the browser to have said what its largest paint was. */
const restMs = 250;

/** Milliseconds from a frame's navigation. */
interface Paints {
  /** To the largest paint. */
  readonly largest: number;
  /** To the frame after the first row of the list was there. */
  readonly list: number;
}

/** Notes in each page and frame when its largest content was painted, and when the list stood there. */
const watch = () => {
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) document.documentElement.dataset['largest'] = String(startTime);
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  const rows = new MutationObserver(() => {
    if (!document.querySelector('td, [role=cell]')) return;
    rows.disconnect();
    requestAnimationFrame((now) => (document.documentElement.dataset['list'] = String(now)));
  });
  rows.observe(document, { childList: true, subtree: true });
};

/** When the row is on the screen. */
async function paintsOf(page: Page, row: Locator): Promise<Paints> {
  await row.waitFor();
  await page.waitForTimeout(restMs);
  const { largest, list } = (await page.frames()[1]?.evaluate(() => ({ ...document.documentElement.dataset }))) ?? {};
  if (largest === undefined || list === undefined) throw new Error('the browser did not say when it painted');
  return { largest: Number(largest), list: Number(list) };
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

const paintsIn = (
  browser: Browser,
  hostOrigin: string,
  row: (tab: FrameLocator) => Locator,
  late?: TabLcpOptions['late'],
) =>
  inNewProfile(browser, async (page) => {
    if (late)
      await page.route(late.url, async (route) => {
        await page.waitForTimeout(late.ms);
        await route.continue();
      });
    await page.goto(`${hostOrigin}/host?person=priya`);
    return paintsOf(page, row(page.frameLocator('#tab')));
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
 * How long the desk takes to its largest paint and to its list, from a cold start, beside a plain page that shows the same list
 * in Fluent's table, both in the page that stands in for Teams.
 * Pairs in one run, so that a machine that slows down slows both.
 */
export async function measureTabLcp({ rounds = 15, breakage, late }: TabLcpOptions = {}): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-plain-'));
  const scene = await startTabScene({ breakage });
  const { browser } = scene;
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
      const pairs: Pair[] = [];
      for (let i = 0; i <= rounds; i++) {
        const lantern = await paintsIn(browser, scene.hostOrigin, (tab) => tab.getByText(first.ref).first(), late);
        pairs.push({ lantern, plain: await paintsIn(browser, host.origin, (tab) => tab.getByRole('row').nth(1)) });
      }
      const counted = pairs.slice(1);
      return {
        figures: [
          figureOf('tab.lcp_ratio', 'largest paint', counted, ({ largest }) => largest),
          figureOf('tab.list_ratio', 'first row', counted, ({ list }) => list),
        ],
        rounds: { pairs },
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

type Pair = { readonly lantern: Paints; readonly plain: Paints };

function figureOf(metric: string, what: string, pairs: readonly Pair[], of: (paints: Paints) => number): Figure {
  const ratios = pairs.map(({ lantern, plain }) => of(lantern) / of(plain));
  const ratio = Math.round(median(ratios) * 100) / 100;
  const ms = (side: keyof Pair) => Math.round(median(pairs.map((pair) => of(pair[side]))));
  return {
    ...{ metric, value: ratio, ratio },
    unit: `times the yardstick’s ${what} (${ms('lantern')} ms)`,
    yardstick: `a plain Fluent page with the same list (${ms('plain')} ms)`,
  };
}
