import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { brokenImportRules } from './broken-import-rules.ts';
import { importRules } from './import-rules.ts';

/** A tiny checkout: each file's text, in which `{}` stands for nothing of interest. */
async function brokenIn(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const root = mkdtempSync(join(tmpdir(), 'lantern-house-'));
  const rest = {
    'package.json':
      '{"type":"module","dependencies":{"botbuilder":"1.0.0","@opentelemetry/api":"1.0.0"},"devDependencies":{"vitest":"1.0.0"}}',
    'node_modules/botbuilder/index.js': '',
    'node_modules/@opentelemetry/api/index.js': '',
    'node_modules/vitest/index.js': '',
    'src/empty.ts': '',
    'bot/empty.ts': '',
    'tab/empty.ts': '',
  };
  try {
    for (const [path, text] of Object.entries({ ...rest, ...files })) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return (await brokenImportRules(root)).map(({ rule }) => rule);
  } finally {
    rmSync(root, { recursive: true });
  }
}

const thing = 'export const a = 1; export type A = 1;';

/** For each rule the smallest house that breaks it. */
const broken: readonly (readonly [rule: string, files: Readonly<Record<string, string>>])[] = [
  ['records-stand-alone', { 'src/records/x.ts': "import '../ports/y.ts';", 'src/ports/y.ts': thing }],
  ['records-run-in-a-browser', { 'src/records/x.ts': "import 'node:fs';" }],
  ['ports-stand-alone', { 'src/ports/x.ts': "import type { A } from '../records/y.ts';", 'src/records/y.ts': thing }],
  [
    'areas-know-no-machinery',
    { 'src/areas/a/x.ts': "import type { A } from '../../store/y.ts';", 'src/store/y.ts': thing },
  ],
  [
    'areas-know-of-http-only-the-shape-of-a-route',
    { 'src/areas/a/x.ts': "import { a } from '../../http/route.ts';", 'src/http/route.ts': thing },
  ],
  [
    'areas-know-only-the-words-of-perform-and-access',
    { 'src/areas/a/x.ts': "import { a } from '../../perform/perform.ts';", 'src/perform/perform.ts': thing },
  ],
  ['areas-do-no-io', { 'src/areas/a/x.ts': "import 'node:fs';" }],
  [
    'areas-share-no-acts-and-views',
    { 'src/areas/a/x.ts': "import { a } from '../b/report.ts';", 'src/areas/b/report.ts': thing },
  ],
  [
    'store-and-sharepoint-derive-from-records',
    { 'src/store/x.ts': "import '../areas/b/record.ts';", 'src/areas/b/record.ts': thing },
  ],
  [
    'perform-is-handed-over',
    { 'src/http/x.ts': "import { a } from '../perform/read.ts';", 'src/perform/read.ts': thing },
  ],
  [
    'only-main-knows-the-bot',
    { 'src/jobs/x.ts': "import type { A } from '../../bot/a/card.ts';", 'bot/a/card.ts': thing },
  ],
  [
    'src-stands-without-tab-and-tests',
    { 'src/main.ts': "import '../tests/support/x.ts';", 'tests/support/x.ts': thing },
  ],
  ['bot-stands-without-tab-and-tests', { 'bot/a/x.ts': "import '../../tab/a/y.ts';", 'tab/a/y.ts': thing }],
  ['nothing-imports-main', { 'bot/a/x.ts': "import '../../src/main.ts';", 'src/main.ts': thing }],
  ['only-main-knows-the-local-tenant', { 'src/graph/x.ts': "import '../local/y.ts';", 'src/local/y.ts': thing }],
  [
    'tab-knows-contracts-and-fields-only',
    { 'tab/a/x.ts': "import type { A } from '../../src/areas/a/rules.ts';", 'src/areas/a/rules.ts': thing },
  ],
  [
    'contracts-and-fields-stay-light',
    { 'src/areas/a/fields.ts': "import { a } from './rules.ts';", 'src/areas/a/rules.ts': thing },
  ],
  ['botbuilder-has-one-room', { 'bot/a/x.ts': "import 'botbuilder';" }],
  ['opentelemetry-has-one-room', { 'src/http/x.ts': "import '@opentelemetry/api';" }],
  ['the-product-needs-no-development-packages', { 'src/jobs/x.ts': "import 'vitest';" }],
  [
    'no-cycles',
    { 'tab/a/x.ts': "import './y.ts'; export const a = 1;", 'tab/a/y.ts': "import type { a } from './x.ts';" },
  ],
  ['every-import-leads-somewhere', { 'src/jobs/x.ts': "import './nowhere.ts';" }],
];

it('every import in the house keeps the rules', { timeout: 120_000 }, async () => {
  expect(await brokenImportRules(process.cwd())).toEqual([]);
});

it.each(broken)('%s is noticed when it is broken', async (rule, files) => {
  const found = await brokenIn(files);
  expect(new Set(found)).toEqual(new Set([rule]));
});

it('every rule is proved able to fail', () => {
  expect(broken.map(([rule]) => rule)).toEqual(importRules.map((rule) => rule.name));
});

it('lets through what the design allows', async () => {
  const found = await brokenIn({
    'src/main.ts': "import '../bot/framework/x.ts'; import './local/z.ts';",
    'bot/framework/x.ts': "import 'botbuilder'; import '../../src/perform/problem.ts';",
    'src/local/z.ts': "import 'vitest';",
    'src/perform/problem.ts': thing,
    'src/perform/perform.ts': thing,
    'src/areas/a/report.ts':
      "import { a } from '../../perform/problem.ts'; import type { A } from '../../perform/perform.ts'; import '../b/record.ts'; import './fields.ts';",
    'src/areas/a/fields.ts': "import type { A } from '../../perform/problem.ts';",
    'src/areas/a/routes.ts':
      "import type { A } from '../../http/route.ts'; import { bodyOf } from '../../http/body-of.ts';",
    'src/http/route.ts': thing,
    'src/http/body-of.ts': thing,
    'src/areas/b/record.ts': "import '../../records/define.ts';",
    'src/records/define.ts': thing,
    'tab/a/x.tsx': "import { a } from '../../src/areas/a/fields.ts';",
  });
  expect(found).toEqual([]);
});
