import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBot } from '../../bot/bot.ts';
import { createSeals } from '../../bot/seal.ts';
import { createAbilities } from '../../src/access/abilities.ts';
import { setupIdentity } from '../../src/access/actor.ts';
import type { Identity } from '../../src/access/types.ts';
import { createAction } from '../../src/areas/actions/create-action.ts';
import { actionRoutes } from '../../src/areas/actions/routes.ts';
import { markMisfiled } from '../../src/areas/concerns/mark-misfiled.ts';
import { channelRoutes } from '../../src/areas/channels/routes.ts';
import { concernRoutes } from '../../src/areas/concerns/routes.ts';
import { triageConcern } from '../../src/areas/concerns/triage-concern.ts';
import { personOf } from '../../src/areas/desk/person-of.ts';
import { document } from '../../src/areas/files/record.ts';
import { fileRoutes } from '../../src/areas/files/routes.ts';
import { journalRoutes } from '../../src/areas/journal/routes.ts';
import { sendLetterOfConcern } from '../../src/areas/letters/send-letter.ts';
import { letterRoutes } from '../../src/areas/letters/routes.ts';
import { briefingRoutes } from '../../src/areas/briefings/routes.ts';
import { addProcedure } from '../../src/areas/briefings/add-procedure.ts';
import { sendBriefing } from '../../src/areas/briefings/send-briefing.ts';
import { beginContribution } from '../../src/areas/meetings/contributions/begin-contribution.ts';
import { callMeeting } from '../../src/areas/meetings/call-meeting.ts';
import { meetingRoutes } from '../../src/areas/meetings/routes.ts';
import { giveCase } from '../../src/areas/need-to-know/give-case.ts';
import { needToKnowRoutes } from '../../src/areas/need-to-know/routes.ts';
import { peopleRoutes } from '../../src/areas/people/routes.ts';
import { setUpSchool } from '../../src/areas/people/set-up-school.ts';
import { roleRoutes } from '../../src/areas/roles/routes.ts';
import { reportStaffConcern } from '../../src/areas/staff-concerns/report-staff-concern.ts';
import { staffConcernRoutes } from '../../src/areas/staff-concerns/routes.ts';
import { schoolDay } from '../../src/records/school-day.ts';
import { journalFactsOf } from '../../src/compose/open-journal-desk.ts';
import { jsonOf } from '../../src/http/json-of.ts';
import { createFileDoor } from '../../src/intake/create-file-door.ts';
import { createPaperOfMeeting } from '../../src/intake/paper-of-meeting.ts';
import { createSpool } from '../../src/intake/create-spool.ts';
import { createLookAtTranscript } from '../../src/jobs/look-at-transcript.ts';
import { createMinutesOutside } from '../../src/jobs/minutes-outside.ts';
import { createJournalDesk } from '../../src/journal-desk/journal-desk.ts';
import { createPageMarks } from '../../src/journal-desk/page-mark.ts';
import type { Store } from '../../src/perform/store.ts';
import { createJournalReader } from '../../src/store/sqlite/journal-reader.ts';
import { createSpoolFolder } from '../../src/store/sqlite/spool.ts';
import { genuineClaims, sign } from './entra-keys.ts';
import { aPdf, memoryLibrary, said, spoolKey } from './files-scene.ts';
import { handSetClock } from './hand-set-clock.ts';
import { newForm, people, school, schoolOfTests, tenant } from './kernel.ts';
import { channelScene } from './channel-scene.ts';
import { margaret, needToKnowScene } from './need-to-know-scene.ts';
import { publishedMeeting } from './published-meeting.ts';
import { recordedLog } from './recorded-log.ts';
import { startTabApi } from './tab-api.ts';

/** Leila keeps Lantern in order and is let into no record. */
export const leila: Identity = {
  tenant,
  person: '6b1c7a1e-1111-4111-8111-000000000016',
  name: 'Leila Novak',
  door: 'tab',
};

/** Notes what a store is asked, in order, by the names of the questions and never by what they ask about. */
function asked(store: Store, questions: string[]): Store {
  return {
    answer: (key) => (questions.push('answer'), store.answer(key)),
    record: (of, type, id) => (questions.push(`record ${type.name}`), store.record(of, type, id)),
    rows: (of, query, values, within) => (questions.push(`rows ${query.name}`), store.rows(of, query, values, within)),
    next: (of, counter) => (questions.push(`next ${counter.split(/[:/]/)[0]}`), store.next(of, counter)),
    commit: (commit) => (questions.push('commit'), store.commit(commit)),
    journal: (entry, seen) => (questions.push(`journal ${entry.outcome}`), store.journal(entry, seen)),
  };
}

