import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StaffConcernPage } from '../../src/areas/staff-concerns/contract.ts';
import { castMember } from '../../src/local/cast.ts';
import { openChat, readable, usual, type Chat } from '../support/chat.ts';
import { runDemonstration, type RunningDemonstration } from '../support/demonstration.ts';
import { until } from '../support/until.ts';

let lantern: RunningDemonstration;
let [daniel, grace]: Chat[] = [];

beforeAll(async () => {
  lantern = await runDemonstration({ withoutChats: true, settings: { LANTERN_LIMITS: 'on' } });
  const { origin } = lantern.shown.tenant;
  [daniel, grace] = await Promise.all([openChat(origin, 'daniel'), openChat(origin, 'grace')]);
  await Promise.all([daniel.install(), grace.install()]);
}, 120_000);
afterAll(async () => {
  await Promise.all([daniel?.close(), grace?.close()]);
  await lantern?.close();
});

interface Sent {
  /** What was answered: a receipt's reference, or else its status and what was said. */
  readonly ref: string;
  readonly took: number;
}
async function timed(send: () => Promise<string>): Promise<Sent> {
  const began = performance.now();
  const ref = await send();
  return { ref, took: performance.now() - began };
}

/** Sends the tab's form, as the tab does. */
const fromTab = (who: string, path: string, report: object) => () =>
  timed(async () => {
    const headers = {
      authorization: `Bearer ${lantern.shown.tenant.core.userToken(who)}`,
      'content-type': 'application/json',
    };
    const body = JSON.stringify({ form: randomBytes(16).toString('hex'), ...report });
    const answer = await fetch(`${lantern.shown.lanternOrigin}${path}`, { method: 'POST', headers, body });
    const { ref } = (await answer.json()) as { readonly ref?: string };
    return ref ?? `answered ${answer.status}`;
  });

/** Sends a card's form, which was asked for before. */
async function fromCard(chat: Chat, verb: 'report-concern' | 'report-staff-concern', report: object) {
  const form = await chat.say('report');
  if (verb === 'report-staff-concern') await chat.press(form, 'open-staff-report');
  return () =>
    timed(async () => {
      const { status, card, note } = await chat.press(form, verb, report);
      return /[CS]-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(readable(card))?.[0] ?? `answered ${status}: ${note}`;
    });
}

const ofChild = { ...usual, who: 'Ellie Marsden', words: 'She had no coat.' };
const ofAdult = { about: 'adult', who: 'Robbie Tait', words: 'He shouted.', when: 'just now' };
const times = <T>(count: number, make: () => T): readonly T[] => Array.from({ length: count }, make);
const median = (of: readonly Sent[]) => of.map(({ took }) => took).sort((a, b) => a - b)[Math.floor(of.length / 2)]!;

it('200 reports of one person through every door are all taken, each with a receipt and a row, no later than a neighbour’s, and flagged', async () => {
  const flood: Sent[] = [];
  const neighbours: Sent[] = [];
  for (let wave = 0; wave < 20; wave++) {
    const cards = await Promise.all([
      ...times(3, () => fromCard(daniel!, 'report-concern', ofChild)),
      ...times(2, () => fromCard(daniel!, 'report-staff-concern', ofAdult)),
    ]);
    const neighbour = [fromTab('zoe', '/api/reports', ofChild), await fromCard(grace!, 'report-concern', ofChild)];
    const tab = [
      ...times(3, () => fromTab('daniel', '/api/reports', ofChild)),
      ...times(2, () => fromTab('daniel', '/api/staff-reports', ofAdult)),
    ];
    // Acts take turns: the neighbours stand in the middle of the queue.
    const begin = (sends: readonly (() => Promise<Sent>)[], kept: Sent[]) =>
      sends.map(async (send) => kept.push(await send()));
    const on = [...begin(tab, flood), ...begin(neighbour, neighbours), ...begin(cards, flood)];
    await Promise.all(on);
  }

  const refs = flood.map(({ ref }) => ref);
  expect(refs.filter((ref) => !/^(C-\d{4}-\d{4}|S-[0-9A-Z]{4}-[0-9A-Z]{4})$/.test(ref))).toEqual([]);
  expect(new Set(refs).size).toBe(200);
  // All acts take turns, so a wave ends later for who sends most of it; whoever was made to wait would be out by far more.
  expect(median(flood)).toBeLessThan(3 * median(neighbours));
  expect(median(flood.slice(-50))).toBeLessThan(3 * median(neighbours.slice(-10)));

  const listed = (await lantern.concerns()).map(({ ref }) => ref);
  const matters = (await lantern.api<StaffConcernPage>('margaret', '/api/staff-concerns')).body.items;
  expect(refs.filter((ref) => ![...listed, ...matters.map((matter) => matter.ref)].includes(ref))).toEqual([]);
  expect(refs.filter((ref) => ref.startsWith('S-'))).toHaveLength(80);

  const isFiled = async () => {
    const rows = new Set((await lantern.rows('Concerns')).map(({ fields }) => fields['Ref']));
    return refs.every((ref) => ref.startsWith('S-') || rows.has(ref)) || undefined;
  };
  await until('every report about a child is a row in SharePoint', isFiled);

  const said = lantern
    .said()
    .split('\n')
    .filter((line) => line.includes('limits.'));
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('limits.many-reports');
  expect(said[0]).toContain(castMember('daniel').id);
});
