import { expect, it } from 'vitest';
import { houseFiles, type HouseFile } from './house.ts';

const readers = (files: readonly HouseFile[]) =>
  files
    .filter(
      (file) =>
        /^(src|bot|tab)\/.*\.tsx?$/.test(file.path) && /process\s*(?:\?\.|\.)\s*env\b|process\[/.test(file.text),
    )
    .map((file) => file.path);

it('only src/config.ts reads the environment', () => {
  // Its name in a comment or message is not a reading; lint knows the difference, this test keeps lint honest.
  const code = houseFiles().map((file) => ({ ...file, text: file.text.replaceAll(/^\s*(?:\/\/|\/?\*).*$/gm, '') }));
  expect(readers(code)).toEqual(['src/config.ts']);
});

it('notices another reader', () => {
  expect(readers([{ path: 'src/http/x.ts', text: 'const a = process.env.PORT;' }])).toEqual(['src/http/x.ts']);
});
