import { expect, it } from 'vitest';
import { aTenant, text } from '../a-tenant.ts';

async function aRowBeingSaved(match: object) {
  const tenant = await aTenant();
  const items = `/lists/${await tenant.aList([text('Name')])}/items`;
  const { body } = await tenant.graph('POST', items, { body: { fields: { Name: 'old' } } });
  tenant.core.faults.setRules([{ kind: 'own-save', match, times: 1 }]);
  return {
    eTag: body.eTag,
    read: async () => (await tenant.graph('GET', `${items}/1?$expand=fields`)).body,
    rename: (eTag?: string) =>
      tenant.graph('PATCH', `${items}/1/fields`, {
        body: { Name: 'new' },
        ...(eTag !== undefined && { headers: { 'if-match': eTag } }),
      }),
    remove: () => tenant.graph('DELETE', `${items}/1`),
  };
}

it('answers 409 to a change without If-Match, keeps the values and moves the eTag', async () => {
  const row = await aRowBeingSaved({ method: 'PATCH' });
  const refused = await row.rename();
  expect([refused.status, refused.body.error.code]).toEqual([409, 'resourceModified']);
  const { eTag, fields, lastModifiedBy } = await row.read();
  expect([fields['Name'], eTag.endsWith(',2"')]).toEqual(['old', true]);
  expect(lastModifiedBy).toMatchObject({ application: { displayName: 'SharePoint' } });
});

it('answers 409 even to the right eTag, then 412 to the same, then takes the new one', async () => {
  const row = await aRowBeingSaved({ method: 'PATCH' });
  expect((await row.rename(row.eTag)).status).toBe(409);
  expect((await row.rename(row.eTag)).status).toBe(412);
  expect((await row.rename((await row.read()).eTag)).status).toBe(200);
});

it('answers 409 to a deletion, and the row stays', async () => {
  const row = await aRowBeingSaved({ method: 'DELETE' });
  expect((await row.remove()).status).toBe(409);
  expect((await row.read()).id).toBe('1');
  expect((await row.remove()).status).toBe(204);
});
