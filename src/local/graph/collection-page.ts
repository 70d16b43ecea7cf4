import { badRequest } from './graph-fault.ts';
import { option } from './query-option.ts';
import type { TenantCall } from './tenant-call.ts';

/** A page of a collection, with the link to the next one where there is one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly link: { readonly '@odata.nextLink'?: string };
}

/** This call's address with some options set anew. */
export function addressWith(call: TenantCall, options: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams([...call.query].filter(([name]) => !(`$${name.replace(/^\$/, '')}` in options)));
  for (const [name, value] of Object.entries(options)) query.set(name, value);
  return `https://graph.microsoft.com${call.path}?${query.toString().replaceAll('%24', '$')}`;
}

/** @throws GraphFault 400 for a `$top` that is no whole number between 1 and the largest */
export function topOf(call: TenantCall, { usual, largest }: { usual: number; largest: number }): number {
  const top = option(call.query, 'top');
  if (top === undefined) return usual;
  if (!/^[1-9]\d{0,5}$/.test(top) || Number(top) > largest)
    throw badRequest(`Invalid page size specified: '${top}'. Must be between 1 and ${largest} inclusive.`);
  return Number(top);
}

/** The page that `$top` and `$skiptoken` ask for. @throws GraphFault 400 for a token that was not given out */
export function pageOf<T>(call: TenantCall, all: readonly T[], sizes: { usual: number; largest: number }): Page<T> {
  const size = topOf(call, sizes);
  const token = option(call.query, 'skiptoken');
  const start = token === undefined ? '0' : /^from=(\d{1,9})$/.exec(Buffer.from(token, 'base64url').toString())?.[1];
  if (start === undefined) throw badRequest('Skip token is not valid.');
  const end = Number(start) + size;
  const next = () => addressWith(call, { $skiptoken: Buffer.from(`from=${end}`).toString('base64url') });
  return {
    items: all.slice(Number(start), end),
    link: end < all.length ? { '@odata.nextLink': next() } : {},
  };
}
