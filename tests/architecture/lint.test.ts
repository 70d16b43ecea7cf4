import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { expect, it } from 'vitest';

/** Without the rules that need types: reading the whole project's takes as long as linting it. */
const eslint = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] });

/** What the project's own rules say about a text that stood in this file. */
async function complaints(file: string, text: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(text, { filePath: file });
  return result!.messages.map((message) => message.ruleId ?? message.message);
}

const pure = 'src/areas/concerns/record.ts';
const edge = 'src/local/transport.ts';
const test = 'tests/architecture/lint.test.ts';

it.each([
  ['an any', pure, 'export const a: any = 1;', '@typescript-eslint/no-explicit-any'],
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

it.each([
  ['src/areas/concerns/record.ts', 'no-floating-promises'],
  ['src/areas/concerns/record.ts', 'no-misused-promises'],
  ['src/areas/concerns/record.ts', 'no-unsafe-assignment'],
  ['bot/framework/events.ts', 'no-floating-promises'],
  ['tab/concerns/concern-page.tsx', 'no-floating-promises'],
  ['tests/architecture/lint.test.ts', 'no-floating-promises'],
])('in %s the rule %s, which needs types, is on', async (file, rule) => {
  const config = (await new ESLint().calculateConfigForFile(file)) as { rules: Record<string, readonly unknown[]> };
  expect(config.rules[`@typescript-eslint/${rule}`]?.[0]).toBe(2);
});
