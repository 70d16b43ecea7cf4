import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { document } from '../../../src/areas/files/record.ts';
import { listPapersOfMinutes } from '../../../src/areas/meetings/papers/papers-view.ts';
import { createFileMinutes } from '../../../src/jobs/file-minutes.ts';
import { people, tenant } from '../../support/kernel.ts';
import { papersScene, type PapersScene } from '../../support/papers-scene.ts';
import { readDocx, readPdf } from '../../support/read-papers.ts';

const { priya, tom, zoe, daniel } = people;
let scene: PapersScene;
let concerns: { leo: string; nell: string };
beforeEach(async () => {
  scene = await papersScene();
  concerns = { leo: await scene.report('Leo Tarrant'), nell: await scene.report('Nell Tarrant') };
});
afterEach(() => scene.close());

const written = {
  Leo: {
    discussion:
      'Leo came without a coat again. His sister Nell said that Mia Hughes of 9A laughed. N.T. cried. Ring 01632 960114.',
    decision: 'Leo joins the breakfast club.\n@Zoe by Friday: ask Nell’s form tutor about lunch with Leo',
    childView: 'Leo: “I like toast.”',
  },
  Nell: { discussion: 'Nell has nightmares about the dog.' },
  'All of them': {
    discussion: 'Leo Tarrant and Nell Tarrant share a coat. Ellie Marsden gave them hers.',
    decision: 'Find coats.',
  },
};
const three = () => ({ children: ['Leo Tarrant', 'Nell Tarrant', 'Ellie Marsden'].map(scene.child) });

/** Papers as the library holds them, by the ending of their names. */
async function filed(concern: string) {
  const items = await scene.filesOf(concern);
  const bytes = (ending: string) => {
    const item = items.find(({ mediaType }) => mediaType.endsWith(ending === 'pdf' ? 'pdf' : 'document'));
    const held = scene.library.lying.get(`${item?.id}.${ending}`);
    if (!held) throw new Error(`no ${ending} was filed`);
    return held;
  };
  const docx = readDocx(bytes('docx'));
  return { items, docx, pdf: (await readPdf(bytes('pdf'))).texts.join(' '), raw: Buffer.from(bytes('pdf')) };
}
async function work(): Promise<void> {
  await scene.fileMinutes();
  while ((await scene.fileDocuments()) > 0);
}

