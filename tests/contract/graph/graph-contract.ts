import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Asked, Body, GraphTarget } from './graph-target.ts';
import { undocumentedIn } from './undocumented.ts';

export interface ContractSettings {
  readonly name: string;
  /** Opened once, before the first test. */
  readonly open: () => Promise<GraphTarget>;
  /** Host and server-relative path of a site on which the application may make and delete lists. */
  readonly site: { readonly host: string; readonly path: string };
  /** How long one test may take, in milliseconds: a real tenant is slow, and asks to wait. */
  readonly patienceMs: number;
}

const text = (name: string, more: object = {}) => ({ name, text: { maxLength: 255 }, ...more });
const columns = [
  text('RequestKey', { indexed: true, enforceUniqueValues: true }),
  text('Shelf', { indexed: true }),
  text('Note'),
  { name: 'PageCount', number: {} },
  { name: 'Lent', boolean: {} },
  { name: 'Due', dateTime: { format: 'dateTime' } },
];

/**
 * What Lantern stands on, asked of a tenant: each rule as Microsoft's pages show it, or as it was seen to be. It makes one
 * list of its own, touches nothing else on the site, and deletes the list at its end. What Microsoft does not say is only
 * observed, and printed.
 */
export function graphContract({ name, open, site, patienceMs }: ContractSettings): void {
  describe(`Microsoft Graph of ${name}`, { timeout: patienceMs }, () => {
    const scratch = `Lantern contract test ${randomUUID()}`;
    let target: GraphTarget;
    let lists: string;
    let list: string | undefined;
    let items: string;

    const call = (method: string, path: string, asked?: Asked) => target.call(method, path, asked);
    const get = (path: string, headers: Record<string, string> = {}) => call('GET', path, { headers });
    const add = (fields: object) => call('POST', items, { body: { fields } });
    const observe = (question: string, seen: string) => console.log(`observed on ${name}: ${question}: ${seen}`);
    async function good(asking: Promise<Answer>, status: number): Promise<Body> {
      const answer = await asking;
      expect([answer.status, answer.body.error?.message]).toEqual([status, undefined]);
      return answer.body;
    }
    const made = async (fields: object) => (await good(add(fields), 201)).id;
    const row = (id: string) => good(get(`${items}/${id}?$expand=fields`), 200);
    const titles = (page: Body) => page.value.map(({ fields }) => fields['Title']);
    /** Lists and searches of a real tenant may lag behind its writes. */
    const seen = { timeout: patienceMs / 2, interval: 500 };

    beforeAll(async () => {
      target = await open();
      const { id } = await good(get(`/sites/${site.host}:${encodeURI(site.path)}`), 200);
      lists = `/sites/${id}/lists`;
      const body = {
        displayName: scratch,
        description: 'Deleted at the end',
        list: { template: 'genericList' },
        columns,
      };
      const answer = await call('POST', lists, { body });
      // First of all where it lies, so that it is deleted whatever comes.
      if (answer.body.id) list = `${lists}/${answer.body.id}`;
      expect(answer.status).toBe(201);
      items = `${list}/items`;
    }, patienceMs);
    afterAll(async () => {
      if (list === undefined) return;
      await good(call('DELETE', list), 204);
      expect((await get(list)).status).toBe(404);
      expect(undocumentedIn(target.made)).toEqual([]);
    }, patienceMs);

    it('makes a list with its columns, whose names are what the caller wrote', async () => {
      const found = await good(get(`${lists}?$select=id,displayName`), 200);
      expect(found.value.map(({ displayName }) => displayName)).toContain(scratch);
      const { value } = await good(get(`${list}/columns`), 200);
      for (const { name: column, ...facet } of columns)
        expect(value).toContainEqual(
          expect.objectContaining({ name: column, ...('indexed' in facet && { indexed: true }) }),
        );
    });

    it('takes no second list of the same name', async () => {
      const { status, body } = await call('POST', lists, { body: { displayName: scratch } });
      expect([status, body.error.code]).toEqual([409, 'nameAlreadyExists']);
    });

    it('adds a column later, and its index', async () => {
      const { id } = await good(call('POST', `${list}/columns`, { body: text('Later') }), 201);
      const changed = await good(call('PATCH', `${list}/columns/${id}`, { body: { indexed: true } }), 200);
      expect(changed['indexed']).toBe(true);
    });

    it('adds a row, and shows its columns only when asked, without the empty ones', async () => {
      const id = await made({ Title: 'Emma', RequestKey: 'emma', PageCount: 474, Lent: true });
      expect(id).toMatch(/^[1-9]\d*$/);
      expect((await good(get(`${items}/${id}`), 200)).fields).toBeUndefined();
      const { fields } = await row(id);
      expect(fields).toMatchObject({ Title: 'Emma', PageCount: 474, Lent: true });
      expect(fields).not.toHaveProperty('Shelf');
      const some = await good(get(`${items}/${id}?$expand=fields($select=Title,Shelf)`), 200);
      expect(some.fields).toMatchObject({ Title: 'Emma' });
      expect(some.fields).not.toHaveProperty('PageCount');
    });

    it('gives a collection in pages, each row once, by its own links', async () => {
      const five = ['A', 'B', 'C', 'D', 'E'].map((letter) => `Page ${letter}`);
      for (const Title of five) await made({ Title, RequestKey: Title.toLowerCase() });
      const all = async () => {
        const found: unknown[] = [];
        let next: string | undefined = `${items}?$expand=fields($select=Title)&$top=2`;
        while (next !== undefined) {
          const page = await good(get(next), 200);
          expect(page.value.length).toBeLessThanOrEqual(2);
          found.push(...titles(page));
          next = page['@odata.nextLink'] as string | undefined;
        }
        return found.filter((title) => five.includes(String(title)));
      };
      await expect.poll(all, seen).toEqual(five);
    });

    it('filters by an indexed column, and by no other unless at the caller’s risk', async () => {
      await made({ Title: 'Silas', RequestKey: 'silas', Shelf: 'O’Brien’s "E"', Note: 'n' });
      const by = (column: string, value: string) =>
        `${items}?$expand=fields($select=Title)&$filter=${encodeURIComponent(`fields/${column} eq '${value}'`)}`;
      await expect
        .poll(async () => titles(await good(get(by('Shelf', 'O’Brien’s "E"')), 200)), seen)
        .toEqual(['Silas']);
      const refused = await get(by('Note', 'n'));
      expect([refused.status, refused.body.error.code]).toEqual([400, 'invalidRequest']);
      expect(refused.body.error.message).toMatch(/not indexed/);
      const risky = { prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' };
      expect(titles(await good(get(by('Note', 'n'), risky), 200))).toEqual(['Silas']);
    });

    it('changes a row for whoever saw its newest state, and leaves it to them otherwise', async () => {
      const id = await made({ Title: 'First', RequestKey: 'etag' });
      const { eTag } = await row(id);
      const change = (Title: string, tag: string) =>
        call('PATCH', `${items}/${id}`, { body: { fields: { Title } }, headers: { 'If-Match': tag } });
      const changed = await good(change('Second', eTag), 200);
      expect(changed.eTag).not.toBe(eTag);
      expect((await change('Third', eTag)).status).toBe(412);
      const now = await row(id);
      expect([now.fields['Title'], now.eTag]).toEqual(['Second', changed.eTag]);

      const patch = { body: { Title: 'Fourth' }, headers: { 'If-Match': eTag } };
      const { status } = await call('PATCH', `${items}/${id}/fields`, patch);
      observe('If-Match with an old eTag on …/fields', String(status));
      observe('form of an eTag', eTag.replaceAll(/[0-9a-f]/g, 'x').replaceAll(/[0-9A-F]/g, 'X'));
    });

    it('takes a unique value once', async () => {
      await made({ Title: 'One', RequestKey: 'unique-a' });
      const { status, body } = await add({ Title: 'Two', RequestKey: 'unique-a' });
      expect([status, body.error.code]).toEqual([400, 'invalidRequest']);
      expect(body.error.message).toMatch(/unique constraint/);
      observe('the same in capitals', String((await add({ Title: 'Three', RequestKey: 'UNIQUE-A' })).status));
      const race = await Promise.all([1, 2, 3, 4].map((n) => add({ Title: `Race ${n}`, RequestKey: 'unique-race' })));
      observe(
        'four at once',
        race
          .map(({ status: each }) => each)
          .sort()
          .join(' '),
      );
    });

    it('tells what changed since a moment, and what was deleted', async () => {
      const [kept, gone] = [
        await made({ Title: 'Kept', RequestKey: 'k' }),
        await made({ Title: 'Gone', RequestKey: 'g' }),
      ];
      const start = await good(get(`${items}/delta?token=latest`), 200);
      expect(start.value).toEqual([]);
      await good(call('PATCH', `${items}/${kept}/fields`, { body: { Title: 'Kept, changed' } }), 200);
      await good(call('DELETE', `${items}/${gone}`), 204);
      expect((await get(`${items}/${gone}`)).status).toBe(404);
      let link = String(start['@odata.deltaLink']);
      const changes = new Map<string, unknown>();
      const follow = async () => {
        for (let more = true; more;) {
          const page = await good(get(link), 200);
          for (const { id, deleted } of page.value) changes.set(id, deleted);
          more = page['@odata.nextLink'] !== undefined;
          link = String(page['@odata.nextLink'] ?? page['@odata.deltaLink']);
        }
        return [changes.has(kept), changes.get(gone)];
      };
      await expect.poll(follow, seen).toEqual([true, expect.objectContaining({ state: 'deleted' })]);
      expect(changes.get(kept)).toBeUndefined();
    });

    it('carries out a batch, each request with an end of its own', async () => {
      const at = (path: string) => path.replace(/^https:\/\/[^/]+\/v1\.0/, '');
      const { value } = await good(
        call('POST', '/$batch', {
          body: {
            requests: [
              { id: 'list', method: 'GET', url: at(list ?? '') },
              { id: 'nothing', method: 'GET', url: `${at(items)}/999999` },
            ],
          },
        }).then(({ body, ...answer }) => ({ ...answer, body: { ...body, value: body['responses'] } as Body })),
        200,
      );
      const ends = value.map(({ id, status }) => [id, status]).sort();
      expect(ends).toEqual([
        ['list', 200],
        ['nothing', 404],
      ]);
    });

    it('keeps the versions of a row, newest first', async () => {
      const id = await made({ Title: 'v1', RequestKey: 'versions' });
      await good(call('PATCH', `${items}/${id}`, { body: { fields: { Title: 'v2' } } }), 200);
      const { value } = await good(get(`${items}/${id}/versions?$expand=fields`), 200);
      expect(value.map((version) => [version.id, version.fields['Title']])).toEqual([
        ['2.0', 'v2'],
        ['1.0', 'v1'],
      ]);
    });

    it('answers what only a real tenant can tell', async () => {
      const Due = '2026-07-01T09:30:00Z';
      const answered = await good(add({ Title: 'Date', RequestKey: 'date', Due }), 201);
      const { fields } = await row(answered.id);
      observe('a date of 2026-07-01T09:30:00Z is read as', String(fields['Due']));
      const times: number[] = [];
      for (let n = 0; n < 5; n++) times.push((await add({ Title: 'Time', RequestKey: `time-${n}` })).ms);
      observe('a write takes', `${Math.round([...times].sort((a, b) => a - b)[2] ?? 0)} ms in the middle of five`);
      expect(fields['Due']).toBeDefined();
    });

    it('was asked nothing that Microsoft’s pages do not show', () => {
      expect(target.made.length).toBeGreaterThan(30);
      expect(undocumentedIn(target.made)).toEqual([]);
    });
  });
}
