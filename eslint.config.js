import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** One entry of `no-restricted-syntax`. A later block replaces an earlier one's list, so each block names all it wants. */
const refuse = (message, ...selectors) => selectors.map((selector) => ({ selector, message }));

const namedExports = refuse('Named exports only: one name for a thing, everywhere.', 'ExportDefaultDeclaration');
const noRawHtml = refuse(
  'React escapes what a person wrote; this would not.',
  'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
  'Property[key.name="dangerouslySetInnerHTML"]',
);
const noSettings = refuse(
  'Only src/config.ts reads the environment.',
  'MemberExpression[object.name="process"][property.name="env"]',
  'MemberExpression[object.name="process"][property.value="env"]',
  'VariableDeclarator[init.name="process"] Property[key.name="env"]',
  'ImportDeclaration[source.value=/^(node:)?process$/]',
);
const noChance = refuse(
  'Decisions are given the time and their ids (ctx.now, ctx.newId): a test can then say what they are.',
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'CallExpression[callee.name="Date"]',
  'MemberExpression[object.name="Date"][property.name="now"]',
  'MemberExpression[object.name="DateTime"][property.name="now"]',
  'MemberExpression[object.name="performance"][property.name="now"]',
  'MemberExpression[object.name="Math"][property.name="random"]',
  'CallExpression[callee.name=/^(randomUUID|randomBytes|randomInt|getRandomValues)$/]',
  'CallExpression[callee.property.name=/^(randomUUID|randomBytes|randomInt|getRandomValues)$/]',
);
const everyTestRuns = refuse(
  'Every test runs, always: mend it or take it away.',
  'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(skip|only|todo|skipIf|runIf|fails)$/]',
);

const everywhere = [...namedExports, ...noRawHtml];

const botbuilder = {
  regex: '^(botbuilder|botframework)',
  message: 'Only bot/framework knows botbuilder, so that it can be replaced there.',
};

export default defineConfig(
  { ignores: ['**/dist/', 'node_modules/', '.lantern/', '.screens/', '.bench/', 'coverage/'] },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-debugger': 'error',
      'no-param-reassign': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'no-restricted-syntax': ['error', ...everywhere, ...noSettings],
      'no-restricted-imports': ['error', { patterns: [botbuilder] }],
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // A port promises; an adapter that has its answer at once is still right.
      '@typescript-eslint/require-await': 'off',
      // Types cannot know what a newer Lantern, or a person in SharePoint, wrote: an unknown choice is shown as it is.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Ports are bags of functions, and none of them reads `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/no-unnecessary-type-arguments': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // tsc reports these already.
      '@typescript-eslint/no-unused-vars': 'off',
    },
  },
  {
    files: ['src/{areas,clocks,perform,access,journal,records}/**/*.ts', 'bot/**/*.ts'],
    ignores: ['bot/framework/**'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...noSettings, ...noChance] },
  },
  {
    files: ['bot/framework/**/*.ts'],
    rules: {
      'no-restricted-imports': 'off',
      // botbuilder marks nearly all of itself as deprecated.
      '@typescript-eslint/no-deprecated': 'off',
    },
  },
  {
    files: ['src/config.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere] },
  },
  {
    files: ['src/main.ts', 'src/local/**', 'env/**', 'tests/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['env/**'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere] },
  },
  {
    files: ['tests/**/*.ts', 'tests/**/*.tsx'],
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, ...everyTestRuns],
      // A test reads answers as they come and says in its expectations what they must be.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
    },
  },
  {
    files: ['tests/bot/framework/**'],
    rules: { 'no-restricted-imports': 'off', '@typescript-eslint/no-deprecated': 'off' },
  },
  {
    files: ['*.config.{js,ts}', '{tab,src/local,tests/mutation}/*.config.ts', '**/*.d.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noRawHtml, ...noSettings] },
  },
);
