import { createBudget } from '../../src/graph/budget.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Budget, Graph, GraphRequest } from '../../src/ports/graph.ts';
import type { FilingQueue } from '../../src/ports/outbox.ts';

/** What the filing worker is given; a breakage changes some of it. */
export interface FilingWorld {
  readonly graph: Graph;
  readonly budget: Budget;
  readonly queue: FilingQueue;
  readonly clock: Clock;
}

type Change = (world: FilingWorld) => FilingWorld;

const sending =
  (change: (request: GraphRequest, inner: Graph) => GraphRequest): Change =>
  (world) => ({ ...world, graph: { call: (request) => world.graph.call(change(request, world.graph)) } });

const isWrite = ({ method }: GraphRequest) => method === 'POST' || method === 'PATCH';

/** Ways to break the filing, each of them what somebody might do in good faith. */
export const filingBreakages = {
  /** A ceiling read from the wrong line of Microsoft's table. */
  'greedy-budget': (world) => ({ ...world, budget: createBudget({ licences: 50_000, clock: world.clock }) }),

  /** "Better safe": half of what SharePoint allows. */
  'timid-budget': (world) => ({
    ...world,
    budget: { ...world.budget, wait: (units) => world.budget.wait(2 * units + 625) },
  }),

  /** The refused lane waits as it was asked to; the others go on. */
  'deaf-budget': (world) => ({
    ...world,
    budget: { ...world.budget, rest: () => undefined, spend: (units) => () => world.budget.spend(units)() },
  }),

  /** "Just to be sure": each row is read again after it was written. */
  'look-after-write': (world) => ({
    ...world,
    graph: {
      async call(request) {
        const answer = await world.graph.call(request);
        const { id } = (answer.body ?? {}) as { id?: string };
        const path = request.method === 'POST' ? `${request.path}/${id ?? ''}` : request.path;
        if (isWrite(request) && answer.status < 300) await world.graph.call({ method: 'GET', path });
        return answer;
      },
    },
  }),

  /** The last write wins. */
  'no-if-match': sending(({ headers: { 'If-Match': _seen, ...headers } = {}, ...request }) => ({
    ...request,
    headers,
  })),

  /** Each attempt at a row is a request of its own and gets a key of its own. */
  'key-for-each-attempt': (world) => {
    let attempts = 0;
    const fresh = (request: GraphRequest): GraphRequest => {
      const { fields } = (request.body ?? {}) as { fields?: Readonly<Record<string, unknown>> };
      if (request.method !== 'POST' || !fields) return request;
      const own = (name: string) => `${String(fields[name])}-${attempts}`;
      attempts++;
      return { ...request, body: { fields: { ...fields, RequestKey: own('RequestKey'), Ref: own('Ref') } } };
    };
    return sending(fresh)(world);
  },

  /** What could not be filed is taken off the queue: somebody will notice. */
  'gives-up': (world) => ({
    ...world,
    queue: {
      ...world.queue,
      postpone: async (task, seconds, code, free) =>
        task.attempts > 0 ? world.queue.confirm(task, { itemId: '' }) : world.queue.postpone(task, seconds, code, free),
    },
  }),

  /** A call that brought no answer has surely arrived. */
  'takes-silence-for-success': (world) => ({
    ...world,
    queue: {
      ...world.queue,
      postpone: async (task, seconds, code, free) =>
        code.startsWith('http-5') || code === 'timeout' || code.startsWith('ECONN') || code.startsWith('UND_')
          ? world.queue.confirm(task, { itemId: '' })
          : world.queue.postpone(task, seconds, code, free),
    },
  }),
} as const satisfies Readonly<Record<string, Change>>;

export type FilingBreakage = keyof typeof filingBreakages;

/** The worker's world, as it is or broken. */
export const brokenBy = (world: FilingWorld, breakage: FilingBreakage | undefined): FilingWorld =>
  breakage === undefined ? world : filingBreakages[breakage](world);
