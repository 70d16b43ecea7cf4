import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aSharedTenant, text, unique, type ReplyBody, type TestTenant } from '../a-tenant.ts';

const tenant = aSharedTenant();
const taken = 'One or more fields with unique constraints already has the provided value.';

async function rowsOf({ aList, graph }: TestTenant) {
  const items = `/lists/${await aList([text('RequestKey', unique)])}/items`;
  return {
    create: (key: string | null) => graph('POST', items, { body: { fields: { RequestKey: key } } }),
    change: (id: number, key: string) => graph('PATCH', `${items}/${id}/fields`, { body: { RequestKey: key } }),
    remove: (id: number) => graph('DELETE', `${items}/${id}`),
    keys: async () => {
      const { body } = await graph('GET', `${items}?$expand=fields($select=RequestKey)&$top=5000`);
      return body.value.map((item: ReplyBody) => item.fields['RequestKey']).filter((key) => typeof key === 'string');
    },
  };
}

it.each(['create', 'change'])('refuses to %s a row with a value that another has, in whatever letters', async (how) => {
  const rows = await rowsOf(tenant());
  await rows.create('abc');
  await rows.create('other');
  const { status, body } = how === 'create' ? await rows.create('ABC') : await rows.change(2, 'ABC');
  expect([status, body.error.code, body.error.message]).toEqual([400, 'invalidRequest', taken]);
  expect(await rows.keys()).toEqual(['abc', 'other']);
});

it('lets a row keep its own value, in other letters too, and any number of rows have none', async () => {
  const rows = await rowsOf(tenant());
  await rows.create('abc');
  expect((await rows.change(1, 'ABC')).status).toBe(200);
  expect((await rows.create(null)).status).toBe(201);
  expect((await rows.create(null)).status).toBe(201);
});

it('lets one of five identical creations at once through', async () => {
  const rows = await rowsOf(tenant());
  const answers = await Promise.all(Array.from({ length: 5 }, () => rows.create('same')));
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 400, 400, 400, 400]);
  expect(await rows.keys()).toEqual(['same']);
});

it('never holds two rows with one key, whatever is created, changed and deleted in whatever order', async () => {
  const key = fc.constantFrom('a', 'A', 'b', 'B', 'ü', 'Ü', 'c ');
  const id = fc.integer({ min: 1, max: 6 });
  const act = fc.oneof(
    fc.record({ kind: fc.constant('create' as const), key }),
    fc.record({ kind: fc.constant('change' as const), key, id }),
    fc.record({ kind: fc.constant('remove' as const), id }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(act, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), async (rounds) => {
      const rows = await rowsOf(tenant());
      for (const round of rounds) {
        await Promise.all(
          round.map((step) => {
            if (step.kind === 'create') return rows.create(step.key);
            return step.kind === 'change' ? rows.change(step.id, step.key) : rows.remove(step.id);
          }),
        );
        const keys = (await rows.keys()).map((found) => found.toLowerCase());
        expect(new Set(keys).size).toBe(keys.length);
      }
    }),
    { numRuns: 20 },
  );
});
