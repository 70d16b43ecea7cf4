import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginningPiece } from '../../../src/areas/files/fields.ts';
import { beginningDigest } from '../../../src/intake/beginning-digest.ts';
import { refuse } from '../../../src/perform/problem.ts';
import { aPdf, filesScene, said, type FilesScene } from '../../support/files-scene.ts';
import { newForm, people, tenant } from '../../support/kernel.ts';

const { priya, tom, daniel } = people;
let scene: FilesScene;
beforeEach(async () => {
  scene = await filesScene();
});
afterEach(() => scene.close());

const sha = (...parts: readonly Uint8Array[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
/** As the contract says it, written a second time. */
const proofOf = (bytes: Buffer, upto: number) => {
  const pieces: Buffer[] = [];
  for (let at = 0; at < upto; at += 4_194_304) pieces.push(sha(bytes.subarray(at, Math.min(at + 4_194_304, upto))));
  return { upto, beginning: sha(...pieces).toString('hex') };
};
const part = (bytes: Buffer, from: number, to: number) => ({
  range: `bytes ${from}-${to - 1}/${bytes.length}`,
  bytes: bytes.subarray(from, to),
});

/** Begins a file and brings some of it. @returns the upload's id */
async function begun(concern: string, bytes: Buffer, arrived: number, name = 'Letter.pdf', who = priya) {
  const answer = await scene.door.begin(who, concern, { form: newForm(), name, size: bytes.length });
  if (!answer.ok) throw new Error(answer.problem.code);
  if (arrived > 0) await scene.door.receive(who, answer.answer.id, part(bytes, 0, arrived));
  return answer.answer.id;
}
const looks = () => [...scene.kernel.journalEntries(tenant)].filter(({ act }) => act === 'list-uploads');

describe('an upload that a page left behind', () => {
  it('is shown to the person who began it, on its concern, with what has arrived and how long it is kept', async () => {
    const [concern, another] = [await scene.report(), await scene.report('Another day.')];
    const pdf = aPdf(9_000);
    const id = await begun(concern, pdf, 4_000);
    const shown = { id, name: 'Letter.pdf', size: pdf.length, arrived: 4_000 };
    expect(await scene.door.unfinished(priya, concern)).toEqual({ ok: true, answer: [{ ...shown, hoursLeft: 24 }] });
    expect(looks()).toMatchObject([{ actor: priya.person, subjects: [concern], outcome: 'shown' }]);
    scene.clock.forward(3 * 3_600 + 60);
    expect(await scene.door.unfinished(priya, concern)).toEqual({ ok: true, answer: [{ ...shown, hoursLeft: 20 }] });
    for (const [who, where] of [
      [tom, concern],
      [daniel, concern],
      [priya, another],
    ] as const)
      expect(await scene.door.unfinished(who, where)).toEqual({ ok: true, answer: [] });
    // Where nothing is shown there is nothing to journal.
    expect(looks()).toHaveLength(2);
  });

  it('is shown no longer once it is a document, given up, or a day old; and by then the worker has thrown it away', async () => {
    const concern = await scene.report();
    const pdf = aPdf();
    const [done, dropped, old] = [
      await begun(concern, pdf, pdf.length),
      await begun(concern, pdf, 900),
      await begun(concern, pdf, 1_000),
    ];
    expect(await scene.door.finish(priya, done, { form: newForm(), ...said })).toMatchObject({ ok: true });
    await scene.door.discard(priya, dropped);
    expect(await scene.door.unfinished(priya, concern)).toMatchObject({ answer: [{ id: old, arrived: 1_000 }] });
    scene.clock.forward(86_400);
    expect(await scene.door.unfinished(priya, concern)).toEqual({ ok: true, answer: [] });
    await scene.work();
    expect(await scene.spool.find(old)).toBeUndefined();
  });

  it('does not show what stands in place of a picture, nor anything to whoever may not add to the concern', async () => {
    const concern = await scene.report();
    const { spool } = scene;
    const entry = { tenant, at: scene.clock.now(), size: 9 };
    const about = { person: daniel.person, concern, name: 'x.pdf' };
    await spool.begin({ ...entry, id: newForm(), about: { ...about, of: newForm() } });
    expect(await scene.door.unfinished(daniel, concern)).toEqual({ ok: true, answer: [] });
    await spool.begin({ ...entry, id: newForm(), about });
    expect(await scene.door.unfinished(daniel, concern)).toEqual(refuse('not-found'));
  });
});

describe('going on with it', () => {
  it('takes the same file, and what becomes of it is that file', async () => {
    const concern = await scene.report();
    const pdf = aPdf(9_000);
    const id = await begun(concern, pdf, 4_000);
    expect(await scene.door.goOn(priya, id, proofOf(pdf, 4_000))).toEqual({
      ok: true,
      answer: { id, size: pdf.length, arrived: 4_000 },
    });
    await scene.door.receive(priya, id, part(pdf, 4_000, pdf.length));
    await scene.door.finish(priya, id, { form: newForm(), ...said });
    expect(await scene.fetch(id)).toEqual(pdf);
  });

  it('refuses a file of the same name and size in which one byte of what has arrived is another', async () => {
    const concern = await scene.report();
    const pdf = aPdf(9_000);
    const id = await begun(concern, pdf, 4_000);
    for (const at of [0, 2_000, 3_999]) {
      const other = Buffer.from(pdf);
      other[at] = (pdf[at] ?? 0) ^ 1;
      expect(await scene.door.goOn(priya, id, proofOf(other, 4_000))).toEqual(refuse('upload-another-file'));
    }
    // What has not arrived yet comes from the file that is there now.
    const later = Buffer.from(pdf);
    later[4_000] = (pdf[4_000] ?? 0) ^ 1;
    expect(await scene.door.goOn(priya, id, proofOf(later, 4_000))).toMatchObject({ ok: true });
  });

  it('is nobody else’s, looks at all that has arrived, and says when it is gone', async () => {
    const concern = await scene.report();
    const pdf = aPdf(9_000);
    const id = await begun(concern, pdf, 4_000);
    expect(await scene.door.goOn(tom, id, proofOf(pdf, 4_000))).toEqual(refuse('upload-gone'));
    expect(await scene.door.goOn(priya, id, proofOf(pdf, 3_999))).toEqual(refuse('changed-meanwhile'));
    expect(await scene.door.goOn(priya, id, proofOf(pdf, 0))).toEqual(refuse('changed-meanwhile'));
    expect(await scene.door.goOn(priya, id, { upto: 4_000 })).toMatchObject({ problem: { code: 'invalid-input' } });
    await scene.door.discard(priya, id);
    expect(await scene.door.goOn(priya, id, proofOf(pdf, 4_000))).toEqual(refuse('upload-gone'));
  });

  it('compares the same digest however the bytes came, over several pieces', async () => {
    const size = 2 * beginningPiece + 5_000;
    const bytes = Buffer.from(Uint8Array.from({ length: size }, (_, i) => (i * 31 + (i >> 11)) % 256));
    const near = [0, 1, beginningPiece - 1, beginningPiece, beginningPiece + 1, 2 * beginningPiece, size];
    const source = { size, read: async (from: number, to: number) => bytes.subarray(from, to) };
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.constantFrom(...near), fc.nat({ max: size })), async (upto) => {
        expect(await beginningDigest(source, upto)).toBe(proofOf(bytes, upto).beginning);
      }),
      { numRuns: 25 },
    );
  });
});
