import { expect, it } from 'vitest';
import { houseFiles, type HouseFile } from './house.ts';

const screen = 60;

/** The folders that owe their visitor a page: each top folder, and each room of src. */
function roomsOf(paths: readonly string[]): readonly string[] {
  const rooms = paths.flatMap((path) => /^(appPackage|src|bot|tab|tests|env)\//.exec(path)?.[1] ?? []);
  const inner = paths.flatMap((path) => /^(src\/[^/]+)\//.exec(path)?.[1] ?? []);
  // Nothing may ship in appPackage but what Teams installs; its page stands in env/README.md.
  return [...new Set([...rooms, ...inner])].filter((room) => room !== 'appPackage').sort();
}

function faults(files: readonly HouseFile[]): readonly string[] {
  return roomsOf(files.map((file) => file.path)).flatMap((room) => {
    const page = files.find((file) => file.path === `${room}/README.md`);
    if (!page) return [`${room} has no README.md`];
    const length = page.text.trimEnd().split('\n').length;
    return length > screen ? [`${room}/README.md has ${length} lines`] : [];
  });
}

it('every room says on one screen what lives there', () => {
  expect(faults(houseFiles())).toEqual([]);
});

it('notices a room without a page and a page that is too long', () => {
  const files = [
    { path: 'src/README.md', text: 'What Lantern knows.' },
    { path: 'src/http/route.ts', text: '' },
    { path: 'bot/README.md', text: 'line\n'.repeat(61) },
  ];
  expect(faults(files)).toEqual(['bot/README.md has 61 lines', 'src/http has no README.md']);
});
