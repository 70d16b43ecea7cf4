import { concern } from '../../src/areas/concerns/record.ts';
import { ceilingFor } from '../../src/graph/ceilings.ts';
import { resourceUnits } from '../../src/graph/resource-units.ts';
import type { Transport } from '../../src/ports/transport.ts';
import type { HandSetClock } from '../support/hand-set-clock.ts';

/** Seconds that a refused caller is asked to wait. */
const retryAfter = 7;

/** What SharePoint saw of a filing. */
export interface Seen {
  /** Calls about rows, refused ones too. */
  rowCalls: number;
  /** Calls that arrived with more than the ceiling spent in the minute before, themselves included. */
  overruns: number;
  /** Calls that arrived after a refusal and before the time that it named. */
  insideRetryAfter: number;
}

interface Row {
  readonly version: number;
  readonly fields: object;
}

export interface CountingSharePoint {
  readonly transport: Transport;
  readonly seen: Seen;
}

/**
 * SharePoint on a virtual clock, as far as filing needs it: it keeps rows, checks `If-Match`, counts what it is asked, and
 * refuses by chance, by turns with 429 and 503. A whole morning passes in a second, which the local tenant behind its socket cannot do.
 * @param refused whether the next call about rows is refused
 */
export function countingSharePoint(clock: HandSetClock, licences: number, refused: () => boolean): CountingSharePoint {
  const ceiling = ceilingFor(licences).aMinute;
  const now = () => Date.parse(clock.now()) / 1_000;
  const rows = new Map<string, Row>();
  const spent: { readonly at: number; readonly units: number }[] = [];
  const seen: Seen = { rowCalls: 0, overruns: 0, insideRetryAfter: 0 };
  let [restFrom, restUntil] = [0, 0];
  let refusals = 0;

  const inTheLastMinute = () => {
    const from = now() - 60;
    return spent.slice(-ceiling).reduce((sum, { at, units }) => (at > from ? sum + units : sum), 0);
  };
  const shown = (id: string, status: number) => {
    const { version, fields } = rows.get(id) ?? { version: 0, fields: {} };
    return Response.json({ id, eTag: `"x,${version}"`, fields }, { status });
  };
  const write = (id: string, body: unknown, status: number) => {
    const { version, fields } = rows.get(id) ?? { version: 0, fields: {} };
    const sent = (JSON.parse(String(body)) as { fields: object }).fields;
    rows.set(id, { version: version + 1, fields: { ...fields, ...sent } });
    return shown(id, status);
  };

  const transport: Transport = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const item = /\/items(?:\/(\d+))?$/.exec(new URL(url).pathname);
    const method = init?.method ?? 'GET';
    spent.push({ at: now(), units: resourceUnits(method, url) });
    if (inTheLastMinute() > ceiling) seen.overruns++;
    if (now() > restFrom && now() < restUntil) seen.insideRetryAfter++;
    if (!item) return Response.json({ id: 'site', value: [{ id: 'list', displayName: concern.list }] });
    seen.rowCalls++;
    if (refused()) {
      [restFrom, restUntil] = [now(), now() + retryAfter];
      return Response.json(
        {},
        { status: refusals++ % 2 === 0 ? 429 : 503, headers: { 'Retry-After': String(retryAfter) } },
      );
    }
    if (method === 'POST') return write(String(rows.size + 1), init?.body, 201);
    const [id = '', sees] = [item[1], new Headers(init?.headers).get('if-match')];
    if (method === 'GET') return shown(id, 200);
    return sees === `"x,${rows.get(id)?.version}"` ? write(id, init?.body, 200) : Response.json({}, { status: 412 });
  };
  return { transport, seen };
}
