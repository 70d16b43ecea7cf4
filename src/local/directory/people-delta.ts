import { ok, type Answer } from '../graph/answer.ts';
import { addressWith, topOf } from '../graph/collection-page.ts';
import { badRequest, GraphFault } from '../graph/graph-fault.ts';
import { onlyOptions } from '../graph/known-options.ts';
import { option } from '../graph/query-option.ts';
import type { TenantCall } from '../graph/tenant-call.ts';
import type { Directory } from './directory.ts';
import type { Person } from './person.ts';
import { directoryPage } from './users.ts';

/** Where a caller stands: it knows the changes up to `from` (nothing, when null) and is being told those up to `upTo`. */
interface Place {
  readonly from: number | null;
  readonly upTo: number;
  /** The last id that a page has shown; empty before the first page. */
  readonly after: string;
  /** Milliseconds. */
  readonly issued: number;
}

/** https://learn.microsoft.com/graph/delta-query-overview: seven days for directory objects. In milliseconds. */
const life = 7 * 24 * 60 * 60 * 1_000;

const write = ({ from, upTo, after, issued }: Place) =>
  Buffer.from(`${from ?? '-'};${upTo};${after};${issued}`).toString('base64url');

function read(token: string): Place {
  const [, from, upTo, after = '', issued] =
    /^(-|\d{1,9});(\d{1,9});([0-9a-f-]{0,36});(\d{1,15})$/.exec(Buffer.from(token, 'base64url').toString()) ?? [];
  if (from === undefined) throw badRequest('Badly formed token.');
  return { from: from === '-' ? null : Number(from), upTo: Number(upTo), after, issued: Number(issued) };
}

function placeOf(call: TenantCall, newest: number): Place {
  const issued = call.now;
  const token = option(call.query, 'deltatoken');
  const middle = option(call.query, 'skiptoken');
  if (token === 'latest') return { from: newest, upTo: newest, after: '', issued };
  const given = token ?? middle;
  if (given === undefined) return { from: null, upTo: newest, after: '', issued };
  const place = read(given);
  if (call.now - place.issued > life)
    throw new GraphFault(
      410,
      'SyncStateNotFound',
      'The sync state generation is not found; continuous sync must be started anew.',
      {
        location: `https://graph.microsoft.com${call.path}`,
      },
    );
  return middle === undefined ? { from: place.upTo, upTo: newest, after: '', issued } : { ...place, issued };
}

/**
 * Follows who came, changed or went. https://learn.microsoft.com/graph/api/user-delta
 * @param ofInterest which people the caller's collection holds
 */
export function peopleDelta(
  call: TenantCall,
  directory: Directory,
  context: string,
  present: (person: Person, select: string | undefined) => object,
  ofInterest: (person: Person) => boolean = () => true,
): Answer {
  onlyOptions(call.query, ['select', 'top', 'deltatoken', 'skiptoken']);
  const place = placeOf(call, directory.newest());
  const size = topOf(call, directoryPage);
  const all =
    place.from === null
      ? directory
          .people()
          .filter(ofInterest)
          .map(({ id }) => id)
      : directory.changed(place.from, place.upTo);
  const rest = all.filter((id) => id > place.after).sort();
  const page = rest.slice(0, size);
  const more = rest.length > size;
  const token = write({ ...place, after: more ? (page.at(-1) ?? '') : '' });
  const { select } = { select: option(call.query, 'select') };
  const link = (name: '$skiptoken' | '$deltatoken') => {
    const clean = new URLSearchParams(select === undefined ? {} : { $select: select });
    return addressWith({ ...call, query: clean }, { [name]: token });
  };
  return ok({
    '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#${context}`,
    ...(more ? { '@odata.nextLink': link('$skiptoken') } : { '@odata.deltaLink': link('$deltatoken') }),
    value: page.flatMap((id) => {
      const person = directory.person(id);
      if (!person) return [{ id, '@removed': { reason: 'changed' } }];
      return ofInterest(person) ? [present(person, select)] : [];
    }),
  });
}
