import { calls, type DocumentedCall, type Shape } from './calls.ts';

/** A call as it was made; a line of the local tenant's ledger is one. */
export interface MadeCall {
  readonly method: string;
  /** `https://graph.microsoft.com/v1.0/…` */
  readonly url: string;
  /** Parsed where it is JSON; null or undefined when there was none. */
  readonly body?: unknown;
}

const origin = 'https://graph.microsoft.com';
const version = '/v1.0';

/** Text that stands for itself in a regular expression. */
const literally = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

function patternOf(path: string): RegExp {
  const parts = path.split(/(\{\+?\w+\})/).map((part) => {
    if (!/^\{\+?\w+\}$/.test(part)) return literally(part);
    return part.startsWith('{+') ? '.+' : '[^/:]+';
  });
  return new RegExp(`^${parts.join('')}$`);
}

const holes = ({ path }: DocumentedCall) => path.split('{').length;

/** The fewer its holes, the better a line fits: `items/delta` is not a row of that name. */
const patterns = [...calls]
  .sort((a, b) => holes(a) - holes(b))
  .map((call) => ({ call, pattern: patternOf(call.path) }));

function strangers(shape: Shape, value: unknown, at: string): readonly string[] {
  if (shape === 'any' || value === null || value === undefined) return [];
  if (Array.isArray(shape)) {
    const [each] = shape as readonly [Shape];
    if (!Array.isArray(value)) return [at];
    return value.flatMap((one) => strangers(each, one, at));
  }
  if (typeof value !== 'object' || Array.isArray(value)) return [at];
  return Object.entries(value).flatMap(([key, inner]) => {
    const known = Object.hasOwn(shape, key) ? (shape as Readonly<Record<string, Shape>>)[key] : undefined;
    const name = at === '' ? key : `${at}.${key}`;
    return known === undefined ? [name] : strangers(known, inner, name);
  });
}

/** The requests inside a batch, as calls of their own. */
function inside(body: unknown): readonly MadeCall[] {
  const { requests } = (body ?? {}) as { requests?: unknown };
  if (!Array.isArray(requests)) return [];
  return (requests as readonly { method: string; url: string; body?: unknown }[]).map(
    ({ method, url, body: inner }) => ({
      method: method.toUpperCase(),
      url: `${origin}${version}/${url.replace(/^\//, '')}`,
      body: inner,
    }),
  );
}

/**
 * What of a call Microsoft's pages do not show: nothing, when it is documented through and through.
 * @returns a line for each fault, without values: an address may hold a key and a body a child's name
 */
export function undocumented({ method, url, body }: MadeCall): readonly string[] {
  const { origin: host, pathname, searchParams } = new URL(url);
  const path = decodeURIComponent(pathname);
  const found =
    host === origin && path.startsWith(`${version}/`)
      ? patterns.find(({ call, pattern }) => call.method === method && pattern.test(path.slice(version.length)))?.call
      : undefined;
  if (!found) return [`${method} ${host}${pathname}: no such call`];
  const about = `${method} ${found.path}`;
  const options = [...searchParams.keys()].filter(
    (name) => !found.query?.includes(name) && !found.query?.includes(`$${name}`),
  );
  const none = found.body === undefined && body !== null && body !== undefined;
  return [
    ...options.map((name) => `${about}: no query option ${name}`),
    ...(none
      ? [`${about}: no body`]
      : strangers(found.body ?? 'any', body, '').map((key) => `${about}: no property ${key || 'of this kind'}`)),
    ...(found.path === '/$batch' ? inside(body).flatMap(undocumented) : []),
  ];
}

/** Each fault once. */
export const undocumentedIn = (made: readonly MadeCall[]): readonly string[] => [
  ...new Set(made.flatMap(undocumented)),
];
