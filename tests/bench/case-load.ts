import { createHash } from 'node:crypto';
import { concern } from '../../src/areas/concerns/record.ts';
import type { JournalEntry } from '../../src/journal/entry.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Commit } from '../../src/perform/store.ts';
import type { RecordPatch } from '../../src/records/patch.ts';
import { school, tenant } from '../support/kernel.ts';
import type { Act } from './judge-rows.ts';

const person = '6b1c7a1e-1111-4111-8111-000000000001';
/** Cases that are worked on at the same time, and acts on one of them at most: SharePoint keeps 50 versions of a row. */
const open = 200;
const mostActs = 8;

const hex = (text: string) => createHash('sha256').update(text).digest('hex');

/** Acts on many cases at once, each with what the store commits of it. */
export interface CaseLoad {
  next(): { readonly act: Act; readonly commit: Commit };
}

/** @param chance from 0 up to 1; the same draws make the same acts */
export function caseLoad(seed: number, chance: () => number, clock: Clock): CaseLoad {
  let cases = 0;
  const revs = new Map<string, number>();

  function pick(): string {
    const ids = [...revs.keys()];
    const known = ids[Math.floor(chance() * ids.length)];
    if (known !== undefined && ids.length >= open / 10 && (ids.length >= open || chance() > 0.3)) return known;
    return hex(`case ${seed} ${++cases}`).slice(0, 32);
  }

  function patchOf(id: string, rev: number, words: string): RecordPatch {
    const now = clock.now();
    if (rev > 1) {
      const values = { status: 'acknowledged', childName: words, takenAt: now };
      return { kind: 'update', type: concern, id, rev: rev - 1, values };
    }
    const values = {
      ...{ status: 'submitted', urgency: 'urgent-today', source: 'staff-observation', childState: 'unresolved' },
      ...{ childAsTyped: 'Mia', words, childName: words, safeNow: 'not-sure', whenAsTyped: 'just now' },
      ...{ reportedAt: now, reporterId: person, reporterName: 'Daniel Osei', reporterRecognised: true },
    };
    return { kind: 'create', type: concern, id, school, ref: `C-2026-${String(cases).padStart(6, '0')}`, values };
  }

  return {
    next() {
      const record = pick();
      const rev = (revs.get(record) ?? 0) + 1;
      if (rev < mostActs && (rev === 1 || chance() < 0.9)) revs.set(record, rev);
      else revs.delete(record);
      const act = hex(`act ${record} ${rev}`).slice(0, 32);
      const words = `Words of ${act}`;
      const patch = patchOf(record, rev, words);
      const entry: JournalEntry = {
        ...{ tenant, at: clock.now(), actor: person, act: 'report-concern', verb: 'create', about: 'concern' },
        ...{ subjects: [record], outcome: 'done', fields: Object.keys(patch.values), digest: hex(words) },
      };
      const commit: Commit = {
        ...{ key: { tenant, person, form: act, digest: entry.digest }, act, actorName: 'Daniel Osei', lane: record },
        ...{ basis: { records: [], counters: [], seen: [] }, put: [patch], effects: [], entry, answer: '{}' },
      };
      return { act: { act, record, rev, words }, commit };
    },
  };
}
