import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface BicepParam {
  readonly name: string;
  readonly optional: boolean;
  readonly secure: boolean;
}

export interface BicepFile {
  readonly params: readonly BicepParam[];
  readonly variables: readonly string[];
  readonly resources: readonly { readonly name: string; readonly type: string; readonly version: string }[];
  readonly modules: readonly { readonly name: string; readonly path: string; readonly given: readonly string[] }[];
  readonly outputs: readonly string[];
  /** Names that are used, outside strings (or inside `${…}`) and comments, and not as a property or a key. */
  readonly used: ReadonlySet<string>;
}

/** What the language has by itself, as far as these files use it. */
const language = new Set(
  'if for in true false null existing tenant resourceGroup subscription environment uniqueString guid empty string json uriComponent substring lastIndexOf subscriptionResourceId targetScope'.split(
    ' ',
  ),
);

/** Code without comments and decorators' texts; of strings only what is put into them. */
function withoutText(source: string): string {
  const code = source.replaceAll(/\/\/.*$/gm, (comment, at: number) => (source[at - 1] === ':' ? comment : ''));
  return code.replaceAll(/'(?:[^'\\\n]|\\.)*'/g, (quoted) =>
    [...quoted.matchAll(/\$\{([^}]*)\}/g)].map(([, inner]) => ` ${inner ?? ''} `).join(';'),
  );
}

/** Reads a Bicep file as far as is needed to see whether its names lead somewhere. Not a compiler. */
export function readBicep(source: string): BicepFile {
  const found = (pattern: RegExp) => [...source.matchAll(pattern)];
  const params = found(/((?:^@.*\n)*)^param (\w+) [\w?]+( =.*)?$/gm).map(([, decorators, name, value]) => ({
    name: name ?? '',
    optional: value !== undefined,
    secure: (decorators ?? '').includes('@secure()'),
  }));
  const body = withoutText(source)
    .replaceAll(/^@.*$/gm, '')
    .replaceAll(/^(?:param|output|targetScope).*?(?==|$)/gm, '')
    .replaceAll(/^var \w+/gm, '')
    .replaceAll(/^(?:resource|module) \w+/gm, '')
    // Keys of objects, and what is reached through a dot.
    .replaceAll(/(^\s*|[{,]\s*)\w+\s*:(?!:)/gm, '$1')
    .replaceAll(/\.\s*\w+/g, '');
  return {
    params,
    variables: found(/^var (\w+) =/gm).map(([, name]) => name ?? ''),
    resources: found(/^resource (\w+) '([^@']+)@([^']+)'/gm).map(([, name, type, version]) => ({
      ...{ name: name ?? '', type: type ?? '', version: version ?? '' },
    })),
    modules: found(/^module (\w+) '([^']+)' = \{([\s\S]*?)^\}/gm).map(([, name, path, inner]) => ({
      ...{ name: name ?? '', path: path ?? '' },
      given: [...(/^ {2}params: \{([\s\S]*?)^ {2}\}/m.exec(inner ?? '')?.[1] ?? '').matchAll(/^ {4}(\w+):/gm)].map(
        ([, param]) => param ?? '',
      ),
    })),
    outputs: found(/^output (\w+) /gm).map(([, name]) => name ?? ''),
    used: new Set(body.match(/\b[a-zA-Z_]\w*\b/g) ?? []),
  };
}

/** What is wrong with a file and its calls of modules; names that lead nowhere first. */
export function bicepFaults(file: string, source = readFileSync(file, 'utf8')): readonly string[] {
  const { params, variables, resources, modules, used } = readBicep(source);
  const loops = [...source.matchAll(/for (\w+) in/g)].map(([, name]) => name ?? '');
  const declared = [...params, ...resources, ...modules].map(({ name }) => name).concat(variables);
  const names = new Set([...declared, ...loops, ...language]);
  const twice = declared.filter((name, n) => declared.indexOf(name) !== n);
  return [
    ...[...used].filter((name) => !names.has(name)).map((name) => `${name} is not declared`),
    ...twice.map((name) => `${name} is declared twice`),
    ...[...params.map(({ name }) => name), ...variables]
      .filter((name) => !used.has(name))
      .map((name) => `${name} is not used`),
    ...resources
      .filter(
        ({ type, version }) => !/^Microsoft\.[\w./]+$/.test(type) || !/^20\d\d-\d\d-\d\d(-preview)?$/.test(version),
      )
      .map(({ name, version }) => `${name}: ${version} is no dated version`),
    ...modules.flatMap(({ name, path, given }) => callFaults(name, join(dirname(file), path), given)),
    ...[...source.matchAll(/\b(\w+)\.outputs\.(\w+)/g)].flatMap(([, module, output]) => {
      const path = modules.find(({ name }) => name === module)?.path;
      const of = path === undefined ? undefined : readBicep(readFileSync(join(dirname(file), path), 'utf8'));
      return of?.outputs.includes(output ?? '') ? [] : [`${module ?? ''} has no output ${output ?? ''}`];
    }),
    ...(balanced(source) ? [] : ['brackets do not match']),
  ];
}

function callFaults(name: string, path: string, given: readonly string[]): readonly string[] {
  if (!existsSync(path)) return [`${name}: there is no ${path}`];
  const { params } = readBicep(readFileSync(path, 'utf8'));
  return [
    ...given.filter((param) => !params.some((each) => each.name === param)).map((param) => `${name} takes no ${param}`),
    ...params
      .filter((each) => !each.optional && !given.includes(each.name))
      .map((each) => `${name} needs ${each.name}`),
  ];
}

function balanced(source: string): boolean {
  const open: string[] = [];
  const pairs: Readonly<Record<string, string>> = { '}': '{', ']': '[', ')': '(' };
  for (const sign of withoutText(source).match(/[{}[\]()]/g) ?? [])
    if (pairs[sign] === undefined) open.push(sign);
    else if (open.pop() !== pairs[sign]) return false;
  return open.length === 0;
}
