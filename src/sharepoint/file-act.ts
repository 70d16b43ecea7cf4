import type { Clock } from '../ports/clock.ts';
import { GraphUnreachable, type Graph, type GraphRequest } from '../ports/graph.ts';
import type { FilingPayload, RowPlace, Task } from '../ports/outbox.ts';
import type { RecordType } from '../records/define-record.ts';
import { callOf } from './filing-call.ts';
import { firstStep, nextStep, notLocated, unanswered, type Aim, type Ending, type Reply } from './filing-step.ts';
import type { Cell } from './merge.ts';
import { cellsOf, RowFault, toRow, type RowFields } from './rows.ts';
import type { ListAt, Sites } from './sites.ts';

export interface FilingParts {
  readonly graph: Graph;
  readonly sites: Sites;
  readonly types: ReadonlyMap<string, RecordType>;
  readonly clock: Clock;
}

/** How long an act of a newer Lantern is left to it. */
const newer = { kind: 'postpone', seconds: 15, free: true, alarm: true } as const;
/** A row that keeps changing under our hands is left for later rather than fought over. */
const mostCalls = 8;

/**
 * One attempt to bring an act into its row: asks Graph step by step until an ending is reached. Healthy, that is one call.
 * Whatever Graph does is an ending and never an exception.
 * @param place where the record's row was last seen
 * @param bar asked before each call: an ending keeps the call from being made
 */
export async function fileAct(
  parts: FilingParts,
  task: Task<FilingPayload>,
  place: RowPlace | undefined,
  bar: () => Ending | undefined,
): Promise<Ending> {
  const { payload } = task;
  const type = parts.types.get(payload.record);
  if (!type) return { kind: 'postpone', code: 'record-type-unknown', alarm: true };
  const made = makeRow(type, task);
  if (!made.ok) return made.ending;
  const barred = bar();
  if (barred) return barred;
  const list = await findList(parts, payload.school, type);
  if (!list.ok) return list.ending;

  const aim: Aim = {
    kind: payload.kind,
    id: payload.id,
    hasRef: payload.ref !== undefined,
    act: task.act,
    rev: payload.rev,
    attempts: task.attempts,
    cells: made.cells,
    settled: payload.settled === true,
    replayed: payload.replayed === true,
  };
  let step = firstStep(aim, place);
  for (let calls = 0; calls < mostCalls; calls++) {
    const barredNow = bar();
    if (barredNow) return barredNow;
    const reply = await ask(parts.graph, callOf(step, list.path, payload, made.row, made.cells));
    const next = nextStep(step, reply, aim, parts.clock.now());
    if (next.kind !== 'go') return next;
    step = next.step;
  }
  return { kind: 'postpone', code: 'row-restless' };
}

type Or<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly ending: Ending };

function makeRow(
  type: RecordType,
  task: Task<FilingPayload>,
): Or<{ readonly row: RowFields; readonly cells: readonly Cell[] }> {
  const { payload } = task;
  try {
    const cells = payload.kind === 'update' ? cellsOf(type, payload) : [];
    return { ok: true, row: toRow(type, payload, task.act), cells };
  } catch (error) {
    if (!(error instanceof RowFault)) throw error;
    const { code } = error;
    // Beside us a newer Lantern works, which knows the field: it files the act, or we do once we are as new.
    if (code === 'unknown-field') return { ok: false, ending: { ...newer, code } };
    return { ok: false, ending: { kind: 'stop', code } };
  }
}

async function findList(parts: FilingParts, school: string, list: ListAt): Promise<Or<{ readonly path: string }>> {
  try {
    const located = await parts.sites.locate(school, list);
    if (located.found) return { ok: true, path: located.path };
    return { ok: false, ending: notLocated(located.code, located.answer, parts.clock.now()) };
  } catch (error) {
    if (error instanceof GraphUnreachable) return { ok: false, ending: unanswered(error.code) };
    throw error;
  }
}

async function ask(graph: Graph, request: GraphRequest): Promise<Reply> {
  try {
    return await graph.call(request);
  } catch (error) {
    if (error instanceof GraphUnreachable) return { unreachable: error.code };
    throw error;
  }
}
