import { setupIdentity } from '../../src/access/actor.ts';
import type { Identity } from '../../src/access/types.ts';
import { reportConcern } from '../../src/areas/concerns/report-concern.ts';
import { readConcern } from '../../src/areas/concerns/views.ts';
import type { JournalFilter, JournalLine, JournalPage } from '../../src/areas/journal/contract.ts';
import { setUpSchool } from '../../src/areas/people/set-up-school.ts';
import { journalFactsOf } from '../../src/compose/open-journal-desk.ts';
import type { JournalEntry } from '../../src/journal/entry.ts';
import { createJournalDesk } from '../../src/journal-desk/journal-desk.ts';
import { createPageMarks } from '../../src/journal-desk/page-mark.ts';
import { createJournalReader } from '../../src/store/sqlite/journal-reader.ts';
import { newForm, people, schoolOfTests, school, startKernel, tenant } from './kernel.ts';
import { recordedLog } from './recorded-log.ts';

const somebody = (n: number, name: string): Identity => ({
  tenant,
  person: `6b1c7a1e-1111-4111-8111-0000000000${n}`,
  name,
  door: 'tab',
});

export const otherSchool = 'brackenfold';
/** Margaret is head at Harrowmere, Ada its auditor; Bella leads at Brackenfold, where Beth teaches; Una leads at both. */
export const readers = {
  margaret: somebody(20, 'Margaret Ashworth'),
  ada: somebody(21, 'Ada Byrne'),
  bella: somebody(22, 'Bella Kerr'),
  beth: somebody(23, 'Beth Amadi'),
  una: somebody(24, 'Una Field'),
} as const;

const staffOf = (...who: readonly Identity[]) => who.map(({ person: personId, name }) => ({ personId, name }));
const rolesOf = (role: 'dsl' | 'head' | 'auditor', ...who: readonly Identity[]) =>
  who.map(({ person: personId, name: personName }) => ({ personId, personName, role }));

/** The journal's desk on a real store with two schools, without doors. */
export async function startJournalDesk() {
  let clock = Date.parse('2026-12-10T08:00:00.000Z');
  const kernel = await startKernel({
    otherSchools: [otherSchool],
    now: () => new Date((clock += 1_000)).toISOString(),
  });
  const { margaret, ada, bella, beth, una } = readers;
  const { pupils, duty } = schoolOfTests;
  const joining = [
    {
      ...{ school, pupils: [], staff: staffOf(margaret, ada, una), duty },
      roles: [...rolesOf('head', margaret), ...rolesOf('auditor', ada), ...rolesOf('dsl', una)],
    },
    { school: otherSchool, pupils, staff: staffOf(bella, beth, una), roles: rolesOf('dsl', bella, una), duty },
  ];
  for (const one of joining) {
    const made = await kernel.perform(setUpSchool, setupIdentity(tenant), one, newForm());
    if (!made.ok) throw new Error(made.problem.code);
  }
  const { log, lines: logged } = recordedLog();
  const reader = createJournalReader(kernel.database.sqlite);
  const desk = createJournalDesk({
    ...kernel,
    ...journalFactsOf(tenant),
    ...{ tenant, firstSchool: school, reader, log, marks: createPageMarks(Buffer.alloc(32, 7)) },
  });
  const note = (over: Partial<JournalEntry>) =>
    kernel.store.journal({
      ...{ tenant, at: kernel.clock.now(), actor: people.tom.person, act: 'read-concern', verb: 'read' },
      ...{ about: 'concern', subjects: [], outcome: 'shown', fields: [], digest: '', ...over },
    });
  return {
    ...{ kernel, desk, logged, note, reader },
    /** The page that somebody gets, or why not. */
    async page(who: Identity, asked: JournalFilter & { before?: string } = {}): Promise<JournalPage> {
      const result = await desk.page(who, asked);
      if (!result.ok) throw new Error(result.problem.code);
      return result.answer;
    },
    async lines(who: Identity, asked: JournalFilter = {}): Promise<readonly JournalLine[]> {
      const lines: JournalLine[] = [];
      for (let before: string | undefined; ;) {
        const page = await this.page(who, { ...asked, ...(before !== undefined && { before }) });
        lines.push(...page.lines);
        before = page.next;
        if (before === undefined) return lines;
      }
    },
    async told(who: Identity, asked: JournalFilter = {}): Promise<readonly string[]> {
      return (await this.lines(who, asked)).map((line) => `${line.who} ${line.did}`);
    },
    async report(who: Identity): Promise<{ readonly id: string; readonly ref: string }> {
      const typed = { who: 'Ellie Marsden', words: 'She had no coat.', safeNow: 'yes', when: 'just now' };
      const made = await kernel.perform(reportConcern, who, typed, newForm());
      if (!made.ok) throw new Error(made.problem.code);
      return { id: made.answer.concern, ref: made.answer.ref };
    },
    look: (who: Identity, id: string) => kernel.read(readConcern, who, { id }),
    close: () => kernel.close(),
  };
}
export type JournalScene = Awaited<ReturnType<typeof startJournalDesk>>;
