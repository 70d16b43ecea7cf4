import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBot } from '../../../bot/bot.ts';
import { createSeals } from '../../../bot/seal.ts';
import type { Identity } from '../../../src/access/types.ts';
import { markMisfiled } from '../../../src/areas/concerns/mark-misfiled.ts';
import { addDocument } from '../../../src/areas/files/add-document.ts';
import { answerInvitation } from '../../../src/areas/meetings/answer-invitation.ts';
import { callMeeting } from '../../../src/areas/meetings/call-meeting.ts';
import { cancelMeeting } from '../../../src/areas/meetings/cancel-meeting.ts';
import { listMeetingsAskedTo, readInvitation } from '../../../src/areas/meetings/invitations.ts';
import { layPaper } from '../../../src/areas/meetings/laid/lay-paper.ts';
import { notePaperOpened } from '../../../src/areas/meetings/laid/note-paper-opened.ts';
import {
  listFilesForMeeting,
  listPapersOfMeeting,
  listPapersToRead,
} from '../../../src/areas/meetings/laid/paper-views.ts';
import { withdrawPaper } from '../../../src/areas/meetings/laid/withdraw-paper.ts';
import { listPeopleOfMeeting, readMeeting } from '../../../src/areas/meetings/views.ts';
import { breakGlass } from '../../../src/areas/need-to-know/break-glass.ts';
import { giveCase } from '../../../src/areas/need-to-know/give-case.ts';
import { createDownload } from '../../../src/intake/download.ts';
import { createSpool } from '../../../src/intake/create-spool.ts';
import { createPaperOfMeeting } from '../../../src/intake/paper-of-meeting.ts';
import { createSpoolFolder } from '../../../src/store/sqlite/spool.ts';
import { sha256 } from '../../../src/perform/digest.ts';
import { memoryLibrary, spoolKey } from '../../support/files-scene.ts';
import { newForm, people, school, tenant } from '../../support/kernel.ts';
import { margaret, needToKnowScene, type NeedToKnowScene } from '../../support/need-to-know-scene.ts';
import { recordedLog } from '../../support/recorded-log.ts';

const { daniel, kayleigh, priya, tom, zoe } = people;
let now: string;
let scene: NeedToKnowScene;
let fetchPaper: (who: Identity, paper: string) => Promise<string>;
let fetchFile: (who: Identity, document: string) => Promise<string>;
let concern: string;
let file: string;
let taf: string;
beforeEach(async () => {
  now = '2026-12-10T09:00:00.000Z';
  scene = await needToKnowScene({ now: () => now });
  const spool = createSpool(createSpoolFolder(scene.folder, scene.clock), spoolKey);
  const library = memoryLibrary();
  library.lying.set('report.pdf', Buffer.from('Her report.'));
  const parts = { spool, read: scene.read, files: library.files };
  const paper = createPaperOfMeeting({ ...parts, perform: scene.perform });
  const download = createDownload(parts);
  const words = async (sent: Awaited<ReturnType<typeof download>>) => {
    if (!sent.ok) return sent.problem.code;
    const pieces: Uint8Array[] = [];
    for await (const piece of sent.answer.bytes) pieces.push(piece);
    return Buffer.concat(pieces).toString();
  };
  fetchPaper = async (who, id) => words(await paper.openPaper(who, taf, id));
  fetchFile = async (who, id) => words(await download(who, id));
  concern = await scene.report('Ellie Marsden');
  file = await fileOf(concern);
  taf = await call();
});
afterEach(() => scene.close());

/** A file that was scanned and lies in the library. */
async function fileOf(of: string, name = 'Report of the nurse'): Promise<string> {
  const id = newForm();
  const digest = sha256('Her report.');
  const bytes = { ending: 'pdf', mediaType: 'application/pdf', size: 11, digest, originalDigest: digest };
  const found = { concern: of, ...bytes, state: 'not-scanned' as const };
  const added = { upload: id, kind: 'report' as const, name, source: 'health' as const, again: true as const };
  expect(await scene.act(addDocument(found), priya, added)).toBe('done');
  const place = "update document set driveId = 'drive', driveItemId = 'item-report.pdf' where id = ?";
  scene.database.sqlite.prepare(place).run(id);
  return id;
}

