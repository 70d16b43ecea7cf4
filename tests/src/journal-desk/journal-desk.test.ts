import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addAddendum } from '../../../src/areas/concerns/add-addendum.ts';
import { markMisfiled } from '../../../src/areas/concerns/mark-misfiled.ts';
import { listConcerns, readConcern } from '../../../src/areas/concerns/views.ts';
import { takeConcern } from '../../../src/areas/concerns/take-concern.ts';
import { verifyChain } from '../../../src/journal/chain.ts';
import { readers, startJournalDesk, type JournalScene } from '../../support/journal-desk.ts';
import { newForm, people, school, tenant } from '../../support/kernel.ts';

const { priya, tom, daniel, zoe, stranger } = people;
const { margaret, ada, bella, beth, una } = readers;

let scene: JournalScene;
beforeEach(async () => {
  scene = await startJournalDesk();
});
afterEach(() => scene.close());

const hidden = { act: 'report-staff-concern', verb: 'create', about: 'staffConcern', outcome: 'done' } as const;

describe('the journal of a school', () => {
  it('tells lead, head and auditor who did what and when, newest first, and gives no entry a number', async () => {
    const { id, ref } = await scene.report(daniel);
    await scene.look(tom, id);
    await scene.kernel.perform(takeConcern, tom, { concern: id }, newForm());
    for (const who of [priya, margaret, ada]) {
      const { lines } = await scene.page(who);
      const told = lines.filter(({ about }) => about === 'concern').map((line) => `${line.who} ${line.did}`);
      expect(told).toEqual([
        `Tom Whitlock took on concern ${ref}`,
        `Tom Whitlock looked at concern ${ref}`,
        `Daniel Osei reported concern ${ref}`,
      ]);
      expect(lines.map(({ at }) => at)).toEqual(
        lines
          .map(({ at }) => at)
          .toSorted()
          .toReversed(),
      );
    }
    const [line] = (await scene.page(priya)).lines.filter(({ about }) => about === 'concern');
    expect(Object.keys(line ?? {}).sort()).toEqual([
      ...['about', 'at', 'concern', 'did', 'door', 'kind', 'refused', 'right', 'seen', 'who'],
    ]);
    expect(line?.concern).toBe(id);
  });

  it('leads nobody to a concern who may not open it', async () => {
    const { id } = await scene.report(daniel);
    for (const who of [margaret, ada]) {
      expect((await scene.lines(who)).some(({ concern }) => concern !== undefined)).toBe(false);
      expect(await scene.look(who, id)).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    }
  });

  it('names no child, and repeats nobody’s words', async () => {
    const { id } = await scene.report(daniel);
    await scene.look(priya, id);
    const told = JSON.stringify(await scene.lines(priya));
    expect(told).not.toMatch(/Ellie|Marsden|coat/);
  });

  it('says that somebody was refused, and why', async () => {
    const { id } = await scene.report(daniel);
    await scene.look(zoe, id);
    await scene.kernel.perform(takeConcern, tom, { concern: id }, newForm());
    await scene.kernel.perform(takeConcern, priya, { concern: id }, newForm());
    const refused = await scene.lines(priya, { refused: 'yes' });
    expect(refused.map(({ who, did, why }) => [who, did.replace(/C-\d{4}-\d+/, 'C'), why])).toEqual([
      ['Priya Raman', 'tried to take on concern C', 'It had been done already.'],
      ['Zoe Lund', 'tried to look at a concern', 'Not theirs to see, or not there.'],
    ]);
  });

  it('is refused to everybody else, and that is in the journal', async () => {
    for (const who of [daniel, tom, stranger])
      expect(await scene.desk.page(who, {})).toEqual({ ok: false, problem: { code: 'not-found' } });
    const refused = (await scene.lines(priya, { about: 'journal', refused: 'yes' })).map(
      ({ who, did }) => `${who} ${did}`,
    );
    expect(refused).toEqual([
      'Somebody who is on no staff list tried to read the journal',
      'Tom Whitlock tried to read the journal',
      'Daniel Osei tried to read the journal',
    ]);
    expect(await scene.told(bella, { about: 'journal', refused: 'yes' })).toEqual([]);
  });

  it('tells that it was read, by whom', async () => {
    await scene.page(ada);
    expect(await scene.told(margaret, { about: 'journal' })).toEqual(['Ada Byrne read the journal']);
    const entries = [...scene.kernel.journalEntries(tenant)];
    expect(entries.at(-1)).toMatchObject({ act: 'list-journal', verb: 'list', about: 'journal', outcome: 'shown' });
    expect(verifyChain(entries)).toMatchObject({ intact: true });
  });
});

