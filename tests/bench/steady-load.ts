import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { concernPaths } from '../../src/areas/concerns/contract.ts';
import { deskPaths } from '../../src/areas/desk/contract.ts';

export interface SteadyLoad {
  /** Requests that came to an end so far. */
  readonly count: number;
  /** How each one failed that did. */
  readonly failed: readonly string[];
  /** References on the receipts of reports. */
  readonly receipts: readonly string[];
  end(): Promise<void>;
}

const thinkMs = 15;

/** People who look and report without pause, each over one connection that is kept alive; nobody tries again. */
export function startSteadyLoad(people: number, origin: string, tokenOf: (who: string) => string): SteadyLoad {
  const failed: string[] = [];
  const receipts: string[] = [];
  let count = 0;
  let ending = false;

  function ask(agent: Agent, method: string, path: string, who: string, body?: string) {
    return new Promise<{ status: number | undefined; said: string }>((resolve, reject) => {
      const headers = { authorization: `Bearer ${tokenOf(who)}`, 'content-type': 'application/json' };
      request(new URL(path, origin), { method, headers, agent }, (answer) => {
        text(answer).then((said) => resolve({ status: answer.statusCode, said }), reject);
      })
        .once('error', reject)
        .end(body);
    });
  }
  async function counted(what: string, asked: ReturnType<typeof ask>): Promise<string | undefined> {
    try {
      const { status, said } = await asked;
      if (status === 200) return said;
      failed.push(`${what}: ${status} ${said.slice(0, 120)}`);
    } catch (error) {
      failed.push(`${what}: ${error instanceof Error ? error.message : ''}`);
    } finally {
      count++;
    }
    return undefined;
  }
  async function live(n: number): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let turn = 0; !ending; turn++) {
      const words = `Seen by ${n} for the ${turn}th time.`;
      const report = { who: 'Ellie Marsden 7B', words, safeNow: 'yes', when: 'just now' };
      const body = JSON.stringify({ form: randomBytes(16).toString('hex'), ...report });
      const receipt = await counted('report', ask(agent, 'POST', concernPaths.reports, 'daniel', body));
      if (receipt !== undefined) receipts.push((JSON.parse(receipt) as { ref: string }).ref);
      for (const path of [deskPaths.person, concernPaths.concerns]) {
        await sleep(thinkMs);
        await counted('look', ask(agent, 'GET', path, 'priya'));
      }
    }
    agent.destroy();
  }
  const working = Promise.all(Array.from({ length: people }, (_, n) => live(n)));
  return {
    failed,
    receipts,
    get count() {
      return count;
    },
    async end() {
      ending = true;
      await working;
    },
  };
}
