import type { Identity } from '../../access/types.ts';
import type { Result } from '../../perform/problem.ts';
import type { ReadJson } from '../../perform/types.ts';
import type { SchoolName } from '../people/contract.ts';
import { listProcedures } from './list-procedures.ts';
import { listBriefings, listBriefingsToRead, listPeopleForBriefings, listReceipts, readBriefing } from './views.ts';

const namesOf = (schools: readonly SchoolName[]) => JSON.stringify(schools.map(({ id, name }) => ({ id, name })));

/**
 * What one has to read, and what was sent for who looks after it, in one answer (`BriefingDesk`).
 * @param keeps whether this person looks after briefings: nobody else’s look at them is noted as refused
 */
export async function composeBriefings(
  schools: readonly SchoolName[],
  keeps: boolean,
  identity: Identity,
  read: ReadJson,
): Promise<Result<string>> {
  const toRead = await read(listBriefingsToRead, identity, {});
  if (!toRead.ok) return toRead;
  const sent = keeps ? await read(listBriefings, identity, {}) : undefined;
  if (sent && !sent.ok) return sent;
  const kept = sent ? `"sent":${sent.answer},` : '';
  return { ok: true, answer: `{"toRead":${toRead.answer},${kept}"schools":${namesOf(schools)}}` };
}

/** Who can be asked to read a briefing (`BriefingForm`). */
export async function composeBriefingForm(identity: Identity, read: ReadJson): Promise<Result<string>> {
  const people = await read(listPeopleForBriefings, identity, {});
  return people.ok ? { ok: true, answer: `{"people":${people.answer}}` } : people;
}

/** A briefing with who was asked to read it (`BriefingDetail`). */
export async function composeBriefing(identity: Identity, read: ReadJson, id: string): Promise<Result<string>> {
  const briefing = await read(readBriefing, identity, { id });
  if (!briefing.ok) return briefing;
  const receipts = await read(listReceipts, identity, { id });
  if (!receipts.ok) return receipts;
  return { ok: true, answer: `{"briefing":${briefing.answer},"receipts":${receipts.answer}}` };
}

/** The local procedures, with the names of the schools whose they are (`ProcedureDesk`). */
export async function composeProcedures(
  schools: readonly SchoolName[],
  identity: Identity,
  read: ReadJson,
): Promise<Result<string>> {
  const page = await read(listProcedures, identity, {});
  return page.ok ? { ok: true, answer: `{"page":${page.answer},"schools":${namesOf(schools)}}` } : page;
}
