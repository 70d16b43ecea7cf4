import { setTimeout as sleep } from 'node:timers/promises';
import type { Identity } from '../access/types.ts';
import type { PlannedAnswer, RosterProgress } from '../areas/people/contract.ts';
import { importRoster as importBatch, mostAtOnce } from '../areas/people/import-roster.ts';
import type { RosterChange, RosterRecord } from '../areas/people/roster/roster-plan.ts';
import {
  compareContacts,
  compareRelationships,
  compareStaff,
  previewRoster,
  type PlannedRoster,
} from '../areas/people/roster-views.ts';
import { formFrom } from '../perform/digest.ts';
import type { Perform } from '../perform/perform.ts';
import { refuse, type Result } from '../perform/problem.ts';
import type { Read } from '../perform/read.ts';
import type { Clock } from '../ports/clock.ts';
import type { ReadyRoster } from './ready-roster.ts';

export interface ImportParts {
  readonly perform: Perform;
  readonly read: Read;
  readonly clock: Clock;
}

export interface ImportOrder {
  readonly roster: ReadyRoster;
  /** Id of the school in Lantern. */
  readonly school: string;
  /** False: only look. */
  readonly apply: boolean;
  /** A person has seen that many children would leave, and means it: so many of them, or all. */
  readonly confirmed: boolean | number;
  /** Ends it after the batch that is under way. */
  readonly signal?: AbortSignal;
}

/** Times that a plan is made anew because somebody changed a record meanwhile, or a batch could not be made durable. */
const attempts = 5;
const restMs = 200;

const batchesOf = (changes: readonly RosterChange[]) =>
  Array.from({ length: Math.ceil(changes.length / mostAtOnce) }, (_, n) =>
    changes.slice(n * mostAtOnce, (n + 1) * mostAtOnce),
  );

/**
 * Brings a roster in: plans what changes, and has `perform` do it batch by batch. Each batch is one act under a key made
 * of the roster and its number, and new records bear ids made of the roster's own, so that an import that broke off, or is
 * done twice, or twice at once, makes nobody twice.
 * @param tell told after each batch
 * @returns what was, or would be, done; a problem where one could not be done at all: what was done before it stays
 */
export async function importRoster(
  parts: ImportParts,
  identity: Identity,
  order: ImportOrder,
  tell: (progress: RosterProgress) => void = () => undefined,
): Promise<Result<PlannedAnswer>> {
  const { roster, school, confirmed } = order;
  const idOf = (record: RosterRecord, key: string) => formFrom(JSON.stringify([identity.tenant, school, record, key]));
  const answer = (state: PlannedAnswer['state'], { plan, kinds, samples }: PlannedRoster): Result<PlannedAnswer> => {
    const { counts, confirm } = plan;
    const faults = [...roster.faults, ...plan.faults];
    const shown = { state, format: roster.format, counts, kinds, faults, samples };
    return { ok: true, answer: { ...shown, ...(confirm && { confirm }) } };
  };

  let first: PlannedRoster | undefined;
  let done = 0;
  for (let attempt = 1; ; attempt++) {
    const planned = await planOf(parts, identity, { school, rows: roster.rows, idOf });
    if (!planned.ok) return planned;
    first ??= planned.answer;
    const { changes, confirm } = planned.answer.plan;
    if (confirm && confirmed !== true && confirm.leaving > Number(confirmed)) return answer('confirm', planned.answer);
    if (!order.apply) return answer('ready', first);
    const of = done + changes.length;
    let failure: Result<unknown> = { ok: true, answer: null };
    for (const [n, batch] of batchesOf(changes).entries()) {
      if (order.signal?.aborted) return refuse('busy');
      failure = await parts.perform(
        importBatch,
        identity,
        { school, changes: batch },
        formFrom(`${roster.digest}:${n}`),
      );
      if (!failure.ok) break;
      done += batch.length;
      tell({ done, of });
    }
    if (failure.ok) return answer('done', first);
    const again = failure.problem.code === 'changed-meanwhile' || failure.problem.code === 'busy';
    if (!again || attempt === attempts) return failure;
    await sleep(restMs * attempt);
  }
}

async function planOf(
  { read, clock }: ImportParts,
  identity: Identity,
  asked: Pick<Parameters<typeof previewRoster.values>[0], 'school' | 'rows' | 'idOf'>,
): Promise<Result<PlannedRoster>> {
  const of = { school: asked.school };
  const staff = await read(compareStaff, identity, of);
  if (!staff.ok) return staff;
  const contacts = await read(compareContacts, identity, of);
  if (!contacts.ok) return contacts;
  const relationships = await read(compareRelationships, identity, of);
  if (!relationships.ok) return relationships;
  const others = {
    staff: staff.answer.answer,
    contacts: contacts.answer.answer,
    relationships: relationships.answer.answer,
  };
  const planned = await read(previewRoster, identity, { ...asked, now: clock.now(), others });
  return planned.ok ? { ok: true, answer: planned.answer.answer } : planned;
}
