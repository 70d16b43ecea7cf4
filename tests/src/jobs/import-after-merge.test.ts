import { afterEach, beforeEach, expect, it } from 'vitest';
import { rosterIdentity } from '../../../src/access/actor.ts';
import { mergeChildren } from '../../../src/areas/people/merge-children.ts';
import { pupilsOfSchool } from '../../../src/areas/people/queries.ts';
import { importRoster } from '../../../src/jobs/import-roster.ts';
import { rosterOfFiles } from '../../../src/jobs/roster-of-files.ts';
import { newForm, people, school, startKernel, tenant, type Kernel } from '../../support/kernel.ts';
import { ukRoster, type InventedPupil } from '../../support/roster-files.ts';

let kernel: Kernel;
beforeEach(async () => {
  kernel = await startKernel();
});
afterEach(() => kernel.close());

interface Row {
  readonly id: string;
  readonly rev: number;
  readonly givenName: string;
  readonly leftAt: string | null;
  readonly sourceId: string | null;
  readonly mergedInto: string | null;
}
const roll = async () => (await kernel.store.rows(tenant, pupilsOfSchool as never, { school })) as readonly Row[];
const named = async (name: string) => (await roll()).filter(({ givenName }) => givenName === name);

/** How many children were made, changed and left. */
async function bring(pupils: readonly InventedPupil[]) {
  const read = rosterOfFiles(ukRoster(pupils), 'Harrowmere');
  if (!read.ok) throw new Error(read.why);
  const order = { roster: read.roster, school, apply: true, confirmed: true };
  const { ok, ...result } = await importRoster(kernel, rosterIdentity(tenant), order, () => undefined);
  if (!ok || !('answer' in result)) throw new Error('the roster was refused');
  const { counts, faults } = result.answer;
  expect(faults).toEqual([]);
  const { created, changed, left } = counts.pupil;
  return { created, changed, left };
}
const nothing = { created: 0, changed: 0, left: 0 };

const eleanor = { id: 'e1', given: 'Eleanor', family: 'Vane', born: '2014-03-09', year: '8', form: '8B' };
const nell = { ...eleanor, id: 'e2', given: 'Nell', form: '8C' };
const others = [5, 6, 7, 8].map((n) => ({ id: `o${n}`, given: `Ada${n}`, family: 'Lowe', born: `2014-01-0${n}` }));

async function merged(goesOn: string, other: string) {
  const [[one], [two]] = [await named(goesOn), await named(other)];
  if (!one || !two) throw new Error('no such child');
  const said = { child: one.id, rev: one.rev, other: two.id, otherRev: two.rev, reason: 'Entered twice.' };
  expect(await kernel.perform(mergeChildren, people.priya, said, newForm())).toMatchObject({ ok: true });
  return { goesOn: one.id, other: two.id };
}

it('changes nothing when the file that names both records comes again, and makes no third', async () => {
  await bring([eleanor, nell, ...others]);
  await merged('Eleanor', 'Nell');
  const before = await roll();
  for (const _time of [1, 2]) expect(await bring([eleanor, nell, ...others])).toEqual(nothing);
  expect(await roll()).toEqual(before);
});

it('does not let a child leave whom it names by the other record alone', async () => {
  await bring([eleanor, nell, ...others]);
  const { goesOn } = await merged('Eleanor', 'Nell');
  expect(await bring([nell, ...others])).toEqual(nothing);
  // The other way round the second record leaves, and the child stays.
  expect(await bring([eleanor, ...others])).toEqual({ ...nothing, left: 1 });
  expect((await roll()).find(({ id }) => id === goesOn)?.leftAt).toBeNull();
});

it('means the record that goes on where every id has changed, though both bear one name and birthday', async () => {
  await bring([eleanor, { ...eleanor, id: 'e2', form: '8C' }, ...others]);
  const [one, two] = await named('Eleanor');
  if (!one || !two) throw new Error('no such child');
  const said = { child: one.id, rev: one.rev, other: two.id, otherRev: two.rev, reason: 'Entered twice.' };
  expect(await kernel.perform(mergeChildren, people.priya, said, newForm())).toMatchObject({ ok: true });
  const anew = [{ ...eleanor, id: 'x1' }, ...others.map((child) => ({ ...child, id: `x${child.id}` }))];
  expect(await bring(anew)).toMatchObject({ created: 0, left: 1 });
  expect(await bring(anew)).toEqual(nothing);
  expect((await named('Eleanor')).find(({ id }) => id === one.id)).toMatchObject({ sourceId: 'x1', leftAt: null });
});
