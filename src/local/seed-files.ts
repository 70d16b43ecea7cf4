import type { Identity } from '../access/types.ts';
import { reportConcern } from '../areas/concerns/report-concern.ts';
import { document } from '../areas/files/record.ts';
import { createFileDoor } from '../intake/create-file-door.ts';
import type { Spool } from '../intake/create-spool.ts';
import type { PerformParts } from '../perform/perform.ts';
import type { Result } from '../perform/problem.ts';
import { createRead } from '../perform/read.ts';
import type { Clock } from '../ports/clock.ts';
import { castMember, demo } from './cast.ts';
import { schoolMoment } from './clock/school-moment.ts';
import { performAt } from './perform-at.ts';
import { seedForm } from './seed-form.ts';
import { pastFiles, type PastFile } from './trust/past-files.ts';
import { smallPast } from './trust/small-past.ts';

export interface SeedFilesParts extends PerformParts {
  readonly spool: Spool;
  /** Whether files are scanned before anybody may open them. */
  readonly scans: boolean;
  /** The machine's. */
  readonly machine: Clock;
}

/**
 * Adds the files of the demonstration's past to concerns that are there already, by the door that a person's upload takes.
 * Lantern's worker brings them into the library. Called again it finds each of them done.
 */
export async function seedFiles(parts: SeedFilesParts): Promise<void> {
  for (const file of pastFiles) await add(parts, file);
}

async function add(parts: SeedFilesParts, { told: key, by, at, name, facts, bytes }: PastFile): Promise<void> {
  const who = identityOf(by);
  const perform = performAt(parts, at);
  const door = createFileDoor({
    ...{ spool: parts.spool, perform, scans: parts.scans, clock: parts.machine },
    read: createRead({ ...parts, clock: { now: () => schoolMoment(at) } }),
    files: { download: async () => ({ ok: false, reason: 'gone' }) },
    isDocument: async (tenant, id) => (await parts.store.record(tenant, document, id)) !== undefined,
  });
  const concern = await concernOf(parts, key);
  const content = await bytes();
  const form = seedForm(`file-${key}-${name}`);
  const { id, arrived } = must(await door.begin(who, concern, { form, name, size: content.length }));
  if (await parts.store.record(demo.tenantId, document, id)) {
    // It lies in the library already, and has just been begun once more; or it waits here to be filed.
    if (arrived === 0) await parts.spool.remove(id);
    return;
  }
  const range = `bytes 0-${content.length - 1}/${content.length}`;
  must(await door.receive(who, id, { range, bytes: content }));
  must(await door.finish(who, id, { ...facts, form }));
}

/** The same report again is answered with the concern that it made. */
async function concernOf(parts: PerformParts, key: string): Promise<string> {
  const told = smallPast.find((one) => one.key === key);
  if (!told) throw new Error(`nothing was told as ${key}`);
  const { at, reporter, who, words, safeNow, when } = told;
  const report = { who, words, safeNow, when };
  return must(await performAt(parts, at)(reportConcern, identityOf(reporter), report, seedForm(key))).concern;
}

function identityOf(key: string): Identity {
  const { id, name } = castMember(key);
  return { tenant: demo.tenantId, person: id, name, door: 'command' };
}

function must<O>(result: Result<O>): O {
  if (result.ok) return result.answer;
  throw new Error(`the demonstration’s files could not be made: ${result.problem.code}`);
}
