import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { markMisfiled } from '../../../src/areas/concerns/mark-misfiled.ts';
import { refuse } from '../../../src/perform/problem.ts';
import type { ChainedEntry } from '../../../src/journal/entry.ts';
import { newForm, people, school, tenant } from '../../support/kernel.ts';
import { aPdf, filesScene, said, type FilesScene } from '../../support/files-scene.ts';

const { priya, tom, daniel } = people;
let scene: FilesScene;
beforeEach(async () => {
  scene = await filesScene();
});
afterEach(() => scene.close());

const entries = () => {
  const all: ChainedEntry[] = [];
  for (const entry of scene.kernel.journalEntries(tenant)) all.push(entry);
  return all;
};
const bytesOnDisk = (at: string): string =>
  readdirSync(at, { withFileTypes: true })
    .map((one) => (one.isDirectory() ? bytesOnDisk(join(at, one.name)) : readFileSync(join(at, one.name), 'latin1')))
    .join('');

describe('a file on its way in', () => {
  it('becomes a document, is opened by a lead, and the journal says so before its bytes leave', async () => {
    const concern = await scene.report();
    const pdf = aPdf(9_000);
    expect(await scene.add(concern, 'letter.pdf', pdf)).toMatchObject({ ok: true });
    const [item] = await scene.list(concern);
    expect(item).toMatchObject({ ...said, size: pdf.length, state: 'not-scanned', inLibrary: false, open: true });
    expect(await scene.fetch(item?.id ?? '', tom)).toEqual(pdf);
    expect(entries().at(-1)).toMatchObject({ actor: tom.person, act: 'download-document', verb: 'export' });
  });

  it('is nobody else’s: not to go on with, not to see, not to open', async () => {
    const concern = await scene.report();
    const id = await scene.bring(concern, 'letter.pdf', aPdf());
    for (const other of [tom, daniel]) {
      expect(await scene.door.state(other, id)).toEqual(refuse('upload-gone'));
      expect(await scene.door.finish(other, id, { form: newForm(), ...said })).toEqual(refuse('upload-gone'));
      expect(await scene.door.discard(other, id)).toEqual(refuse('upload-gone'));
    }
    expect(await scene.door.begin(daniel, concern, { form: newForm(), name: 'x.pdf', size: 9 })).toEqual(
      refuse('not-found'),
    );
    await scene.door.finish(priya, id, { form: newForm(), ...said });
    expect(await scene.fetch(id, daniel)).toBe('not-found');
  });

  it('goes on where it was after a loss, whatever comes twice or out of order', async () => {
    const concern = await scene.report();
    const pdf = aPdf(10_000);
    const form = newForm();
    const begin = () => scene.door.begin(priya, concern, { form, name: 'a.pdf', size: pdf.length });
    const begun = await begin();
    if (!begun.ok) throw new Error(begun.problem.code);
    const { id } = begun.answer;
    const range = (from: number, to: number) => ({
      range: `bytes ${from}-${to - 1}/${pdf.length}`,
      bytes: pdf.subarray(from, to),
    });
    const arrived = async (from: number, to: number) => {
      const kept = await scene.door.receive(priya, id, range(from, to));
      return kept.ok ? kept.answer.arrived : kept.problem.code;
    };
    expect(await arrived(0, 4_000)).toBe(4_000);
    expect(await arrived(0, 4_000)).toBe(4_000);
    // Of two that meet, the one that comes first counts, and both are told so.
    const [at, same] = await Promise.all([arrived(4_000, 6_000), arrived(4_000, 7_000)]);
    expect([6_000, 7_000]).toContain(at);
    expect(same).toBe(at);
    expect(await arrived(8_000, 9_000)).toBe(at);
    expect(await begin()).toMatchObject({ answer: { id, arrived: at } });
    expect(await scene.door.finish(priya, id, { form, ...said })).toEqual(refuse('upload-incomplete'));
    expect(
      await scene.door.receive(priya, id, { range: 'bytes 6000-6999/9', bytes: pdf.subarray(6_000, 7_000) }),
    ).toMatchObject({ problem: { code: 'invalid-input' } });
    expect(await arrived(Number(at), pdf.length)).toBe(pdf.length);
    const first = await scene.door.finish(priya, id, { form, ...said });
    expect(first).toMatchObject({ ok: true });
    expect(await scene.door.finish(priya, id, { form, ...said })).toEqual(first);
    expect(await scene.fetch(id)).toEqual(pdf);
    await scene.work();
    await scene.work();
    expect(await scene.spool.find(id)).toBeUndefined();
    // The answer was lost and the file is filed meanwhile: it is the same answer.
    expect(await scene.door.finish(priya, id, { form, ...said })).toEqual(first);
  });

  it('lies sealed on the disk: neither its name nor a byte can be read there', async () => {
    const concern = await scene.report();
    await scene.bring(concern, 'Ellie Marsden.txt', Buffer.from('She drew a picture of it. '.repeat(90)));
    const disk = bytesOnDisk(join(scene.kernel.folder, 'spool'));
    expect(disk.length).toBeGreaterThan(2_000);
    expect(disk).not.toMatch(/Ellie|picture|RWxsaW/);
  });

  it('is refused when larger than 100 MB, before a byte of it is taken', async () => {
    const concern = await scene.report();
    const size = 100 * 1_048_576 + 1;
    expect(await scene.door.begin(priya, concern, { form: newForm(), name: 'x.heic', size: 9 })).toEqual(
      refuse('file-heic'),
    );
    expect(await scene.door.begin(priya, concern, { form: newForm(), name: 'x.mp4', size })).toEqual(
      refuse('file-too-large'),
    );
  });

  it('is asked about once more when the child’s concerns hold it already', async () => {
    const concern = await scene.report();
    const pdf = aPdf();
    await scene.add(concern, 'letter.pdf', pdf);
    const again = await scene.add(concern, 'copy.pdf', pdf);
    expect(again).toMatchObject({ problem: { code: 'file-there-already' } });
    expect(await scene.add(concern, 'copy.pdf', pdf, { again: true })).toMatchObject({ ok: true });
    expect(await scene.list(concern)).toHaveLength(2);
  });

  it('leaves nothing behind when it is refused or given up, and a document cannot be given up', async () => {
    const concern = await scene.report();
    expect(await scene.add(concern, 'letter.pdf', Buffer.from('no PDF'))).toEqual(refuse('file-not-accepted'));
    const id = await scene.bring(concern, 'a.pdf', aPdf());
    expect(await scene.door.discard(priya, id)).toMatchObject({ ok: true });
    expect(await scene.spool.claim(9, 1)).toEqual([]);
    const kept = await scene.add(concern, 'b.pdf', aPdf());
    const document = kept.ok ? kept.answer.document : '';
    expect(await scene.door.discard(priya, document)).toEqual(refuse('already-done'));
  });

  it('refuses a date that has not come, and a kind that there is not', async () => {
    const concern = await scene.report();
    const invalid = { problem: { code: 'invalid-input' } };
    expect(await scene.add(concern, 'a.pdf', aPdf(), { madeOn: '2999-01-01' })).toMatchObject(invalid);
    expect(await scene.add(concern, 'a.pdf', aPdf(), { kind: 'secret' })).toMatchObject(invalid);
    expect(await scene.add(concern, 'a.pdf', aPdf(), { state: 'clean' })).toMatchObject(invalid);
  });

  it('goes into the restricted register with the entry that it hangs on', async () => {
    const concern = await scene.report();
    const added = await scene.add(concern, 'a.pdf', aPdf());
    const document = added.ok ? added.answer.document : '';
    const { kernel } = scene;
    const order = { concern, rev: 1, school, reason: 'It was Mia.', who: 'Mia Hughes' };
    expect(await kernel.perform(markMisfiled, priya, order, newForm())).toMatchObject({ ok: true });
    expect(await scene.list(concern)).toEqual([]);
    expect(await scene.fetch(document)).toBe('not-found');
    // It is filed all the same.
    await scene.work();
    expect(scene.library.lying.size).toBe(1);
  });
});

