import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actionRoutes } from '../../src/areas/actions/routes.ts';
import { alertRoutes } from '../../src/areas/alerts/routes.ts';
import { recordTypes } from '../../src/areas/areas.ts';
import { concernRoutes } from '../../src/areas/concerns/routes.ts';
import { deskPaths } from '../../src/areas/desk/contract.ts';
import { notificationPath } from '../../src/compose/open-subscriptions.ts';
import { journalLists } from '../../src/journal/journal-lists.ts';
import { rowsOf } from '../support/markdown-table.ts';

const folder = 'env/protection';
const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
const page = (name: string) => readFileSync(join(folder, name), 'utf8');
const pages = names.map((name) => ({ name, text: page(name) }));

/** Files of the checkout that a page names. */
const filesIn = (text: string) =>
  [...text.matchAll(/`((?:src|bot|tab|tests|env|appPackage)\/[^`\s]+)`/g)].map(([, file]) => file ?? '');
const missing = (text: string) => filesIn(text).filter((file) => !existsSync(file));

describe('every page', () => {
  it('is led to by the folder’s own, and that by env/README.md', () => {
    const led = [...page('README.md').matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, name]) => name ?? '');
    expect(names.filter((name) => name !== 'README.md' && !led.includes(name))).toEqual([]);
    expect(readFileSync('env/README.md', 'utf8')).toContain('(protection/README.md)');
  });

  it.each(pages)('$name names files that exist', ({ text }) => {
    expect(missing(text)).toEqual([]);
  });

  it('a file that is gone is noticed', () => {
    expect(pages.flatMap(({ text }) => filesIn(text)).length).toBeGreaterThan(300);
    expect(missing('see `src/perform/perform.ts` and `tests/src/gone.test.ts`')).toEqual(['tests/src/gone.test.ts']);
  });

  it.each(pages)('$name leads only to what is there', ({ text }) => {
    const targets = [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, to]) => to ?? '');
    const local = targets.filter((to) => !to.startsWith('https://'));
    expect(local.filter((to) => !existsSync(join(folder, to)))).toEqual([]);
  });

  it.each(pages)('$name names commands and settings that exist', ({ text }) => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    const commands = [...text.matchAll(/npm run ([a-z-]+)/g)].map(([, name]) => name ?? '');
    expect(commands.filter((name) => scripts[name] === undefined)).toEqual([]);
    const settings = readFileSync('src/config.ts', 'utf8');
    const named = text.match(/\b(?:LANTERN|API|BOT|PROVISION|TAB|DATABASE|IDENTITY)_[A-Z_]+\b/g) ?? [];
    expect(named.filter((name) => !settings.includes(`${name}: `))).toEqual([]);
  });
});

describe.each(['processing.md', 'retention.md'])('%s', (name) => {
  const listed = rowsOf(page(name)).filter(({ head }) => head[0] === 'record type');

  it('holds every record type once, under the name of its list, and no other', () => {
    const known = recordTypes.map((type) => [`\`${type.name}\``, type.list]);
    expect(listed.map(({ cells }) => cells.slice(0, 2)).sort()).toEqual([...known].sort());
  });

  it('leaves no cell of them empty', () => {
    expect(listed.filter(({ cells }) => cells.includes('')).map(({ cells }) => cells[0])).toEqual([]);
  });

  it('names the journal’s lists too', () => {
    for (const { list } of journalLists) expect(page(name)).toMatch(new RegExp(`${list}\\b`));
  });
});

describe('threats.md', () => {
  const text = page('threats.md');
  const contracts = readdirSync('src/areas', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /contract\.ts$/.test(file),
  );
  const declared = contracts.flatMap((file) =>
    [...readFileSync(join('src/areas', file), 'utf8').matchAll(/'(\/api\/[a-z-]+)/g)].map(([, path]) => path ?? ''),
  );
  const open = [...readFileSync('tests/security/routes.test.ts', 'utf8').matchAll(/const open = \[(.*)\]/g)].flatMap(
    ([, list]) => [...(list ?? '').matchAll(/'(\/[a-z/]+[a-z])/g)].map(([, path]) => path ?? ''),
  );
  const missed = (paths: readonly string[]) => [...new Set(paths)].filter((path) => !text.includes(`\`${path}\``));

  it('holds every address that the areas answer', () => {
    const mounted = [
      ...concernRoutes(() => Promise.reject(new Error())),
      ...alertRoutes,
      ...actionRoutes(() => Promise.resolve(true)),
    ];
    const known = mounted.map(({ path }) => path.split('/').slice(0, 3).join('/'));
    // What the contracts declare is what is mounted: else an address could hide from this test.
    expect(known.filter((path) => !declared.includes(path))).toEqual([]);
    expect(missed(declared)).toEqual([]);
    expect(missed(['/api/nothing-here'])).toEqual(['/api/nothing-here']);
  });

  it('holds every address before the token check', () => {
    expect(open).toEqual(['/tab', '/live', '/ready', '/api/messages', '/outside']);
    expect(missed([...open, notificationPath, '/status', deskPaths.changes])).toEqual([]);
  });

  it('has a chapter for each door beside them', () => {
    const chapters = [...text.matchAll(/^## (.*)$/gm)].map(([, title]) => title);
    for (const door of [
      'SharePoint',
      'Graph',
      'Key Vault',
      'PostgreSQL',
      'clamd',
      'OTLP',
      'Local mode',
      'Local socket',
    ])
      expect(chapters.filter((title) => title?.includes(door))).toHaveLength(1);
  });

  it('says of each threat what stands against it and what shows it, or that nothing does', () => {
    const threats = rowsOf(text);
    expect(threats.length).toBeGreaterThan(60);
    const empty = threats.filter(({ cells }) => !/^[STRIDE]$/.test(cells[0] ?? '') || cells.includes(''));
    const unshown = threats.filter(({ cells }) => !/`tests\/.*\.test\.ts`|^no test/.test(cells[3] ?? ''));
    expect([...empty, ...unshown].map(({ cells }) => cells[1])).toEqual([]);
  });
});

describe('incidents.md', () => {
  const secret = /(CERTIFICATE_FILE|TOKEN_FILE|_HEADER|_KEY|_SECRET|_PASSWORD|DATABASE_URL)$/;
  const settings = [...readFileSync('src/config.ts', 'utf8').matchAll(/^ {4}([A-Z][A-Z0-9_]+): /gm)]
    .map(([, name]) => name ?? '')
    .filter((name) => secret.test(name));

  it('says for every setting that holds or leads to a secret what to do when it leaks', () => {
    expect(settings.length).toBeGreaterThan(5);
    const leaked = rowsOf(page('incidents.md'))
      .filter(({ head }) => head[0] === 'what leaked')
      .map(({ cells }) => cells[0])
      .join();
    expect(settings.filter((name) => !leaked.includes(`\`${name}\``))).toEqual([]);
  });

  it('names the commands that help', () => {
    for (const command of ['verify', 'rotate-key', 'rebuild', 'backup', 'restore', 'doctor', 'status'])
      expect(page('incidents.md')).toContain(`npm run ${command}`);
  });
});