describe('what somebody must not learn from it', () => {
  it('another school’s reader gets no line of this school, whoever did it and whatever became of it', async () => {
    const here = await scene.report(daniel);
    const there = await scene.report(beth);
    for (const id of [here.id, there.id])
      for (const who of [priya, bella, beth, una]) {
        await scene.look(who, id);
        await scene.kernel.perform(takeConcern, who, { concern: id }, newForm());
      }
    const toldThere = JSON.stringify(await scene.lines(bella));
    expect(toldThere).toContain('Beth Amadi');
    expect(toldThere).not.toMatch(/Daniel|Harrowmere/);
    const about = (await scene.lines(bella)).flatMap(({ concern }) => concern ?? []);
    expect(new Set(about)).toEqual(new Set([there.id]));
    const toldHere = JSON.stringify(await scene.lines(priya));
    expect(toldHere).toContain('Daniel Osei');
    // Who is refused at another school's record is told where the record belongs.
    const ofBeth = (await scene.lines(priya)).filter(({ who }) => who === 'Beth Amadi');
    expect(ofBeth.map(({ did, refused, concern }) => [did.slice(0, 16), refused, concern])).toEqual([
      ['tried to take on', true, here.id],
    ]);
  });

  it('a list over two schools shrinks to the records of the reader’s own, and does not say that there were others', async () => {
    await scene.report(daniel);
    await scene.report(daniel);
    const { ref } = await scene.report(beth);
    await scene.kernel.read(listConcerns, una, {});
    const lists = async (who: typeof una) =>
      (await scene.told(who, { kind: 'list' })).filter((line) => /concern/.test(line));
    expect(await lists(priya)).toEqual(['Una Field looked at the list of concerns: 2 concerns']);
    expect(await lists(bella)).toEqual([`Una Field looked at the list of concerns: concern ${ref}`]);
    expect(await lists(una)).toEqual(['Una Field looked at the list of concerns: 3 concerns']);
  });

  it('an entry without a record is told only to whoever may read the journal of all its doer’s schools', async () => {
    await scene.look(una, 'f'.repeat(32));
    await scene.look(zoe, 'f'.repeat(32));
    const refused = (who: typeof una) => scene.told(who, { refused: 'yes' });
    expect(await refused(priya)).toEqual(['Zoe Lund tried to look at a concern']);
    expect(await refused(bella)).toEqual([]);
    expect(await refused(una)).toEqual(['Zoe Lund tried to look at a concern', 'Una Field tried to look at a concern']);
  });

  it('a class that is not on the closed list leaves no trace: no line, no count, no gap, no cursor', async () => {
    const { id } = await scene.report(daniel);
    await scene.look(tom, id);
    const before = await scene.page(priya);
    await scene.note({ ...hidden, subjects: ['a'.repeat(32)], fields: ['staffConcern.words'] });
    await scene.note({ about: 'staffConcern', act: 'list-staff-concerns', verb: 'list', subjects: ['a'.repeat(32)] });
    await scene.note({ about: 'staffConcern', act: 'list-staff-concerns', verb: 'deny', outcome: 'refused' });
    // An act upon a concern that makes one about a colleague of it.
    await scene.note({
      act: 'escalate-concern',
      verb: 'assign',
      outcome: 'done',
      subjects: [id],
      fields: ['staffConcern.words'],
    });
    await scene.note({ act: 'take-concern', verb: 'assign', outcome: 'done', subjects: [id, 'a'.repeat(32)] });
    await scene.note({ verb: 'deny', outcome: 'refused', subjects: ['a'.repeat(32)] });
    for (const who of [priya, margaret, ada]) {
      const after = await scene.page(who);
      const lines = after.lines.filter(({ about }) => about !== 'journal');
      expect(lines).toEqual(
        before.lines.map(({ concern, seen, ...line }) => ({
          ...line,
          ...(concern !== undefined && who === priya && { concern }),
          ...(seen !== undefined && who !== ada && { seen }),
        })),
      );
      expect(after.next).toBeUndefined();
    }
    expect(await scene.desk.seen(priya, id)).toMatchObject({ answer: { opened: [{ times: 1 }, { times: 1 }] } });
  });

  it('an entry under the wrong child is told to the lead who answers for it, and to nobody else', async () => {
    const { id, ref } = await scene.report(daniel);
    await scene.look(tom, id);
    await scene.kernel.perform(addAddendum, priya, { concern: id, words: 'She is with me.' }, newForm());
    const added = [...scene.kernel.journalEntries(tenant)].at(-1)?.subjects.find((subject) => subject !== id);
    await scene.note({ act: 'read-history', about: 'concernAddendum', subjects: [added ?? ''] });
    expect(await scene.lines(margaret, { about: 'concernAddendum' })).toHaveLength(1);
    const shown = await scene.kernel.read(readConcern, priya, { id });
    const rev = shown.ok ? shown.answer.answer.rev : 0;
    const moved = await scene.kernel.perform(
      markMisfiled,
      priya,
      { concern: id, rev, school, who: 'Mia Hughes', reason: 'She was away.' },
      newForm(),
    );
    expect(moved).toMatchObject({ ok: true });
    expect(JSON.stringify(await scene.lines(priya))).toContain(ref);
    for (const who of [margaret, ada]) expect(JSON.stringify(await scene.lines(who))).not.toContain(ref);
    // What hangs on it goes with it.
    expect(await scene.lines(margaret, { about: 'concernAddendum' })).toEqual([]);
    expect(await scene.lines(priya, { about: 'concernAddendum' })).toHaveLength(1);
    expect(await scene.desk.seen(margaret, id)).toEqual({ ok: false, problem: { code: 'not-found' } });
    expect(await scene.desk.seen(priya, id)).toMatchObject({ ok: true });
  });
});

