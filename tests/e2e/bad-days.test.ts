import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { FaultRequest } from '../../src/local/faults.ts';
import type { NumberedEntry } from '../../src/local/ledger.ts';
import {
  cardAbout,
  openChat,
  readable,
  refIn,
  sendReport,
  usual,
  type Chat,
  type Message,
  type Pressed,
} from '../support/chat.ts';
import { undocumentedIn } from '../contract/graph/undocumented.ts';
import { runDemonstration, type RunningDemonstration } from '../support/demonstration.ts';
import { until } from '../support/until.ts';

let lantern: RunningDemonstration;
let daniel: Chat;
let zoe: Chat;
let priya: Chat;

beforeAll(async () => {
  lantern = await runDemonstration({ withoutChats: true });
  const { origin } = lantern.shown.tenant;
  const open = (key: string) => openChat(origin, key);
  [daniel, zoe, priya] = await Promise.all([open('daniel'), open('zoe'), open('priya')]);
  await Promise.all([daniel.install(), zoe.install()]);
}, 120_000);
afterEach(() => breakGraph({ kind: 'none' }));
afterAll(async () => {
  await Promise.all([daniel?.close(), zoe?.close(), priya?.close()]);
  await lantern?.close();
});

/** Teams gives five seconds; whoever reports waits for none of them. */
const teamsLimitMs = 5_000;

function breakGraph(fault: FaultRequest): void {
  lantern.shown.tenant.core.faults.set(fault);
}

/** What Lantern asked of Graph since some call. */
const calls = (after: number): readonly NumberedEntry[] => lantern.shown.tenant.core.ledger.entries(after);
const lastCall = () => calls(0).at(-1)?.n ?? 0;
const stateOf = async (ref: string) => (await lantern.concerns()).find((concern) => concern.ref === ref);

/** Reports, and expects a receipt in time. @returns the reference */
async function acknowledged(chat: Chat, words: string): Promise<string> {
  const began = performance.now();
  const { card } = await sendReport(chat, { who: 'Phoebe Sandal', words });
  expect(performance.now() - began).toBeLessThan(teamsLimitMs);
  expect(readable(card)).toContain('Your report is received and safe');
  return refIn(card);
}

const rowsWith = async (words: string) =>
  (await lantern.rows('Concerns')).map(({ fields }) => fields).filter((fields) => fields['Words'] === words);

/** Waits until it is filed: then SharePoint holds one row of it, and as many versions of that row as there were acts. */
async function expectFiledOnce(ref: string, words: string, rev = 1): Promise<void> {
  const { id } = await lantern.filed(ref);
  const row = { RequestKey: id, Ref: ref, Rev: rev, _UIVersionString: `${rev}.0` };
  expect(await rowsWith(words)).toEqual([expect.objectContaining(row)]);
}

/** Waits until Graph has met Lantern with the fault that was set. */
const untilMet = (after: number, status: number | null) =>
  until('a call under the fault', () => calls(after).find((call) => call.status === status));

it('when the lead on duty has no chat with Lantern yet, the alert waits and comes when they open it', async () => {
  const ref = await acknowledged(daniel, 'Nobody had opened the chat yet.');
  await until('a line that says so', () => (lantern.said().includes('deliver.unreachable') ? true : undefined));
  expect(priya.messages).toEqual([]);
  await priya.install();
  const alert = await cardAbout(priya, ref);
  expect(readable(alert.card)).toContain('Urgent today');
  expect(readable(priya.messages[0]?.card)).toContain('Welcome to Lantern');
});

describe('while Graph answers 503', () => {
  it('a report is acknowledged, alerted, listed and taken as ever; once Graph is back each act is filed once', async () => {
    const before = lastCall();
    breakGraph({ kind: 'unavailable', retryAfterSeconds: 1 });
    const words = [1, 2, 3].map((n) => `Report ${n} on the day SharePoint was away.`);
    const refs: string[] = [];
    for (const each of words) refs.push(await acknowledged(daniel, each));
    const taken = await priya.press(await cardAbout(priya, refs[0]!), 'take-concern');
    expect(readable(taken.card)).toContain('Taken by Priya Raman');
    await until('four refusals', () =>
      calls(before)
        .filter(({ status }) => status === 503)
        .at(3),
    );
    expect(await stateOf(refs[0]!)).toMatchObject({ status: 'acknowledged', filed: 'received' });
    for (const ref of refs) expect((await stateOf(ref))?.filed).toBe('received');

    breakGraph({ kind: 'none' });
    for (const [i, ref] of refs.entries()) await expectFiledOnce(ref, words[i]!, i === 0 ? 2 : 1);
  });
});

describe('when Graph does the work and its answer is lost', () => {
  it.each(['POST', 'PATCH'] as const)('a %s is not done twice', async (method) => {
    const before = lastCall();
    const words = `The reply to a ${method} never came.`;
    breakGraph({ kind: 'lost-reply', count: 3, methods: [method] });
    const ref = await acknowledged(daniel, words);
    if (method === 'PATCH') await lantern.filed(ref);
    await priya.press(await cardAbout(priya, ref), 'take-concern');
    await expectFiledOnce(ref, words, 2);
    const lost = calls(before).filter((call) => call.method === method && call.status === null);
    expect(lost.length).toBeGreaterThan(0);
  });
});

