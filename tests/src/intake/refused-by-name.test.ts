import { expect, it } from 'vitest';
import { fileEndings } from '../../../src/areas/files/fields.ts';
import { refusedByName } from '../../../src/intake/refused-by-name.ts';

it('lets every kind begin that Lantern takes, in small and capital letters', () => {
  expect(fileEndings.flatMap((ending) => [`a.${ending}`, `A.${ending.toUpperCase()}`]).filter(refusedByName)).toEqual(
    [],
  );
});

it.each([
  ['IMG_0042.HEIC', 'file-heic'],
  ['all of it.zip', 'file-is-archive'],
  ['minutes.doc', 'file-old-office'],
  ['minutes.docm', 'file-has-macros'],
  ['game.exe', 'file-not-accepted'],
  ['report.pdf.exe', 'file-not-accepted'],
  ['constructor', 'file-not-accepted'],
  ['a.constructor', 'file-not-accepted'],
])('says of %s before its bytes are sent: %s', (name, code) => {
  expect(refusedByName(name)).toBe(code);
});