describe('pages and filters', () => {
  it('give each line once however long it is, and a cursor that works for nobody else and tells no number', async () => {
    const { id } = await scene.report(daniel);
    for (let i = 0; i < 120; i++) await scene.look(tom, id);
    const first = await scene.page(priya);
    expect(first.lines).toHaveLength(50);
    expect(first.people?.map(({ name }) => name)).toContain('Zoe Lund');
    expect(first.people?.map(({ name }) => name)).not.toContain('Beth Amadi');
    const second = await scene.page(priya, { before: first.next! });
    expect(second.people).toBeUndefined();
    expect(second.lines[0]!.at < first.lines.at(-1)!.at).toBe(true);
    const looks = (await scene.lines(priya, { person: tom.person })).filter(({ concern }) => concern === id);
    expect(looks).toHaveLength(120);
    expect(new Set(looks.map(({ at }) => at)).size).toBe(120);
    expect(await scene.desk.page(margaret, { before: first.next })).toMatchObject({ problem: { code: 'not-found' } });
    expect(await scene.desk.page(priya, { before: '12' })).toMatchObject({ problem: { code: 'not-found' } });
    expect(Buffer.from(first.next!, 'base64url')).toHaveLength(34);
  });

  it('find by person, by kind, by class and by the day at the school', async () => {
    const { id } = await scene.report(daniel);
    const at = (moment: string) => scene.note({ at: moment, subjects: [id] });
    await at('2027-06-14T22:59:00.000Z');
    await at('2027-06-14T23:01:00.000Z');
    await at('2027-06-16T12:00:00.000Z');
    const moments = async (filter: object) =>
      (await scene.lines(priya, { ...filter, person: tom.person })).map((line) => line.at.slice(8, 16));
    expect(await moments({ from: '2027-06-15', to: '2027-06-15' })).toEqual(['14T23:01']);
    expect(await moments({ to: '2027-06-14' })).toEqual(['14T22:59']);
    expect(await moments({ from: '2027-06-15' })).toEqual(['16T12:00', '14T23:01']);
    expect(await moments({ from: '2029-01-01' })).toEqual([]);
    expect(new Set((await scene.lines(priya, { kind: 'create' })).map(({ kind }) => kind))).toEqual(
      new Set(['create']),
    );
    const staff = await scene.lines(priya, { about: 'staffMember' });
    expect(new Set(staff.map(({ about }) => about))).toEqual(new Set(['staffMember']));
    expect(staff.length).toBeGreaterThan(0);
  });

  it.each([{ kind: 'peep' }, { about: 'staffConcern' }, { from: 'yesterday' }, { n: '3' }, { refused: 'no' }])(
    'refuse what is no filter: %o',
    async (asked) => {
      expect(await scene.desk.page(priya, asked)).toMatchObject({ problem: { code: 'invalid-input' } });
    },
  );
});

