import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { houseFiles } from '../architecture/house.ts';
import { modules, noticing } from './modules.ts';

const paths = new Set(houseFiles().map((file) => file.path));

it('every module that is broken and every test that must notice is there', () => {
  expect([...modules, ...noticing].filter((path) => !paths.has(path))).toEqual([]);
});

it('no module of the two rooms that say who is calling and what they may is left out, but what decides nothing', () => {
  const all = ['src/access', 'src/identity'].flatMap((room) => readdirSync(room).map((name) => `${room}/${name}`));
  const left = all.filter((path) => path.endsWith('.ts') && !modules.includes(path));
  expect(left).toEqual(['src/access/types.ts', 'src/identity/refusal.ts']);
});

it('none is named twice', () => {
  expect([...new Set(modules)]).toEqual(modules);
  expect([...new Set(noticing)]).toEqual(noticing);
});