async function call(over: Partial<Parameters<typeof callMeeting.decide>[1]> = {}): Promise<string> {
  const result = await scene.perform(
    callMeeting,
    priya,
    {
      ...{ school, kind: 'taf', chair: tom.person, minuteTaker: zoe.person, staff: [daniel.person, kayleigh.person] },
      ...{ startsAt: '2026-12-14T14:00:00.000Z', endsAt: '2026-12-14T15:00:00.000Z' },
      guests: [{ as: 'professional', name: 'Ama Boateng' }],
      ...{ children: [scene.child('Ellie Marsden')], ...over },
    },
    newForm(),
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.answer.meeting;
}
const invitationOf = async (name: string, id = taf) =>
  ((await scene.look(listPeopleOfMeeting, priya, { id })) ?? []).find((one) => one.name === name)?.id ?? '';
const lays = async (names: readonly string[], by = priya, over: object = {}) =>
  scene.act(layPaper, by, {
    ...{ meeting: taf, document: file, heading: 'The nurse’s report' },
    readers: await Promise.all(names.map((name) => invitationOf(name))),
    ...over,
  });
const papers = async (who = priya) => (await scene.look(listPapersOfMeeting, who, { id: taf })) ?? [];
const mine = async (who: Identity) => (await scene.look(listPapersToRead, who, { id: taf })) ?? [];
const paperOf = async (who: Identity) => (await mine(who))[0]?.id ?? '';
const counted = async (who: Identity) => (await scene.look(readInvitation, who, { id: taf }))?.papers;
const told = () => scene.sent().filter(({ kind }) => kind === 'paper-laid');
const withdraws = async (by: Identity) =>
  scene.act(withdrawPaper, by, { meeting: taf, paper: (await papers())[0]?.id ?? '' });

describe('a paper of a meeting', () => {
  it('is laid by whoever leads it and may see the file, and read by whoever was chosen and by nobody else', async () => {
    expect(await lays([])).toBe('done');
    // None is chosen by itself: neither who was asked nor who chairs or minutes it.
    for (const who of [daniel, kayleigh, tom, zoe, margaret]) expect(await mine(who)).toEqual([]);
    expect(told()).toEqual([]);
    expect(await lays([daniel.name])).toBe('done');
    expect(told().map(({ to, about }) => [to, about])).toEqual([[daniel.person, taf]]);
    expect(await mine(daniel)).toEqual([
      { id: await paperOf(daniel), heading: 'The nurse’s report', mediaType: 'application/pdf' },
    ]);
    expect([await counted(daniel), await counted(kayleigh)]).toEqual([1, 0]);
    expect(await fetchPaper(daniel, await paperOf(daniel))).toBe('Her report.');
    // By this right, and not by one to the case.
    expect(await fetchFile(daniel, file)).toBe('not-found');
    for (const who of [kayleigh, zoe, margaret, priya])
      expect(await fetchPaper(who, await paperOf(daniel))).toBe('not-found');
    expect(await scene.act(notePaperOpened, kayleigh, { paper: await paperOf(daniel) })).toBe('not-found');
    expect(await papers()).toMatchObject([
      {
        ...{
          heading: 'The nurse’s report',
          document: file,
          addedByName: priya.name,
          mayChange: true,
          mayWithdraw: true,
        },
        readers: [{ name: daniel.name, openedAt: now }],
      },
    ]);
  });

  it('is journalled as what it is: whoever had it, by what was their own, and as an export', async () => {
    await lays([daniel.name]);
    const paper = await paperOf(daniel);
    await fetchPaper(daniel, paper);
    await fetchPaper(kayleigh, paper);
    const rows = [...scene.journalEntries(tenant)].filter(({ act }) => act === 'read-paper');
    expect(rows).toMatchObject([
      { actor: daniel.person, verb: 'export', outcome: 'shown', rights: ['own'] },
      { actor: kayleigh.person, verb: 'deny', outcome: 'refused' },
    ]);
    expect(rows[0]?.subjects).toContain(paper);
  });

  it('is laid by nobody else: not by who sees no file, leads no meeting, opened the case themselves or is kept from it', async () => {
    for (const who of [daniel, kayleigh, zoe, margaret]) expect(await lays([], who)).toBe('not-found');
    expect(await scene.look(listFilesForMeeting, zoe, { id: taf })).toBeUndefined();
    const opens = {
      school,
      child: scene.child('Ellie Marsden'),
      reason: 'The lead is away.',
      confirmed: true as const,
    };
    expect(await scene.act(breakGlass, margaret, opens)).toBe('done');
    const heads = await call({ minuteTaker: margaret.person });
    expect(await lays([], margaret, { meeting: heads })).toBe('not-found');
    // Zoe minutes it, and was given the case: now she may both.
    expect(await scene.act(giveCase, priya, { concern, person: zoe.person, reason: 'To help.' })).toBe('done');
    expect((await scene.look(listFilesForMeeting, zoe, { id: taf }))?.map(({ document }) => document)).toEqual([file]);
    expect(await lays([daniel.name], zoe)).toBe('done');
    // Kayleigh was given the case and leads nothing.
    await scene.act(giveCase, priya, { concern, person: kayleigh.person, reason: 'To help.' });
    expect(await lays([kayleigh.name], kayleigh)).toBe('not-found');
    expect(await scene.keep(tom, scene.child('Ellie Marsden'))).toBe('done');
    expect(await lays([], tom)).toBe('not-found');
    expect(await papers(tom)).toEqual([]);
  });

  it.each([
    ['of another child', async () => ({ document: await fileOf(await scene.report('Leo Tarrant')) }), 'document'],
    ['without a name', async () => ({ heading: ' ' }), 'heading'],
    ['for somebody outside', async () => ({ readers: [await invitationOf('Ama Boateng')] }), 'readers'],
    [
      'for somebody of another meeting',
      async () => ({ readers: [await invitationOf(daniel.name, await call())] }),
      'readers',
    ],
  ] as const)('is not laid %s', async (_what, over, fault) => {
    expect(await lays([], priya, await over())).toBe(fault);
    expect(await papers()).toEqual([]);
  });

  it('of a concern on the agenda is one of the meeting’s; one that waits for its scan, or was found infected, is not', async () => {
    const offered = async () => ((await scene.look(listFilesForMeeting, priya, { id: taf })) ?? []).length;
    expect(await offered()).toBe(1);
    const state = scene.database.sqlite.prepare('update document set state = ? where id = ?');
    for (const not of ['pending-scan', 'infected', 'missing']) {
      state.run(not, file);
      expect(await offered()).toBe(0);
      expect(await lays([])).toBe('document');
    }
    state.run('clean', file);
    expect(await lays([daniel.name])).toBe('done');
    // What was cleared can be found out later.
    state.run('infected', file);
    expect(await fetchPaper(daniel, await paperOf(daniel))).toBe('file-infected');
  });

  it('is gone for whoever is taken off its list, or says no, at the next look; who stays on it is told nothing anew', async () => {
    await lays([daniel.name, kayleigh.name]);
    const [daniels, kayleighs] = [await paperOf(daniel), await paperOf(kayleigh)];
    expect(await lays([daniel.name, kayleigh.name])).toBe('already-done');
    expect(await lays([kayleigh.name])).toBe('done');
    expect([await fetchPaper(daniel, daniels), await fetchPaper(kayleigh, kayleighs)]).toEqual([
      ...['not-found', 'Her report.'],
    ]);
    expect(told()).toHaveLength(2);
    const no = { meeting: taf, invitation: await invitationOf(kayleigh.name), coming: false };
    expect(await scene.act(answerInvitation, kayleigh, no)).toBe('done');
    expect([await fetchPaper(kayleigh, kayleighs), await counted(kayleigh)]).toEqual(['not-found', 0]);
    expect(await lays([kayleigh.name])).toBe('readers');
    expect(await scene.act(answerInvitation, kayleigh, { ...no, coming: true })).toBe('done');
    expect(await fetchPaper(kayleigh, kayleighs)).toBe('Her report.');
  });

  it('is withdrawn at once from everybody; by whoever prepares the meeting, and nobody else', async () => {
    await lays([daniel.name]);
    const paper = await paperOf(daniel);
    for (const who of [daniel, kayleigh]) expect(await withdraws(who)).toBe('not-found');
    const readers = { meeting: taf, paper };
    expect(await scene.act(withdrawPaper, priya, readers)).toBe('not-found');
    expect(await withdraws(zoe)).toBe('done');
    expect([await papers(), await mine(daniel), await counted(daniel)]).toEqual([[], [], 0]);
    expect(await fetchPaper(daniel, paper)).toBe('not-found');
    // It is laid anew as if it were the first time; the old way does not open again.
    expect(await lays([daniel.name])).toBe('done');
    expect(await fetchPaper(daniel, paper)).toBe('not-found');
    expect(await fetchPaper(daniel, await paperOf(daniel))).toBe('Her report.');
  });

  it('can be read until two weeks after the meeting, which goes on standing among those one was asked to', async () => {
    await lays([daniel.name]);
    const paper = await paperOf(daniel);
    expect((await scene.look(readMeeting, priya, { id: taf }))?.papers).toEqual({ mayLay: true, until: '2026-12-28' });
    now = '2026-12-28T14:59:00.000Z';
    expect(await fetchPaper(daniel, paper)).toBe('Her report.');
    const asked = async () =>
      (await scene.look(listMeetingsAskedTo, daniel, {}))?.items.map(({ papers: held }) => held);
    expect(await asked()).toEqual([1]);
    now = '2026-12-28T15:01:00.000Z';
    expect([await fetchPaper(daniel, paper), await mine(daniel), await asked()]).toEqual(['not-found', [], []]);
    expect(await lays([])).toBe('already-done');
    expect((await scene.look(readMeeting, priya, { id: taf }))?.papers.mayLay).toBe(false);
  });

  it('is gone when the meeting is called off, the file went into the restricted register, or its reader is kept from the child', async () => {
    await lays([daniel.name, kayleigh.name]);
    const [daniels, kayleighs] = [await paperOf(daniel), await paperOf(kayleigh)];
    expect(await scene.keep(daniel, scene.child('Ellie Marsden'), priya)).toBe('done');
    expect([await fetchPaper(daniel, daniels), await mine(daniel)]).toEqual(['not-found', []]);
    expect(await lays([daniel.name])).toBe('readers');
    expect(await fetchPaper(kayleigh, kayleighs)).toBe('Her report.');
    const misfiled = { concern, school, reason: 'Another child.', who: 'Somebody else' };
    const rev = scene.database.sqlite.prepare('select rev from concern where id = ?').pluck().get(concern) as number;
    expect(await scene.act(markMisfiled, priya, { ...misfiled, rev })).toBe('done');
    expect([await fetchPaper(kayleigh, kayleighs), await papers()]).toEqual(['not-found', []]);
  });

  it('is gone when the meeting is called off', async () => {
    await lays([kayleigh.name]);
    const paper = await paperOf(kayleigh);
    expect(await scene.act(cancelMeeting, priya, { meeting: taf, rev: 1, reason: 'Settled.' })).toBe('done');
    expect([await fetchPaper(kayleigh, paper), await counted(kayleigh)]).toEqual(['not-found', 0]);
    expect(await lays([])).toBe('already-done');
  });

  it('is told of on a card that says neither what it is called nor whom it is about, to whoever may read it (now)', async () => {
    await lays([daniel.name]);
    const seals = createSeals(() => Buffer.alloc(32, 7), scene.ids, scene.clock);
    const linkTo = (id: string) => `https://l.example/${id}`;
    const bot = createBot({ ...scene, seals, log: recordedLog().log, linkTo });
    const card = JSON.stringify(await bot.render('paper-laid', daniel, taf));
    for (const words of ['Papers for a meeting', 'Team around the family', 'https://l.example/meetings'])
      expect(card).toContain(words);
    expect(card).not.toMatch(/Ellie|Marsden|nurse|Report/);
    expect(await bot.render('paper-laid', kayleigh, taf)).toBeUndefined();
    await withdraws(priya);
    expect(await bot.render('paper-laid', daniel, taf)).toBeUndefined();
  });
});
