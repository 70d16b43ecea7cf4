import { createGraph } from '../../src/graph/client.ts';
import { untilRoom } from '../../src/graph/until-room.ts';
import { resourceUnits } from '../../src/graph/resource-units.ts';
import type { Effect } from '../../src/local/fault-effects.ts';
import type { Answer } from '../../src/local/graph/answer.ts';
import type { Budget, Graph } from '../../src/ports/graph.ts';
import type { Transport } from '../../src/ports/transport.ts';
import type { CallMade } from './history.ts';
import type { Run } from './run-of.ts';
import type { CallIn, TenantInProcess } from './tenant-in-process.ts';

/** Seconds after which a caller gives up. */
const patience = 45;

const networkFault = (code: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

const refused = (status: number, seconds?: number): Answer => ({
  status,
  ...(seconds !== undefined && { headers: { 'retry-after': String(seconds) } }),
  body: { error: { code: 'fault', message: 'on purpose' } },
});

const boundless: Budget = { wait: () => 0, spend: () => () => undefined, rest: () => undefined };

/** What is in an address, without what differs from one tenant to the next. */
const plain = (method: string, url: string) =>
  `${method} ${url
    .replace(/^.*?\/lists/, 'lists')
    .replace(/lists\/[^/?]+/, 'list')
    .replace(/\?.*$/, '')}`;

/** The real client over the tenant's own handlers: when a call arrives and when its answer comes is for the run to pick. */
export function graphInProcess(run: Run, tenantNumber: number, tenant: TenantInProcess, budget: Budget): Graph {
  const { pending, seconds, note } = run;

  async function underEffect(call: CallIn, effect: Effect | undefined): Promise<Answer> {
    switch (effect?.kind) {
      case 'unavailable':
        return refused(503, effect.retryAfterSeconds);
      case 'throttle':
        return refused(429, effect.retryAfterSeconds);
      case 'reset':
        throw networkFault('ECONNRESET');
      case 'lost-reply':
        tenant.carryOut(call);
        throw networkFault('ECONNRESET');
      case 'gateway-timeout':
        tenant.carryOut(call);
        return refused(504);
      case 'slow': {
        const early = effect.work === 'before' ? tenant.carryOut(call) : undefined;
        await pending.turn(`t${tenantNumber} slow`, Math.min(effect.ms / 1_000, patience));
        if (effect.ms / 1_000 < patience) return early ?? tenant.carryOut(call);
        throw networkFault('ETIMEDOUT');
      }
      default:
        return tenant.carryOut(call, effect);
    }
  }

  const transport: Transport = async (input, init) => {
    const { pathname, search } = new URL(input instanceof Request ? input.url : input);
    const url = `${pathname}${search}`;
    const method = init?.method ?? 'GET';
    const headers = Object.fromEntries(new Headers(init?.headers));
    const text = typeof init?.body === 'string' ? init.body : undefined;
    const call: CallIn = {
      appId: 'lantern',
      method,
      url,
      headers,
      body: text === undefined ? undefined : (JSON.parse(text) as unknown),
    };
    const what = `t${tenantNumber} ${plain(method, url)}`;
    const made: { -readonly [K in keyof CallMade]: CallMade[K] } = {
      ...{ tenant: tenantNumber, sentAt: seconds(), sent: note(`${what} sent`), units: tenant.units(call) },
      ...{ heard: undefined, heardAt: undefined, asked: undefined },
    };
    run.calls.push(made);
    await pending.turn(`${what} arrives`);
    const effect = tenant.faults.take(method, url);
    if (effect) note(`${what} ${effect.kind}`);
    try {
      const answer = await underEffect(call, effect);
      await pending.turn(`${what} answered ${answer.status}`);
      const asked = answer.status === 429 || answer.status === 503 ? answer.headers?.['retry-after'] : undefined;
      Object.assign(made, {
        heard: run.place(),
        heardAt: seconds(),
        asked: asked === undefined ? undefined : Number(asked),
      });
      const body = answer.body === undefined ? null : JSON.stringify(answer.body);
      return new Response(body, { status: answer.status, headers: { ...answer.headers } });
    } catch (error) {
      await pending.turn(`${what} has no answer`);
      throw error;
    }
  };
  const client = createGraph({ token: async () => 'token', transport, userAgent: 'Simulation', budget: boundless });

  return {
    // As the client's own budget handler does, but asleep on the run's clock.
    async call(request) {
      const url = request.path.startsWith('/') ? `https://graph.microsoft.com/v1.0${request.path}` : request.path;
      const units = resourceUnits(request.method, url);
      const nap = (ms: number) => pending.turn(`t${tenantNumber} waits for the budget`, ms / 1_000);
      const answered = await untilRoom(budget, units, nap, () => budget.spend(units));
      const answer = await client.call(request).catch((error: unknown) => {
        answered();
        throw error;
      });
      answered(answer);
      return answer;
    },
  };
}
