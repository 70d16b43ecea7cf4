import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** A file of the project: path with slashes, relative to the checkout. */
export interface HouseFile {
  readonly path: string;
  readonly text: string;
}

const isText = (path: string) => !/\.(png|ico|woff2?|zip)$/.test(path);

function readAll(): readonly HouseFile[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  return [...new Set(listed.split('\0'))]
    .filter((path) => path !== '' && existsSync(path))
    .map((path) => ({ path, text: isText(path) ? readFileSync(path, 'utf8') : '' }));
}

let all: readonly HouseFile[] | undefined;

/** Every file that git holds or would hold after `git add`: what a clone of this tree gets. Read once in each process. */
export const houseFiles = (): readonly HouseFile[] => (all ??= readAll());

export const isCode = (path: string): boolean => /\.(ts|tsx|mjs|js|css)$/.test(path);
