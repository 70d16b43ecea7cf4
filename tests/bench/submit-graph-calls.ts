import { setTimeout as sleep } from 'node:timers/promises';
import { castMember } from '../../src/local/cast.ts';
import type { LedgerEntry } from '../../src/local/ledger.ts';
import type { ConcernPage } from '../../src/areas/concerns/contract.ts';
import { openChat, openForms } from './chat.ts';
import type { Measured } from './figure.ts';
import { inScene } from './in-scene.ts';
import type { Scene } from './scene.ts';

export interface SubmitGraphCallsOptions {
  readonly submits?: number;
  /** One that runs already; it is left running. */
  readonly scene?: Scene;
}

const patienceMs = 60_000;

/** Calls that carry a record's key: in the address or in the body. */
const carries = (key: string) => (entry: LedgerEntry) =>
  entry.url.includes(key) || JSON.stringify(entry.body).includes(key);

function lead({ tenant, lantern }: Scene) {
  const headers = { authorization: `Bearer ${tenant.userToken(castMember('priya').key)}` };
  return async (path: string): Promise<unknown> => {
    const answer = await fetch(`${lantern.origin}${path}`, { headers });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return answer.json();
  };
}

/** All concerns, page after page: those of the demonstration's days may stand before today's. */
async function listed(ask: (path: string) => Promise<unknown>): Promise<ConcernPage['items']> {
  const items: ConcernPage['items'][number][] = [];
  for (let path: string | undefined = '/api/concerns'; path !== undefined;) {
    const page = (await ask(path)) as ConcernPage;
    items.push(...page.items);
    path = page.next === undefined ? undefined : `/api/concerns?before=${encodeURIComponent(page.next)}`;
  }
  return items;
}

/** The keys of concerns by their references, once SharePoint holds all of them. */
async function keysOf(refs: readonly string[], ask: (path: string) => Promise<unknown>): Promise<readonly string[]> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const filed = (await listed(ask)).filter((item) => refs.includes(item.ref) && item.filed === 'filed');
    if (filed.length === refs.length) return filed.map((item) => item.id);
    if (Date.now() > deadline) throw new Error(`only ${filed.length} of ${refs.length} concerns were filed`);
    await sleep(50);
  }
}

/** Reads from the local tenant's ledger what an act and a look cost at Microsoft Graph. */
export function measureGraphCalls({ submits = 20, scene: given }: SubmitGraphCallsOptions = {}): Promise<Measured> {
  return inScene(given, {}, async (scene) => {
    const chat = openChat(scene);
    const ask = lead(scene);
    const refs: string[] = [];
    for (const form of await openForms(chat, submits)) refs.push(await chat.submit(form));
    const keys = await keysOf(refs, ask);
    await scene.settled();

    const { ledger } = scene.tenant;
    const counts = keys.map((key) => ledger.entries().filter(carries(key)).length);
    const callsWhile = async (look: (n: number) => Promise<unknown>) => {
      const before = ledger.entries().at(-1)?.n;
      for (let n = 0; n < submits; n++) await look(n);
      return ledger.entries(before).length;
    };
    const listing = await callsWhile(() => ask('/api/concerns'));
    const opening = await callsWhile((n) => ask(`/api/concerns/${keys[n] ?? ''}`));
    const [least, most] = [Math.min(...counts), Math.max(...counts)];
    return {
      figures: [
        {
          ...{ metric: 'submit.graph_calls', value: most, range: [least, most], ratio: most },
          ...{ unit: 'calls carrying the concern’s key', yardstick: 'one call, the least that writes a row' },
        },
        ...[
          { metric: 'list.graph_calls', value: listing },
          { metric: 'open.graph_calls', value: opening },
        ].map((look) => ({ ...look, unit: `calls during ${submits} looks`, yardstick: 'none', ratio: null })),
      ],
      rounds: { submit: counts, list: listing, open: opening },
    };
  });
}