describe('killed as by a power cut', () => {
  const methods: ('POST' | 'PATCH')[] = ['POST', 'PATCH'];

  it.each<[string, FaultRequest, rowsThere: number]>([
    ['before SharePoint would listen', { kind: 'unavailable', methods }, 0],
    ['when SharePoint had been asked and had not begun', { kind: 'slow', ms: 600_000, work: 'after', methods }, 0],
    ['when SharePoint had done it and not yet said so', { kind: 'slow', ms: 600_000, work: 'before', methods }, 1],
  ])('%s: the report is there after the start, filed once, and the lead is told', async (when, fault, rowsThere) => {
    const before = lastCall();
    const words = `Killed ${when}.`;
    breakGraph(fault);
    const ref = await acknowledged(daniel, words);
    if (fault.kind === 'unavailable') await untilMet(before, 503);
    await until('the row, if any', async () => (await rowsWith(words)).length === rowsThere || undefined);
    // Dead before Graph is well again: what is filed now was filed by the next Lantern.
    await lantern.shown.lantern.kill();
    breakGraph({ kind: 'none' });
    expect(await rowsWith(words)).toHaveLength(rowsThere);

    await lantern.restart('kill');
    await expectFiledOnce(ref, words);
    await cardAbout(priya, ref);
    expect((await lantern.reports('daniel')).map((report) => report.ref)).toContain(ref);
  });

  it('again and again in the midst of reports: none that was acknowledged is lost, none is there twice', async () => {
    const sent: { readonly words: string; readonly pressed: Pressed }[] = [];
    let unanswered = 0;
    for (let kill = 1; kill <= 5; kill++) {
      const forms = await Promise.all([daniel, zoe, daniel, zoe, daniel, zoe].map(oneForm));
      const textOf = (at: number) => `Power cut ${kill}, report ${at}.`;
      const press = async ({ chat, form }: Form, at: number) => {
        const filled = { ...usual, who: 'Toby Hartnell', words: textOf(at) };
        return chat.press(form, 'report-concern', filled);
      };
      breakGraph({ kind: 'slow', ms: 50 * kill, work: kill % 2 === 0 ? 'before' : 'after' });
      const pressing = forms.map(press);
      // Some have their receipt; the others are somewhere between the button and the answer.
      await pressing[kill];
      await lantern.restart('kill');
      for (const [at, form] of forms.entries()) {
        const first = await pressing[at]!;
        if (!first.card) unanswered++;
        // Whoever got no receipt still has the form, and presses again.
        sent.push({ words: textOf(at), pressed: first.card ? first : await press(form, at) });
      }
    }
    breakGraph({ kind: 'none' });
    expect(unanswered).toBeGreaterThan(0);
    expect(new Set(sent.map(({ pressed }) => refIn(pressed.card))).size).toBe(sent.length);
    for (const { words, pressed } of sent) {
      await expectFiledOnce(refIn(pressed.card), words);
      await cardAbout(priya, refIn(pressed.card));
    }
  });
});

interface Form {
  readonly chat: Chat;
  readonly form: Message;
}
/** Its own copy of the message: what a press brings back must not take the form away from a second press. */
const oneForm = async (chat: Chat): Promise<Form> => ({ chat, form: { ...(await chat.say('report')) } });

describe('a Lantern that must not run does not start, and says why and what to do', () => {
  it.each([
    [
      'on a folder that another one uses',
      { LANTERN_PORT: '0' },
      /Another Lantern is using .+Stop it first, or give this one a folder/,
    ],
    [
      'as a demonstration in production',
      { LANTERN_PORT: '0', NODE_ENV: 'production' },
      /local mode is a demonstration/,
    ],
  ])('%s', async (_which, settings, why) => {
    const { code, said } = await lantern.runAnother(settings);
    expect(code).toBe(1);
    expect(said).toMatch(why);
    expect(said).not.toContain('    at ');
  });
});

it('after all that, every concern has one row and no lane has stopped; the log names nobody and repeats no word', async () => {
  const concerns = await Promise.all((await lantern.concerns()).map(({ ref }) => lantern.filed(ref)));
  const keys = (await lantern.rows('Concerns')).map(({ fields }) => fields['RequestKey']);
  expect(keys.sort()).toEqual(concerns.map(({ id }) => id).sort());
  expect(lantern.said()).toContain('filing.postponed');
  expect(lantern.said()).not.toContain('filing.stopped');
  expect(lantern.said()).not.toMatch(
    /Phoebe|Sandal|Toby|Hartnell|Daniel|Zoe|Priya|Power cut|Killed|SharePoint was away|eyJ/,
  );
});

it('in all that time Graph was asked nothing that Microsoft’s pages do not show', () => {
  const made = lantern.ledger();
  const kinds = new Set(made.map(({ method }) => method));
  expect([...kinds].sort()).toEqual(['GET', 'PATCH', 'POST']);
  expect(made.length).toBeGreaterThan(100);
  expect(undocumentedIn(made)).toEqual([]);
});
