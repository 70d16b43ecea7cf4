import {
  GraphUnreachable,
  type Batch,
  type BatchEnd,
  type Budget,
  type Graph,
  type GraphRequest,
} from '../ports/graph.ts';
import { batchBody, batchEnds } from './batch-body.ts';
import { graphOrigin } from './origin.ts';
import { createPatience, isFleeting, type Patience, type PatienceSettings } from './patience.ts';
import { resourceUnits } from './resource-units.ts';
import { untilRoom } from './until-room.ts';

export interface BatchSettings extends PatienceSettings {
  readonly graph: Graph;
  /** What each request is charged to before it leaves: Graph counts them one by one. */
  readonly budget: Budget;
}

/** https://learn.microsoft.com/graph/json-batching */
const most = 20;

/**
 * Whether a request may be sent again. A read always; a write only when it was certainly not carried out: throttled (429), or
 * not tried because another one failed (424).
 */
function mayGoAgain({ method }: GraphRequest, end: BatchEnd): boolean {
  const untouched = 'status' in end && (end.status === 429 || end.status === 424);
  return untouched || (method === 'GET' && isFleeting(end));
}

const unitsOf = ({ method, path }: GraphRequest): number =>
  resourceUnits(method, path.startsWith(graphOrigin) ? path : `${graphOrigin}${path}`);

/**
 * Asks several things in calls of at most twenty, and those again that were refused for the moment, after the longest wait
 * that one of them asks for. Every request has exactly one end, the last one: an answer, or that none came.
 * The batch throws TypeError for an address that is not Graph's.
 */
export function createBatch({ graph, budget, ...settings }: BatchSettings): Batch {
  async function send(requests: readonly GraphRequest[], patience: Patience): Promise<readonly BatchEnd[]> {
    const body = batchBody(requests);
    const units = requests.map(unitsOf);
    const total = units.reduce((sum, one) => sum + one, 0);
    const none = (error: unknown) => {
      if (error instanceof GraphUnreachable) return requests.map(() => error);
      throw error;
    };
    const nap = async (ms: number) => {
      if (!patience.left()) throw new GraphUnreachable('timeout');
      await patience.sleep(ms);
    };
    const room = await untilRoom(budget, total, nap, () => units.map((one) => budget.spend(one))).then(
      (answered) => ({ answered }),
      (error: unknown) => ({ late: none(error) }),
    );
    if ('late' in room) return room.late;
    const ends = await graph
      .call({ method: 'POST', path: '/$batch', body })
      .then((whole) => batchEnds(whole, requests.length))
      .catch(none);
    room.answered.forEach((tell, at) => {
      const end = ends[at];
      tell(end && 'status' in end ? end : undefined);
    });
    return ends;
  }

  return async (requests) => {
    const patience = createPatience(settings);
    const ends = new Map<GraphRequest, BatchEnd>();
    const places = requests.map((request) => ({ ...request }));
    let pending = places;
    for (let tries = 1; pending.length > 0; tries++) {
      for (let from = 0; from < pending.length; from += most) {
        const part = pending.slice(from, from + most);
        const found = await send(part, patience);
        part.forEach((request, at) => ends.set(request, found[at] ?? new GraphUnreachable('batch-incomplete')));
      }
      pending = pending.filter((request) => mayGoAgain(request, endOf(ends, request)));
      const wait = patience.pause(
        pending.map((request) => endOf(ends, request)),
        tries,
      );
      if (pending.length === 0 || wait === undefined) break;
      await patience.sleep(wait * 1_000);
    }
    return places.map((request) => endOf(ends, request));
  };
}

const endOf = (ends: ReadonlyMap<GraphRequest, BatchEnd>, request: GraphRequest): BatchEnd =>
  ends.get(request) ?? new GraphUnreachable('batch-incomplete');