describe('minutes that are published', () => {
  it('lie in the library for each child with a concern, as PDF/A and Word, and name no other child', async () => {
    const id = await scene.agreed(written, three());
    await work();
    expect(scene.library.lying.size).toBe(0);
    expect(await scene.publish(id)).toBe('done');
    await work();
    expect(scene.library.lying.size).toBe(4);
    const leo = await filed(concerns.leo);
    expect(leo.items).toMatchObject([
      { kind: 'meeting-record', source: 'our-school', madeOn: '2026-12-10', madeBy: tom.name, inLibrary: true },
      { kind: 'meeting-record', inLibrary: true },
    ]);
    for (const text of [leo.pdf, leo.docx.text]) {
      for (const words of [
        'In the file of: Leo Tarrant',
        'Leo joins the breakfast club.',
        'Leo: “I like toast.”',
        'Find coats.',
      ])
        expect(text).toContain(words);
      expect(text).toContain('His sister Child B said that another child');
      expect(text).toContain('Came: Daniel Osei');
      expect(text).toMatch(/What Who By .*ask Child B’s form tutor about lunch with Leo Zoe Lund 11 December 2026/);
      expect(text).toMatch(/Point \d was about another concern and stands in its file\./);
      expect(text).not.toMatch(/Nell|Mia|Hughes|9A|N\.T\.|Ellie|Marsden|nightmares|01632/);
    }
    const nell = await filed(concerns.nell);
    for (const text of [nell.pdf, nell.docx.text]) {
      expect(text).toContain('Nell has nightmares about the dog.');
      expect(text).not.toMatch(/Leo|Mia|Hughes|Ellie|Marsden|breakfast/);
    }
    // Nor anywhere else in the files: their properties, their names, their structure.
    for (const { docx, raw, items } of [nell]) {
      expect(docx.all).not.toMatch(/Leo|Mia|Hughes|Ellie|Marsden/);
      expect(raw.toString('latin1')).not.toMatch(/Leo|Hughes|Ellie|Marsden/);
      expect(JSON.stringify(items)).not.toMatch(/Leo|Nell|Tarrant/);
    }
  });

  it('say of each child where they are filed, and of one without a concern that they are not', async () => {
    const id = await scene.agreed(written, three());
    const states = async () =>
      ((await scene.look(listPapersOfMinutes, zoe, { id })) ?? []).map(({ label, state }) => [label, state]);
    expect(await states()).toEqual([
      ['Child A', 'waiting'],
      ['Child B', 'waiting'],
      ['Child C', 'none'],
    ]);
    await scene.publish(id);
    await scene.fileMinutes();
    expect(await states()).toEqual([
      ['Child A', 'made'],
      ['Child B', 'made'],
      ['Child C', 'none'],
    ]);
    await work();
    expect(await states()).toEqual([
      ['Child A', 'in-library'],
      ['Child B', 'in-library'],
      ['Child C', 'none'],
    ]);
    expect(await scene.look(listPapersOfMinutes, daniel, { id })).toEqual([]);
  });

  it('are filed once, however often the worker runs, and by however many', async () => {
    const id = await scene.agreed(written, three());
    await scene.publish(id);
    const another = createFileMinutes({ ...scene.parts, scans: false });
    const made = await Promise.all([scene.fileMinutes(), another()]);
    expect(Math.max(...made)).toBeGreaterThan(0);
    await work();
    await work();
    expect([...scene.library.lying.keys()]).toHaveLength(4);
    const held = scene.database.sqlite.prepare<[], { held: number }>('select count(*) as held from document').get();
    expect(held?.held).toBe(4);
    const acts = [...scene.journalEntries(tenant)].filter(({ act }) => act === 'file-minutes');
    expect(acts).toHaveLength(4);
  });

  it('are the same bytes when the worker was killed between the spool and the record', async () => {
    const id = await scene.agreed(written, { children: [scene.child('Leo Tarrant')] });
    await scene.publish(id);
    const kept: string[] = [];
    const dies = createFileMinutes({
      ...{ ...scene.parts, scans: false },
      perform: async (_useCase, _identity, input) => {
        kept.push((input as { digest: string }).digest);
        throw new Error('killed');
      },
    });
    expect(await dies()).toBe(0);
    await work();
    const [first] = await Promise.all(
      (await scene.filesOf(concerns.leo)).map(({ id: one }) => scene.store.record(tenant, document, one)),
    );
    expect(kept).toHaveLength(1);
    expect((await scene.filesOf(concerns.leo)).map(({ digest }) => digest)).toContain(kept[0]);
    expect(first?.meetingId).toBe(id);
  });
});

it('minutes of a kind that is never published are filed when they are agreed, and before that not', async () => {
  await scene.agreed(
    { Leo: { discussion: 'Leo is well.' } },
    { kind: 'professionals', children: [scene.child('Leo Tarrant')] },
  );
  await work();
  expect((await filed(concerns.leo)).pdf).toContain('Leo is well.');
  expect(await scene.filesOf(concerns.nell)).toEqual([]);
});

it('one that cannot be made does not stop the others, and is tried again after an hour', async () => {
  const id = await scene.agreed(written, three());
  await scene.publish(id);
  let refused = 0;
  const fileMinutes = createFileMinutes({
    ...{ ...scene.parts, scans: false },
    perform: async (useCase, identity, input, form) => {
      if ((input as { concern: string }).concern === concerns.leo && refused++ < 1) throw new Error('away');
      return scene.perform(useCase, identity, input, form);
    },
  });
  expect(await fileMinutes()).toBe(2);
  expect(scene.lines.some(({ event }) => event === 'minutes.paper-failed')).toBe(true);
  expect(await fileMinutes()).toBe(0);
  scene.forward(3_601);
  expect(await fileMinutes()).toBe(2);
  expect(await scene.look(listPapersOfMinutes, priya, { id })).toHaveLength(3);
});
