import { afterEach, describe, expect, it } from 'vitest';
import type { Verdict } from '../../../src/ports/scanner.ts';
import { newForm, people } from '../../support/kernel.ts';
import { aPdf, filesScene, said, type FilesScene } from '../../support/files-scene.ts';

let scene: FilesScene;
afterEach(() => scene.close());

/** A turn after whatever was put off is due again. */
const later = () => {
  scene.clock.forward(61);
  return scene.work();
};
async function added(bytes = aPdf()) {
  const concern = await scene.report();
  const result = await scene.add(concern, 'a.pdf', bytes);
  if (!result.ok) throw new Error(result.problem.code);
  return { concern, id: result.answer.document, bytes };
}

describe('a document that is not scanned', () => {
  it('goes into the library once, its record says where, the spool forgets it, and it opens from there', async () => {
    scene = await filesScene({ label: async () => 'Child protection file' });
    const { concern, id, bytes } = await added();
    while ((await scene.work()) > 0);
    expect([...scene.library.lying.keys()]).toEqual([`${id}.pdf`]);
    const [item] = await scene.list(concern);
    expect(item).toMatchObject({ inLibrary: true, state: 'not-scanned', retentionLabel: 'Child protection file' });
    expect(await scene.spool.find(id)).toBeUndefined();
    expect(await scene.fetch(id)).toEqual(bytes);
  });

  it('waits while SharePoint is away, opens meanwhile, and goes on', async () => {
    scene = await filesScene();
    const { concern, id, bytes } = await added();
    scene.library.leave({ ok: false, reason: 'no-answer' });
    expect(await scene.work()).toBe(0);
    expect(await scene.list(concern)).toMatchObject([{ inLibrary: false, open: true }]);
    expect(await scene.fetch(id)).toEqual(bytes);
    scene.library.leave();
    expect(await later()).toBe(1);
    expect(await scene.list(concern)).toMatchObject([{ inLibrary: true }]);
  });

  it('is not handed out when the library holds something else under its name', async () => {
    scene = await filesScene();
    const { id } = await added();
    while ((await scene.work()) > 0);
    scene.library.lying.set(`${id}.pdf`, aPdf());
    expect(await scene.fetch(id)).toBe('file-gone');
    scene.library.lying.clear();
    expect(await scene.fetch(id)).toBe('file-gone');
  });

  it('cuts a large one off before its last byte when it is another', async () => {
    scene = await filesScene();
    const { id, bytes } = await added(aPdf(17 * 1_048_576));
    while ((await scene.work()) > 0);
    const other = Buffer.from(bytes);
    other.write('x', 5_000);
    scene.library.lying.set(`${id}.pdf`, other);
    await expect(scene.fetch(id)).rejects.toThrow('its digest is another');
  });
});

describe('a document that waits for its scan', () => {
  const scanning = async (...verdicts: Verdict[]) => {
    scene = await filesScene({
      scanner: { scan: async () => verdicts.shift() ?? { what: 'no-answer', code: 'away' } },
    });
    return added();
  };

  it('is not opened and not filed until the scan has found nothing', async () => {
    const { concern, id, bytes } = await scanning({ what: 'no-answer', code: 'away' }, { what: 'clean' });
    expect(await scene.work()).toBe(0);
    expect(await scene.fetch(id)).toBe('file-waits');
    expect(await scene.list(concern)).toMatchObject([{ state: 'pending-scan', open: false, inLibrary: false }]);
    expect(await later()).toBe(1);
    await scene.work();
    expect(await scene.list(concern)).toMatchObject([{ state: 'clean', open: true, inLibrary: true }]);
    expect(await scene.fetch(id)).toEqual(bytes);
  });

  it('is never filed and never opened once something was found; its bytes stay sealed for 30 days', async () => {
    const { concern, id } = await scanning({ what: 'infected', threat: 'Eicar' });
    while ((await scene.work()) > 0);
    expect(scene.library.lying.size).toBe(0);
    expect(await scene.list(concern)).toMatchObject([{ state: 'infected', threat: 'Eicar', open: false }]);
    expect(await scene.fetch(id)).toBe('file-infected');
    scene.clock.forward(29 * 86_400);
    await scene.work();
    expect(await scene.spool.find(id)).toBeDefined();
    scene.clock.forward(2 * 86_400);
    await scene.work();
    expect(await scene.spool.find(id)).toBeUndefined();
    expect(await scene.list(concern)).toMatchObject([{ state: 'infected' }]);
  });
});

describe('what lies in the spool', () => {
  it('is swept a day after it was begun when nobody finished it, and not sooner', async () => {
    scene = await filesScene();
    const concern = await scene.report();
    const id = await scene.bring(concern, 'a.pdf', aPdf());
    scene.clock.forward(86_300);
    await scene.work();
    expect(await scene.spool.find(id)).toBeDefined();
    await later();
    scene.clock.forward(86_400);
    await scene.work();
    expect(await scene.door.finish(people.priya, id, { form: newForm(), ...said })).toMatchObject({
      problem: { code: 'upload-gone' },
    });
  });

  it('that is gone before it was filed is said to be lost; what the library holds after all is filed', async () => {
    scene = await filesScene();
    const { concern, id } = await added();
    const { id: other, bytes, concern: second } = await added();
    await scene.spool.remove(id);
    await scene.spool.remove(other);
    scene.library.lying.set(`${other}.pdf`, bytes);
    await scene.work();
    expect(await scene.list(concern)).toMatchObject([{ state: 'missing', open: false }]);
    expect(await scene.fetch(id)).toBe('file-gone');
    expect(await scene.list(second)).toMatchObject([{ state: 'not-scanned', inLibrary: true }]);
  });
});
