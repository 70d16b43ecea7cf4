import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sendLetterOfConcern, sendLetterOfMeeting } from '../../../src/areas/letters/send-letter.ts';
import { listLettersOfConcern } from '../../../src/areas/letters/views.ts';
import { callMeeting } from '../../../src/areas/meetings/call-meeting.ts';
import { listPapersOfMinutes } from '../../../src/areas/meetings/papers/papers-view.ts';
import { listPeopleOfMeeting } from '../../../src/areas/meetings/views.ts';
import { createFileLetters } from '../../../src/jobs/file-letters.ts';
import { newForm, people, school, tenant } from '../../support/kernel.ts';
import { papersScene, type PapersScene } from '../../support/papers-scene.ts';
import { readDocx, readPdf } from '../../support/read-papers.ts';

const { priya, tom } = people;
let scene: PapersScene;
let concern: string;
beforeEach(async () => {
  scene = await papersScene();
  concern = await scene.report('Leo Tarrant');
});
afterEach(() => scene.close());

const words = 'Dear Carol Tarrant\n\nI would like to speak with you about Leo Tarrant.\n\nPriya Raman';
const letter = () => ({
  ...{ concern, template: 'standard-call-home', addressee: 'family' as const, name: 'Carol Tarrant' },
  ...{ subject: 'Please ring us', words, how: 'post' as const, sentOn: '2026-12-10' },
});
const send = () => scene.act(sendLetterOfConcern, priya, letter());
const listed = async () => (await scene.look(listLettersOfConcern, priya, { id: concern })) ?? [];
async function work(): Promise<void> {
  await scene.fileLetters();
  while ((await scene.fileDocuments()) > 0);
}
const bytesOf = (ending: string) => {
  const [, bytes] = [...scene.library.lying].find(([name]) => name.endsWith(ending)) ?? [];
  if (!bytes) throw new Error(`no ${ending} was filed`);
  return bytes;
};

describe('a letter that was sent', () => {
  it('lies in the library as PDF/A and Word, as it was written, and nothing of the case stands in it', async () => {
    expect(await send()).toBe('done');
    expect(await listed()).toMatchObject([{ file: 'waiting' }]);
    await work();
    const pdf = (await readPdf(bytesOf('pdf'))).texts.join(' ');
    for (const text of [pdf, readDocx(bytesOf('docx')).text]) {
      for (const said of ['Please ring us', 'Private and confidential', 'To: Carol Tarrant', 'Date: 10 December 2026'])
        expect(text).toContain(said);
      expect(text).toContain('I would like to speak with you about Leo Tarrant.');
      expect(text).not.toMatch(/C-2026|no coat|Daniel|concern/i);
    }
    expect(pdf).toContain('L-2026-0001');
    expect(await listed()).toMatchObject([{ file: 'in-library' }]);
    expect(await scene.filesOf(concern)).toMatchObject([
      { kind: 'letter', source: 'our-school', madeOn: '2026-12-10', inLibrary: true },
      { kind: 'letter', inLibrary: true },
    ]);
    expect(JSON.stringify((await scene.filesOf(concern)).map(({ name }) => name))).not.toMatch(/Leo|Tarrant|Carol/);
  });

  it('is filed once, however often the worker runs, and by however many', async () => {
    await send();
    await Promise.all([scene.fileLetters(), createFileLetters({ ...scene.parts, scans: false })()]);
    await work();
    await work();
    expect(scene.library.lying.size).toBe(2);
    const acts = [...scene.journalEntries(tenant)].filter(({ act }) => act === 'file-letter');
    expect(acts).toHaveLength(2);
  });

  it('is filed by the next turn where the worker was killed between the spool and the record', async () => {
    await send();
    const dies = createFileLetters({
      ...{ ...scene.parts, scans: false },
      perform: async () => {
        throw new Error('killed');
      },
    });
    expect(await dies()).toBe(0);
    expect(scene.lines.some(({ event }) => event === 'letters.paper-failed')).toBe(true);
    expect(JSON.stringify(scene.lines)).not.toMatch(/Leo|Tarrant|Carol/);
    await work();
    expect(scene.library.lying.size).toBe(2);
  });

  it('gets no paper once its concern lies in the restricted register', async () => {
    await send();
    scene.database.sqlite.prepare("update concern set status = 'misfiled' where id = ?").run(concern);
    await work();
    expect(scene.library.lying.size).toBe(0);
  });

  it('of a meeting stands in the file of the child whom it concerns, and is not taken for minutes', async () => {
    const nell = await scene.report('Nell Tarrant');
    const children = [scene.child('Leo Tarrant'), scene.child('Nell Tarrant')];
    const times = { startsAt: '2026-12-17T15:30:00.000Z', endsAt: '2026-12-17T16:30:00.000Z' };
    const guests = [{ as: 'family' as const, name: 'Carol Tarrant' }];
    const called = await scene.perform(
      callMeeting,
      priya,
      { ...{ school, kind: 'taf', ...times, chair: tom.person, staff: [], guests, children } },
      newForm(),
    );
    const meeting = called.ok ? called.answer.meeting : '';
    const asked = (await scene.look(listPeopleOfMeeting, priya, { id: meeting })) ?? [];
    const { concern: _of, addressee: _as, name: _name, ...said } = letter();
    const invitation = asked.find(({ as }) => as === 'family')?.id ?? '';
    const of = { ...said, meeting, invitation, template: 'standard-invite-family', child: scene.child('Leo Tarrant') };
    expect(await scene.act(sendLetterOfMeeting, priya, of)).toBe('done');
    await work();
    expect(await scene.filesOf(concern)).toHaveLength(2);
    expect(await scene.filesOf(nell)).toEqual([]);
    const states = ((await scene.look(listPapersOfMinutes, priya, { id: meeting })) ?? []).map(({ state }) => state);
    expect(states).toEqual(['none', 'none']);
  });
});