describe('who has seen a case', () => {
  it('is told by person, whoever came last first, with lists apart', async () => {
    const { id, ref } = await scene.report(daniel);
    const other = await scene.report(daniel);
    await scene.look(tom, id);
    await scene.look(priya, id);
    await scene.look(tom, id);
    await scene.look(priya, other.id);
    await scene.kernel.read(listConcerns, priya, {});
    await scene.kernel.read(listConcerns, priya, {});
    const seen = await scene.desk.seen(priya, id);
    if (!seen.ok) throw new Error(seen.problem.code);
    const { opened, listed, more } = seen.answer;
    expect(opened.map(({ name, times, lines }) => [name, times, lines.map(({ did }) => did)])).toEqual([
      ['Tom Whitlock', 2, [`looked at concern ${ref}`, `looked at concern ${ref}`]],
      ['Priya Raman', 1, [`looked at concern ${ref}`]],
      ['Daniel Osei', 1, [`reported concern ${ref}`]],
    ]);
    expect(opened[0]!.first < opened[1]!.last && opened[1]!.last < opened[0]!.last).toBe(true);
    expect(listed.map(({ name, times }) => [name, times])).toEqual([['Priya Raman', 2]]);
    expect(more).toBe(false);
    const again = await scene.desk.seen(priya, id);
    expect(again).toMatchObject({ answer: { opened: [{ name: 'Priya Raman', times: 2 }, {}, {}] } });
    expect(await scene.told(margaret, { about: 'journal' })).toContain(
      `Priya Raman looked up who has seen concern ${ref}`,
    );
  });

  it('is told to lead and head of its school only, and otherwise not found', async () => {
    const { id } = await scene.report(daniel);
    for (const who of [priya, margaret, una]) expect(await scene.desk.seen(who, id)).toMatchObject({ ok: true });
    for (const who of [tom, daniel, ada, bella, stranger])
      expect(await scene.desk.seen(who, id)).toEqual({ ok: false, problem: { code: 'not-found' } });
    expect(await scene.desk.seen(priya, 'f'.repeat(32))).toEqual({ ok: false, problem: { code: 'not-found' } });
  });
});

describe('the journal as a file', () => {
  it('holds what the filter shows, counts it, and is journalled as an export', async () => {
    const { id, ref } = await scene.report(daniel);
    await scene.look(tom, id);
    const file = await scene.desk.file(margaret, { person: tom.person, form: newForm() });
    expect(file).toMatchObject({ ok: true, answer: { lines: 1, cut: false, name: 'lantern-journal-2026-12-10.csv' } });
    const rows = file.ok ? file.answer.csv.split('\r\n') : [];
    expect(rows[0]).toBe(
      '\uFEFF"When (school time)","Who","What","Kind","About","Refused","Why","From","By which right"',
    );
    expect(rows[1]).toContain(`"Tom Whitlock","looked at concern ${ref}","Opened","Concerns","",""`);
    const entry = [...scene.kernel.journalEntries(tenant)].at(-1);
    expect(entry).toMatchObject({ act: 'export-journal', verb: 'export', about: 'journal', outcome: 'shown' });
    expect(await scene.desk.file(tom, { form: newForm() })).toMatchObject({ problem: { code: 'not-found' } });
    expect(await scene.desk.file(margaret, {})).toMatchObject({ problem: { code: 'invalid-input' } });
  });
});
