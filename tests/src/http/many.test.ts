import { describe, expect, it } from 'vitest';
import { performMany } from '../../../src/http/many.ts';
import type { PerformFn } from '../../../src/http/parts.ts';
import type { ManyRoute } from '../../../src/http/route.ts';
import { problems, refuse } from '../../../src/perform/problem.ts';
import { useCase } from '../../support/tab-api.ts';

const caller = { tenant: 't', person: 'p', name: 'Priya Raman', door: 'tab' as const };
const form = '0123456789abcdef0123456789abcdef';
const route: ManyRoute = {
  method: 'post',
  path: '/api/things/many',
  useCase,
  inputs: ({ body }) => (body as readonly string[]).map((id) => ({ id, input: { thing: id } })),
};
const ask = (ids: readonly string[], perform: PerformFn, under = form) =>
  performMany(route, { params: {}, query: {}, body: ids }, caller, perform, under);

/** Notes what it was asked and refuses the records named. */
function noting(refused: Readonly<Record<string, ReturnType<typeof refuse>>> = {}) {
  const asked: { readonly input: unknown; readonly key: string }[] = [];
  const perform: PerformFn = async (_useCase, _caller, input, key) => {
    asked.push({ input, key });
    return refused[(input as { thing: string }).thing] ?? { ok: true, answer: {} };
  };
  return { asked, perform };
}

describe('one act on several records', () => {
  it('is an act on each, under a key that the form and the record make', async () => {
    const { asked, perform } = noting();
    const answer = await ask(['a', 'b'], perform);
    await ask(['a'], perform);
    await ask(['a'], perform, 'f'.repeat(32));
    expect(answer).toEqual({ ok: true, answer: '{"results":[{"id":"a","done":true},{"id":"b","done":true}]}' });
    expect(asked.map(({ input }) => input)).toEqual(['a', 'b', 'a', 'a'].map((thing) => ({ thing })));
    const keys = asked.map(({ key }) => key);
    expect(keys[2]).toBe(keys[0]);
    expect(new Set(keys).size).toBe(3);
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/);
  });

  it('says of each that was refused why, and does the others', async () => {
    const { perform } = noting({
      a: refuse('changed-meanwhile'),
      b: refuse('invalid-input', [{ name: 'as', message: 'Judge this one in full.' }]),
    });
    const answer = await ask(['a', 'b', 'c'], perform);
    expect(answer.ok && (JSON.parse(answer.answer) as unknown)).toEqual({
      results: [
        { id: 'a', done: false, message: problems['changed-meanwhile'] },
        { id: 'b', done: false, message: 'Judge this one in full.' },
        { id: 'c', done: true },
      ],
    });
  });

  it('is refused for none and for more than fifty', async () => {
    const { asked, perform } = noting();
    for (const ids of [[], Array.from({ length: 51 }, (_, i) => String(i))])
      expect(await ask(ids, perform)).toMatchObject({ problem: { code: 'invalid-input' } });
    expect(asked).toEqual([]);
  });
});