describe('a photograph', () => {
  const photograph = (orientation: number) =>
    sharp({ create: { width: 60, height: 40, channels: 3, background: '#c04020' } })
      .withExif({ IFD0: { Artist: 'Ellie' }, IFD3: { GPSLatitude: '51/1 28/1 38/1', GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation })
      .jpeg()
      .toBuffer();

  it('loses where it was taken, stands upright, and both digests are kept', async () => {
    const concern = await scene.report();
    const original = await photograph(6);
    expect((await sharp(original).metadata()).exif).toBeDefined();
    const added = await scene.add(concern, 'IMG_1.JPEG', original, { kind: 'photograph' });
    const id = added.ok ? added.answer.document : '';
    const got = await scene.fetch(id);
    if (typeof got === 'string') throw new Error(got);
    const { width, height, exif, orientation } = await sharp(got).metadata();
    expect({ width, height, exif, orientation }).toEqual({
      width: 40,
      height: 60,
      exif: undefined,
      orientation: undefined,
    });
    expect(got.includes('Ellie')).toBe(false);
    expect(await scene.list(concern)).toMatchObject([{ cleaned: true, size: got.length, mediaType: 'image/jpeg' }]);
    await scene.work();
    await scene.work();
    expect([...scene.library.lying.values()].map((bytes) => Buffer.from(bytes))).toEqual([got]);
    expect(await scene.fetch(id)).toEqual(got);
    // Neither what was kept nor the original lies in the spool any longer.
    scene.clock.forward(120);
    await scene.work();
    expect(await scene.spool.claim(9, 1)).toEqual([]);
  });

  it('that is cut off is refused as damaged', async () => {
    const concern = await scene.report();
    const original = await photograph(1);
    expect(await scene.add(concern, 'a.jpg', original.subarray(0, original.length - 200))).toEqual(
      refuse('file-damaged'),
    );
  });
});
