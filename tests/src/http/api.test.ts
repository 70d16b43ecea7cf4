import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { api as mount } from '../../../src/http/api.ts';
import type { Route } from '../../../src/http/route.ts';
import { problems, refuse, type ProblemCode, type Result } from '../../../src/perform/problem.ts';
import { person, tenant } from '../../support/entra-keys.ts';
import { startTabApi, type TabApi } from '../../support/tab-api.ts';

const identity = { tenant, person, name: 'Priya Raman', door: 'tab' };
const form = '0123456789abcdef0123456789abcdef';

let api: TabApi;
beforeAll(async () => {
  api = await startTabApi();
});
afterAll(() => api.close());
beforeEach(() => {
  api.looks.length = 0;
  api.acts.length = 0;
});

const get = (path: string) => fetch(api.origin + path, { headers: { authorization: api.authorization } });
const post = (path: string, body: unknown, on = api) =>
  fetch(on.origin + path, {
    method: 'POST',
    headers: { authorization: on.authorization, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('a look', () => {
  it('is asked for on behalf of the caller and answered byte for byte', async () => {
    const answer = await get('/api/things/c7?before=x');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('{"items":[]}');
    expect(api.looks).toEqual([{ identity, input: { id: 'c7' } }]);
  });

  it('takes its cursor from the query', async () => {
    await get('/api/things?before=2026&before=2025');
    expect(api.looks[0]?.input).toEqual({ before: ['2026', '2025'] });
  });

  it('may be composed of several', async () => {
    await get('/api/desk');
    expect(api.looks).toEqual([{ identity, input: 'composed' }]);
  });

  it('is not made for HEAD, which would show nothing', async () => {
    const answer = await fetch(`${api.origin}/api/desk`, {
      method: 'HEAD',
      headers: { authorization: api.authorization },
    });
    expect(answer.status).toBe(405);
    expect(api.looks).toEqual([]);
  });

  it('at an address that is not valid percent-encoding is invalid, and no failure of ours', async () => {
    expect((await get('/api/things/%ff')).status).toBe(400);
    expect(api.lines).toEqual([]);
  });
});

describe('an act', () => {
  it('is performed on behalf of the caller, under the form’s key', async () => {
    const answer = await post('/api/things/c7', { form, rev: 3 });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ done: true });
    expect(api.acts).toEqual([{ identity, input: { id: 'c7', body: { form, rev: 3 } }, form }]);
  });

  it.each<[string, unknown]>([
    ['missing', {}],
    ['too short', { form: form.slice(1) }],
    ['in capitals', { form: form.toUpperCase() }],
    ['followed by a line break', { form: `${form}\n` }],
    ['a list', { form: [form] }],
    ['a number', { form: 7 }],
    ['in a list', [{ form }]],
  ])('is not performed when the form’s key is %s', async (_how, body) => {
    const answer = await post('/api/things/c7', body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'invalid-input', fields: [{ name: 'form' }] });
    expect(api.acts).toEqual([]);
  });
});

describe('a method that a path does not take', () => {
  it.each([
    ['POST', '/api/things', 'GET'],
    ['DELETE', '/api/things/c7', 'GET, POST'],
    ['OPTIONS', '/api/things/c7', 'GET, POST'],
    ['PATCH', '/api/desk', 'GET'],
  ])('%s %s is answered 405', async (method, path, allowed) => {
    const answer = await fetch(api.origin + path, { method, headers: { authorization: api.authorization } });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe(allowed);
    expect(await answer.json()).toMatchObject({ code: 'not-found' });
  });

  it('GET /api/messages is answered 405: the bot’s door takes POST alone', async () => {
    expect((await fetch(`${api.origin}/api/messages`)).status).toBe(405);
  });
});

describe('a problem', () => {
  const statuses: Readonly<Record<ProblemCode, number>> = {
    'invalid-input': 400,
    'not-signed-in': 401,
    'not-our-card': 403,
    'wrong-organisation': 403,
    suspended: 403,
    'step-up': 401,
    'too-many': 429,
    'not-found': 404,
    'changed-meanwhile': 409,
    'already-done': 409,
    'needs-another-person': 409,
    'school-has-leads': 409,
    'channel-unknown': 503,
    'needs-second-person': 409,
    'last-lead': 409,
    'nobody-else-leads': 409,
    'import-running': 409,
    'look-again': 409,
    'old-card': 409,
    broken: 500,
    'upload-gone': 404,
    'upload-incomplete': 409,
    'upload-another-file': 409,
    'file-too-large': 413,
    'file-not-accepted': 415,
    'file-not-what-it-says': 415,
    'file-damaged': 415,
    'file-has-macros': 415,
    'file-locked': 415,
    'file-is-archive': 415,
    'file-old-office': 415,
    'file-heic': 415,
    'file-there-already': 409,
    'file-waits': 409,
    'file-infected': 409,
    'file-gone': 409,
    busy: 503,
  };

  it.each(Object.keys(problems) as ProblemCode[])(
    '%s has its status and its words, for a look and for an act',
    async (code) => {
      const refusal: Result<string> = refuse(code);
      const refusing = await startTabApi({ read: async () => refusal, perform: async () => refusal });
      try {
        const looked = await fetch(`${refusing.origin}/api/things`, {
          headers: { authorization: refusing.authorization },
        });
        const acted = await post('/api/things/c7', { form }, refusing);
        expect([looked.status, acted.status]).toEqual([statuses[code], statuses[code]]);
        const body = (await acted.json()) as { code: string; message: string };
        expect(body.code).toBe(code);
        expect(body.message.startsWith(problems[code])).toBe(true);
      } finally {
        await refusing.close();
      }
    },
  );

  it('names the fields that need another look', async () => {
    const fields = [{ name: 'child', message: 'Choose a child.' }];
    const refusing = await startTabApi({ perform: async () => refuse('invalid-input', fields) });
    const answer = await post('/api/things/c7', { form }, refusing);
    await refusing.close();
    expect(await answer.json()).toEqual({ code: 'invalid-input', message: problems['invalid-input'], fields });
  });
});

describe('the routes do not mount with one', () => {
  const route = (path: string): Route => ({ method: 'get', path, compose: async () => ({ ok: true, answer: '{}' }) });
  const never = () => Promise.reject(new Error('not asked here'));

  it.each(['/desk', '/tab/desk', '/apidesk', '/api', '/api/messages', ''])('at “%s”', (path) => {
    expect(() => mount([], [route(path)], never, never)).toThrow('is no address of the tab API');
  });

  it('that another has taken', () => {
    expect(() => mount([], [route('/api/desk'), route('/api/desk')], never, never)).toThrow(
      'two routes claim get /api/desk',
    );
  });
});
