import type { ConcernDetail, ConcernPage } from '../../src/areas/concerns/contract.ts';
import type { FrameLocator } from 'playwright-core';
import type { Measured } from './figure.ts';
import { startTabScene } from './tab-scene.ts';

/** The quick way to file an everyday observation, button by button. */
const quick = ['File as low-level', 'No further action'];
/** Longer than a press could take to do its work. */
const patienceMs = 5_000;

async function filed(tab: FrameLocator): Promise<boolean> {
  const said = tab.getByText('Filed as low-level.').first();
  return said.waitFor({ timeout: patienceMs }).then(
    () => true,
    () => false,
  );
}

/**
 * Counts the presses, as the browser sees them, between a concern's opening and its being filed.
 * @param wayThrough the buttons that a person presses; the quick way when absent
 */
export async function measureTriageTaps(wayThrough: readonly string[] = quick): Promise<Measured> {
  const scene = await startTabScene();
  try {
    const { items } = await scene.api<ConcernPage>('/api/concerns?show=waiting&urgency=routine');
    const more = await scene.api<ConcernPage>('/api/concerns?show=waiting&urgency=within-24h');
    let able: ConcernDetail | undefined;
    for (const { id } of [...items, ...more.items]) {
      const concern = await scene.api<ConcernDetail>(`/api/concerns/${id}`);
      able ??= concern.abilities.fileLowLevel ? concern : undefined;
    }
    if (!able) throw new Error('no concern of the demonstration can be filed as low-level');
    const { page, tab } = await scene.open(able.id);
    await tab.getByRole('button', { name: 'File as low-level' }).waitFor();
    const frame = page.frames()[1];
    await frame?.evaluate(() => {
      document.body.dataset['presses'] = '0';
      document.addEventListener(
        'click',
        () => (document.body.dataset['presses'] = String(Number(document.body.dataset['presses']) + 1)),
        true,
      );
    });
    for (const name of wayThrough) await tab.getByRole('button', { name, exact: true }).click();
    const done = await filed(tab);
    const status = (await scene.api<ConcernDetail>(`/api/concerns/${able.id}`)).status;
    const presses = Number(await frame?.evaluate(() => document.body.dataset['presses']));
    const why = done && status === 'closed' ? undefined : 'the concern was not filed';
    return {
      figures: [
        {
          ...{ metric: 'triage.taps', value: presses, unit: 'presses to file a concern that is open' },
          ...{ yardstick: null, ratio: null, ...(why !== undefined && { why }) },
        },
      ],
      rounds: wayThrough,
    };
  } finally {
    await scene.end();
  }
}
