import { expect, it } from 'vitest';
import { houseFiles } from './house.ts';

/** Names that say nothing of what is inside, so that anything ends up there. */
const empty = /(^|[/.-])(utils?|helpers?|common|managers?|misc|shared)([/.-]|$)/i;
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)+$/;

const nameless = (paths: readonly string[]) => paths.filter((path) => empty.test(path));
const crooked = (paths: readonly string[]) =>
  paths.filter((path) => /\.(ts|tsx|mjs|js|css)$/.test(path) && !kebab.test(path.slice(path.lastIndexOf('/') + 1)));

const paths = houseFiles().map((file) => file.path);

it('no file or folder has a name that says nothing', () => {
  expect(nameless(paths)).toEqual([]);
});

it('code files are named in kebab-case', () => {
  expect(crooked(paths)).toEqual([]);
});

it('notices names that say nothing and names in another case', () => {
  const bad = ['src/utils/a.ts', 'src/http/token-helper.ts', 'tab/common.tsx', 'bot/card.manager.ts'];
  expect(nameless([...bad, 'src/uncommon-ground.ts'])).toEqual(bad);
  expect(crooked(['src/reportConcern.ts', 'src/report_concern.ts', 'src/report-concern.ts'])).toEqual([
    'src/reportConcern.ts',
    'src/report_concern.ts',
  ]);
});