/** In memory where there is such a place: a disk on a shared machine is quick or slow by turns, which would hide what is looked for. */
const quickPlace = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** A school where there is one of everything that somebody may not see, behind the real doors, with each question to the store noted. */
export async function outsiderScene() {
  const questions: string[] = [];
  const folder = mkdtempSync(join(quickPlace, 'lantern-outsider-'));
  const scene = await needToKnowScene({ folder, around: (store) => asked(store, questions) });
  const { perform, read, store, rules, actorOf, act } = scene;
  const made = {
    ...{ school, duty: schoolOfTests.duty, pupils: [], staff: [{ personId: leila.person, name: leila.name }] },
    roles: [{ personId: leila.person, personName: leila.name, role: 'tenant-admin' as const }],
  };
  const setUp = await perform(setUpSchool, setupIdentity(tenant), made, newForm());
  if (!setUp.ok) throw new Error(setUp.problem.code);

  const clock = handSetClock();
  const spool = createSpool(createSpoolFolder(folder, clock), spoolKey);
  const files = createFileDoor({
    ...{ spool, perform, read, clock, files: memoryLibrary().files, scans: false },
    isDocument: async (of, id) => (await store.record(of, document, id)) !== undefined,
  });
  const papers = createPaperOfMeeting({ spool, perform, read, files: memoryLibrary().files });
  async function bring(concern: string): Promise<string> {
    const bytes = aPdf();
    const begun = await files.begin(people.priya, concern, { form: newForm(), name: 'letter.pdf', size: bytes.length });
    if (!begun.ok) throw new Error(begun.problem.code);
    const range = `bytes 0-${bytes.length - 1}/${bytes.length}`;
    await files.receive(people.priya, begun.answer.id, { range, bytes });
    return begun.answer.id;
  }

  const concern = await scene.report('Ellie Marsden');
  const upload = await bring(concern);
  const kept = await bring(concern);
  const filed = await files.finish(people.priya, kept, { form: newForm(), ...said });
  if (!filed.ok) throw new Error(filed.problem.code);
  const done = async (what: Promise<string>) => {
    const end = await what;
    if (end !== 'done') throw new Error(`the scene could not be made: ${end}`);
  };
  const order = { what: 'Ring home.', whatOutside: 'Ring home.', priority: 'today' as const };
  await done(act(createAction, people.priya, { concern, ...order, owner: people.daniel.person }));
  await done(act(giveCase, people.priya, { concern, person: people.kayleigh.person, reason: 'To help.' }));
  const judged = { urgency: 'routine', reason: 'Seen.', parents: 'informed', levelOfNeed: '2-additional' } as const;
  const passed = { ...judged, outcome: 'route-pastoral' } as const;
  const other = await scene.report('Mia Hughes');
  await done(act(triageConcern, people.priya, { concern: other, rev: 1, ...passed, line: 'Look out.' }));
  const wrong = await scene.report('Leo Tarrant');
  const misfiled = { concern: wrong, rev: 1, school, reason: 'Another child.', who: 'Somebody else' };
  await done(act(markMisfiled, people.priya, misfiled));
  const tomorrow = Date.parse(scene.clock.now()) + 24 * 3_600_000;
  const called = {
    ...{ school, kind: 'taf' as const, staff: [people.daniel.person], guests: [], chair: people.priya.person },
    startsAt: new Date(tomorrow).toISOString(),
    endsAt: new Date(tomorrow + 60_000).toISOString(),
  };
  await done(act(callMeeting, people.priya, { ...called, children: [scene.child('Ellie Marsden')] }));
  const place = scene.database.sqlite
    .prepare<[], { id: string; meetingId: string }>('select id, meetingId from meetingChild')
    .get();
  await done(act(beginContribution, people.priya, { meeting: place?.meetingId ?? '', child: place?.id ?? '' }));
  const notice = {
    ...{ school, heading: 'Gate', words: 'The gate is shut at nine.', readBy: schoolDay(scene.clock.now()) },
    ...{ audience: 'people' as const, roles: [], people: [people.daniel.person] },
  };
  await done(act(sendBriefing, people.priya, notice));
  const local = {
    ...{ school, heading: 'Front door', kind: 'number' as const, partnership: 'Westmarch', phone: '01632 960801' },
    ...{ reviewOn: schoolDay(scene.clock.now()), inHelp: true },
  };
  await done(act(addProcedure, people.priya, local));
  const letter = {
    ...{ concern, template: 'standard-call-home', addressee: 'family' as const, name: 'Carol Marsden' },
    ...{ subject: 'Please ring us', words: 'Dear Carol', how: 'post' as const, sentOn: schoolDay(scene.clock.now()) },
  };
  await done(act(sendLetterOfConcern, people.priya, letter));
  const channels = await channelScene(scene);
  const held = { startsAt: scene.clock.now(), endsAt: new Date(Date.parse(scene.clock.now()) + 60_000).toISOString() };
  const over = { ...held, minuteTaker: people.priya.person };
  const decision = 'She comes to breakfast club.';
  const published = await publishedMeeting(scene, { over, decision });
  const post = await channels.post(published);
  if (!post.ok) throw new Error(JSON.stringify(post.problem));
  const about = async (who: string) => {
    const typed = { about: 'adult' as const, who, words: 'He shouted.', when: 'today' };
    const result = await perform(reportStaffConcern, people.daniel, typed, newForm());
    if (!result.ok) throw new Error(result.problem.code);
    return result.answer.id;
  };
  const matters = [await about('Zoe Lund'), await about('Priya Raman'), await about('Leila Novak')];
  const idIn = (table: string) => scene.database.sqlite.prepare(`select id from ${table}`).pluck().get() as string;

  const { log } = recordedLog();
  const abilitiesOf = createAbilities(rules, actorOf);
  const toPerson = personOf([{ id: school, name: 'Harrowmere Academy' }] as never);
  const person = async (who: Identity) => toPerson(await abilitiesOf(who));
  const may = (verb: string) => async (who: Identity) => (await abilitiesOf(who)).may(verb);
  const journal = createJournalDesk({
    ...scene,
    ...journalFactsOf(tenant),
    ...{ tenant, firstSchool: school, log, reader: createJournalReader(scene.database.sqlite) },
    marks: createPageMarks(Buffer.alloc(32, 7)),
  });
  const outside = createMinutesOutside({ ...scene, tenant, log, origin: 'https://lantern.example' }).desk;
  const transcripts = {
    look: createLookAtTranscript({ read, transcripts: { of: async () => ({ ok: true, lines: [] }) } }),
  };
  const routes = [
    ...[...concernRoutes(person), ...actionRoutes(may('list-open-actions')), ...fileRoutes(files)],
    ...[...peopleRoutes({} as never, []), ...roleRoutes([], 10), ...needToKnowRoutes([])],
    ...[
      ...meetingRoutes([], undefined, outside, papers, transcripts),
      ...channelRoutes(channels.desk),
      ...letterRoutes([]),
      ...briefingRoutes([], may('list-briefings')),
    ],
    ...[...staffConcernRoutes(may('list-staff-concerns')), ...journalRoutes({ ...journal } as never)],
  ];
  const api = await startTabApi({ routes, perform, read: jsonOf(read) });
  const seals = createSeals(() => Buffer.alloc(32, 7), scene.ids, scene.clock);
  const linkTo = (id: string) => `https://lantern.example/${id}`;
  const bot = createBot({ perform, read, seals, ids: scene.ids, clock: scene.clock, log, linkTo });

  /** Runs something and says what the store was asked meanwhile. */
  async function counted<T>(what: () => Promise<T>) {
    questions.length = 0;
    return { answer: await what(), questions: [...questions] };
  }
  return {
    ...{ ...scene, routes, api, seals, bot, counted, about },
    /** What there is, by the beginning of the addresses under which it is asked for. */
    there: {
      concerns: [concern, wrong],
      misfiled: [wrong],
      children: [scene.child('Ellie Marsden')],
      actions: [idIn('action')],
      routed: [idIn('routedLine')],
      documents: [filed.answer.document],
      uploads: [upload],
      meetings: [published],
      'channel-posts': [post.answer.post],
      letters: [idIn('letter')],
      contributions: [idIn('contribution')],
      briefings: [idIn('briefing')],
      procedures: [idIn('procedure')],
      'need-to-know': [idIn('caseAccess')],
      'staff-concerns': matters,
    } as Readonly<Record<string, readonly string[]>>,
    insiders: { lead: people.priya, head: margaret },
    /** A header that says who somebody is. */
    async token(who: Identity): Promise<string> {
      const claims = { ...genuineClaims(api.clock.seconds()), oid: who.person, name: who.name };
      return `Bearer ${await sign(api.key, claims)}`;
    },
    async end() {
      await api.close();
      scene.close();
    },
  };
}
export type OutsiderScene = Awaited<ReturnType<typeof outsiderScene>>;
