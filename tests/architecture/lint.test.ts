import { ESLint } from 'eslint';
import { beforeAll, expect, it } from 'vitest';

const eslint = new ESLint();

/** What the project's own rules say about a text that stood in this file. The file must exist: types are read from the whole project. */
async function complaints(file: string, text: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(text, { filePath: file });
  return result!.messages.map((message) => message.ruleId ?? message.message);
}

const pure = 'src/areas/concerns/record.ts';
const edge = 'src/local/transport.ts';
const test = 'tests/architecture/lint.test.ts';

// The first question reads the types of the whole project.
beforeAll(() => complaints(pure, ''), 120_000);

it.each([
  ['an any', pure, 'export const a: any = 1;', '@typescript-eslint/no-explicit-any'],
  ['a promise left alone', edge, 'const a = async () => 1; a();', '@typescript-eslint/no-floating-promises'],
  [
    'a promise where none is expected',
    edge,
    '[1].filter(async (a) => a > 0);',
    '@typescript-eslint/no-misused-promises',
  ],
  [
    'a type imported as a value',
    edge,
    "import { Transport } from '../ports/transport.ts'; export type A = Transport;",
    '@typescript-eslint/consistent-type-imports',
  ],
  ['a default export', pure, 'export default 1;', 'no-restricted-syntax'],
  ['a print in the product', pure, 'console.log(1);', 'no-console'],
  ['the environment', edge, 'export const a = process.env.HOME;', 'no-restricted-syntax'],
  ['the environment by another name', edge, "export const a = process['env'];", 'no-restricted-syntax'],
  ['the environment taken apart', edge, 'export const { env } = process;', 'no-restricted-syntax'],
  [
    'the environment imported',
    edge,
    "import { env } from 'node:process'; export const a = env;",
    'no-restricted-syntax',
  ],
  ['the time in a decision', pure, 'export const a = new Date();', 'no-restricted-syntax'],
  ['the time in a decision, as a number', pure, 'export const a = Date.now();', 'no-restricted-syntax'],
  ['chance in a decision', pure, 'export const a = Math.random();', 'no-restricted-syntax'],
  ['an id made in a decision', pure, 'export const a = crypto.randomUUID();', 'no-restricted-syntax'],
  ['raw HTML', edge, 'export const a = { dangerouslySetInnerHTML: 1 };', 'no-restricted-syntax'],
  ['botbuilder outside its room', edge, "import 'botbuilder';", 'no-restricted-imports'],
  ["a part of botbuilder's family", edge, "import 'botframework-connector/lib/auth';", 'no-restricted-imports'],
  ['a test that does not run', test, "import { it } from 'vitest'; it.skip('a', () => {});", 'no-restricted-syntax'],
])('lint refuses %s', async (_what, file, text, rule) => {
  expect(await complaints(file, text)).toContain(rule);
});

it.each([
  ['a time that is given', pure, "export const a = new Date('2026-12-10T08:05:00.000Z');"],
  ['the time in an adapter', edge, 'export const a = Date.now();'],
  ['a print in local mode', edge, 'console.log(1);'],
  ['the environment in the settings', 'src/config.ts', 'export const a = process.env;'],
  ['botbuilder in its room', 'bot/framework/events.ts', "import 'botbuilder';"],
])('lint allows %s', async (_what, file, text) => {
  expect(await complaints(file, text)).toEqual([]);
});
