import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Identity } from '../access/types.ts';
import type { RosterAnswer, RosterProgress } from '../areas/people/contract.ts';
import { importRoster as importBatch, mostAtOnce } from '../areas/people/import-roster.ts';
import { formatNames, readRoster } from '../areas/people/roster/read-roster.ts';
import { rosterOfSchool } from '../areas/people/roster/roster-of-school.ts';
import type { RosterChange, RosterRecord } from '../areas/people/roster/roster-plan.ts';
import type { RosterFault, RosterFile } from '../areas/people/roster/rows.ts';
import {
  compareContacts,
  compareRelationships,
  compareStaff,
  previewRoster,
  type PlannedRoster,
} from '../areas/people/roster-views.ts';
import type { Perform } from '../perform/perform.ts';
import type { Result } from '../perform/problem.ts';
import type { Read } from '../perform/read.ts';
import type { Clock } from '../ports/clock.ts';

export interface ImportParts {
  readonly perform: Perform;
  readonly read: Read;
  readonly clock: Clock;
}

export interface ImportOrder {
  readonly files: readonly RosterFile[];
  readonly school: { readonly id: string; readonly name: string };
  /** The school's id in the files, where a person has said which. */
  readonly org?: string | undefined;
  /** False: only look. */
  readonly apply: boolean;
  /** A person has seen that many children would leave, and means it. */
  readonly confirmed: boolean;
}

/** Times that a plan is made anew because somebody changed a record meanwhile, or a batch could not be made durable. */
const attempts = 5;
const restMs = 200;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);

function digestOf(files: readonly RosterFile[]): string {
  const hash = createHash('sha256');
  for (const { name, bytes } of files.toSorted((one, other) => (one.name < other.name ? -1 : 1)))
    hash.update(`${name}:${bytes.length}:`).update(bytes);
  return hash.digest('hex');
}

const batchesOf = (changes: readonly RosterChange[]) =>
  Array.from({ length: Math.ceil(changes.length / mostAtOnce) }, (_, n) =>
    changes.slice(n * mostAtOnce, (n + 1) * mostAtOnce),
  );

/**
 * Brings a roster in: reads it, plans what changes, and has `perform` do it batch by batch. Each batch is one act under a key made
 * of the files and its number, and new records bear ids made of the roster's own, so that an import that broke off, or is
 * done twice, or twice at once, makes nobody twice.
 * @param tell told after each batch
 * @returns what was, or would be, done; a problem where one could not be done at all: what was done before it stays
 */
export async function importRoster(
  parts: ImportParts,
  identity: Identity,
  order: ImportOrder,
  tell: (progress: RosterProgress) => void = () => undefined,
): Promise<Result<RosterAnswer>> {
  const read = readRoster(order.files);
  if (!read.ok) return unreadable(read.why);
  const picked = rosterOfSchool(read.roster, order.school.name, order.org);
  if (!picked.ok) return unreadable(picked.why);
  const idOf = (record: RosterRecord, key: string) =>
    sha256(JSON.stringify([identity.tenant, order.school.id, record, key]));
  const { id: school } = order.school;
  const answer = (state: 'ready' | 'confirm' | 'done', { plan, samples }: PlannedRoster): Result<RosterAnswer> => {
    const { counts, confirm } = plan;
    const faults: readonly RosterFault[] = [...read.roster.faults, ...plan.faults];
    const shown = { state, format: formatNames[read.format], counts, faults, samples };
    return { ok: true, answer: { ...shown, ...(confirm && { confirm }) } };
  };

  let first: PlannedRoster | undefined;
  let done = 0;
  for (let attempt = 1; ; attempt++) {
    const planned = await planOf(parts, identity, { school, rows: picked.rows, idOf });
    if (!planned.ok) return planned;
    first ??= planned.answer;
    const { changes, confirm } = planned.answer.plan;
    if (confirm && !order.confirmed) return answer('confirm', first);
    if (!order.apply) return answer('ready', first);
    const of = done + changes.length;
    const digest = digestOf(order.files);
    let failure: Result<unknown> = { ok: true, answer: null };
    for (const [n, batch] of batchesOf(changes).entries()) {
      failure = await parts.perform(importBatch, identity, { school, changes: batch }, sha256(`${digest}:${n}`));
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

const unreadable = (why: string): Result<RosterAnswer> => ({ ok: true, answer: { state: 'unreadable', why } });

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
