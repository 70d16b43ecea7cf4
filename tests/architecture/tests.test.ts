import { expect, it } from 'vitest';
import { tiers } from '../runner/tiers.ts';
import { houseFiles } from './house.ts';

const homes = tiers.flatMap((tier) => tier.folders.map((folder) => ({ tier: tier.name, prefix: `tests/${folder}/` })));
const tiersOf = (path: string) => homes.filter(({ prefix }) => path.startsWith(prefix)).map(({ tier }) => tier);

const files = houseFiles().filter((file) => /\.test\.[a-z]+$/.test(file.path));

it('every test file belongs to exactly one tier, so that none is forgotten', () => {
  expect(files.filter((file) => tiersOf(file.path).length !== 1 || !/\.test\.tsx?$/.test(file.path))).toEqual([]);
  expect(tiersOf('tests/elsewhere/a.test.ts')).toEqual([]);
});
