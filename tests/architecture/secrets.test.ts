import { expect, it } from 'vitest';
import { houseFiles, type HouseFile } from './house.ts';

/**
 * What must not be in a clone: keys, tokens, paths of somebody's machine, hosts of package registries. `/root/children` is
 * none: Graph calls the root of a drive so.
 */
const forbidden: Readonly<Record<string, RegExp>> = {
  'a private key': /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s+[A-Za-z0-9+/]{20}/,
  'a token': /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/,
  'a client secret': /\b(?:client_?secret|password|api_?key)\b["']?\s*[:=]\s*["'][A-Za-z0-9~._+/-]{16,}["']/i,
  'a storage or service-bus key': /\b(?:AccountKey|SharedAccessKey)=[A-Za-z0-9+/=]{20,}/,
  'a path of somebody’s machine':
    /(?:^|[\s"'`(=])(?:\/(?:home|Users|mnt)\/[\w.-]+\/[\w.-]+|\/work\/[\w.-]+|\/root\/(?!(?:children|content)\b)[\w.-]+|[A-Z]:\\Users\\)/m,
  'a host of a package registry':
    /registry\.(?:npmjs|yarnpkg)\.|\b(?:npm|artifactory|nexus|verdaccio)\.[\w-]+\.\w+\/|deb\.debian\.org/i,
};

const faults = (files: readonly HouseFile[]) =>
  files.flatMap((file) =>
    Object.entries(forbidden).flatMap(([what, pattern]) => (pattern.test(file.text) ? [`${file.path}: ${what}`] : [])),
  );

it('no file holds a secret, a path of a machine or the host of a registry', () => {
  expect(faults(houseFiles())).toEqual([]);
});

it('settings with secrets are ignored by git', () => {
  expect(houseFiles().filter((file) => /\.user$|^\.lantern\//.test(file.path))).toEqual([]);
});

// Put together here, so that this file is not one of those that it looks for.
const joined = (...parts: readonly string[]) => parts.join('');

it.each([
  ['a private key', joined('-----BEGIN RSA PRIV', 'ATE KEY-----\n', 'A'.repeat(64))],
  ['a token', joined('ey', 'J0eXAiOiJKV1Qi', '.ey', 'JzdWIiOiIxMjM0', '.', 'c2lnbmF0dXJlLW9m')],
  ['a client secret', joined('client_sec', 'ret: "Q1w2', 'E3r4T5y6U7i8O9p0"')],
  ['a storage or service-bus key', joined('Account', 'Key=', 'A1b2'.repeat(8))],
  ['a path of somebody’s machine', joined('see "/ho', 'me/somebody/lantern"')],
  ['a host of a package registry', joined('https://regis', 'try.npmjs.org/zod')],
])('notices %s', (what, text) => {
  expect(faults([{ path: 'x', text }])).toEqual([`x: ${what}`]);
});
