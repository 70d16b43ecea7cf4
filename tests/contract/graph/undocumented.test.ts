import { describe, expect, it } from 'vitest';
import { calls } from './calls.ts';
import { undocumented, undocumentedIn } from './undocumented.ts';

const site = 'https://graph.microsoft.com/v1.0/sites/a.sharepoint.com,1,2';
const list = `${site}/lists/Concern%20addenda`;
const made = (method: string, url: string, body?: unknown) => undocumented({ method, url, body });

describe('a call', () => {
  it.each<[string, string, unknown?]>([
    ['GET', 'https://graph.microsoft.com/v1.0/sites/a.sharepoint.com:/sites/school/dsl'],
    ['GET', `${site}/lists?$select=id,displayName`],
    ['POST', `${site}/lists`, { displayName: 'A', columns: [{ name: 'B', text: { maxLength: 255 } }] }],
    ['GET', `${list}/items?expand=fields(select=A)&$filter=fields/A eq 'b'&$top=2&$skiptoken=x`],
    ['POST', `${list}/items`, { fields: { Anything: 1 } }],
    ['GET', `${list}/items/delta?token=latest`],
    ['PATCH', `${list}/items/7/fields`, { Anything: 1 }],
    ['DELETE', `${list}/items/7`, null],
  ])('as the pages show it is none of our worries: %s %s', (method, url, body) => {
    expect(made(method, url, body)).toEqual([]);
  });

  it.each([
    ['a path that nobody described', 'GET', `${list}/items/7/attachments`, 'no such call'],
    ['a method that the path does not have', 'PUT', `${list}/items/7`, 'no such call'],
    ['beta', 'GET', 'https://graph.microsoft.com/beta/sites/root', 'no such call'],
    ['another host', 'GET', 'https://graph.example/v1.0/sites/root', 'no such call'],
    ['a query option that is not on its page', 'GET', `${list}/items?$skip=3`, 'no query option $skip'],
    ['an option of another call', 'GET', `${list}/items/7?$top=3`, 'no query option $top'],
  ])('shows %s', (_what, method, url, fault) => {
    expect(made(method, url)).toEqual([expect.stringContaining(fault)]);
  });

  it.each([
    ['a property that is not on its page', `${list}/items`, { fields: {}, attachments: [] }, 'no property attachments'],
    [
      'one deep inside',
      `${site}/lists`,
      { displayName: 'A', columns: [{ name: 'B', text: { length: 3 } }] },
      'no property columns.text.length',
    ],
    ['one thing where many are meant', `${site}/lists`, { columns: {} }, 'no property columns'],
    ['a body that is no object', `${list}/items`, [], 'no property of this kind'],
  ])('shows %s', (_what, url, body, fault) => {
    expect(made('POST', url, body)).toEqual([expect.stringContaining(fault)]);
  });

  it('shows a body where none is sent', () => {
    expect(made('DELETE', `${list}/items/7`, {})).toEqual([expect.stringContaining('no body')]);
  });

  it('is looked for inside a batch too', () => {
    const requests = [
      { id: '1', method: 'get', url: '/sites/a/lists?$top=3' },
      { id: '2', method: 'GET', url: '/sites/a/lists?$levels=3' },
    ];
    expect(made('POST', 'https://graph.microsoft.com/v1.0/$batch', { requests })).toEqual([
      'GET /sites/{site}/lists: no query option $levels',
    ]);
  });

  it('is named once, and never with what it carried', () => {
    const call = {
      method: 'POST',
      url: `${list}/items?$filter=secret`,
      body: { fields: { Words: 'secret' }, x: 'secret' },
    };
    const faults = undocumentedIn([call, call]);
    expect(faults).toHaveLength(2);
    expect(faults.join()).not.toContain('secret');
  });
});

it('every line of the table names its page, and no two are the same call', () => {
  expect(calls.filter(({ page }) => !/^graph\/[a-z0-9/-]+$/.test(page))).toEqual([]);
  expect(new Set(calls.map(({ method, path }) => `${method} ${path}`)).size).toBe(calls.length);
});
