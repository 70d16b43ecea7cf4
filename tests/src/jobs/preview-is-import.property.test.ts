import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pupilsOfSchool, staffOfSchool } from '../../../src/areas/people/queries.ts';
import { importRoster } from '../../../src/jobs/import-roster.ts';
import { rosterOfFiles } from '../../../src/jobs/roster-of-files.ts';
import { people, school, startKernel, tenant, type Kernel } from '../../support/kernel.ts';
import { ukRoster } from '../../support/roster-files.ts';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await startKernel();
});
afterAll(() => kernel.close());

type Row = Readonly<Record<string, string | number | null>> & { readonly id: string };
async function rows(query: unknown): Promise<ReadonlyMap<string, Row>> {
  const found = (await kernel.store.rows(tenant, query as never, { school })) as unknown as readonly Row[];
  return new Map(found.map((row) => [row.id, row]));
}

/** What became of a list of people, counted from the list alone. */
function difference(before: ReadonlyMap<string, Row>, after: ReadonlyMap<string, Row>) {
  const both = [...after.values()].flatMap((now) => {
    const was = before.get(now.id);
    return was ? [{ was, now }] : [];
  });
  const left = both.filter(({ was, now }) => was['leftAt'] === null && now['leftAt'] !== null).length;
  const touched = both.filter(({ was, now }) => was['rev'] !== now['rev']).length;
  return { created: after.size - before.size, left, changed: touched - left };
}

const child = fc.record({
  given: fc.constantFrom('Ada', 'Bea', 'Cy', 'Zoë'),
  family: fc.constantFrom('Lowe', 'Moss', 'O’Brien'),
  form: fc.constantFrom('7A', '8B'),
  born: fc.constantFrom('', '2013-05-01', '2014-01-31'),
});
/** Ids come and go, names and forms of the same id change, rows are at fault. */
const roster = fc
  .dictionary(fc.constantFrom('1', '2', '3', '4', '5', '6', '7'), child, { minKeys: 1 })
  .map((byId) => Object.entries(byId).map(([id, one]) => ({ id, year: one.form.charAt(0), ...one })));

it('an import does what its preview said, neither more nor less, and then nothing is left to do', async () => {
  await fc.assert(
    fc.asyncProperty(roster, async (pupils) => {
      const read = rosterOfFiles(ukRoster(pupils), 'Harrowmere');
      if (!read.ok) throw new Error(read.why);
      const order = { roster: read.roster, school, confirmed: true };
      const bring = async (apply: boolean) => {
        const result = await importRoster(kernel, people.priya, { ...order, apply });
        if (!result.ok) throw new Error(result.problem.code);
        return result.answer;
      };
      const [before, staffBefore] = [await rows(pupilsOfSchool), await rows(staffOfSchool)];
      const preview = await bring(false);
      expect(await rows(pupilsOfSchool)).toEqual(before);
      const done = await bring(true);
      const after = await rows(pupilsOfSchool);

      expect(difference(before, after)).toMatchObject({
        created: preview.counts.pupil.created,
        left: preview.counts.pupil.left,
        changed: preview.counts.pupil.changed,
      });
      expect(difference(staffBefore, await rows(staffOfSchool))).toEqual({ created: 0, left: 0, changed: 0 });
      expect([done.counts, done.kinds]).toEqual([preview.counts, preview.kinds]);
      const { joiner, leaver, returner, renamed, moved, changed } = preview.kinds;
      expect([joiner, leaver, returner + renamed + moved + changed]).toEqual([
        preview.counts.pupil.created,
        preview.counts.pupil.left,
        preview.counts.pupil.changed,
      ]);
      const again = await bring(false);
      expect(Object.values(again.kinds).every((n) => n === 0)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
