import { expect, it } from 'vitest';
import { resourceUnits } from '../../../src/graph/resource-units.ts';

const list = '/sites/host,a,b/lists/c';

it.each([
  [1, 'GET', '/sites/kestrelvale.sharepoint.com:/sites/harrowmere-safeguarding'],
  [1, 'GET', '/sites/host,a,b'],
  [1, 'GET', list],
  [1, 'GET', `${list}/items/7?$expand=fields($select=Rev)`],
  [1, 'GET', `${list}/items/7/fields`],
  [1, 'GET', `${list}/items/delta?token=abc`],
  [1, 'GET', `${list}/items/delta?%24deltatoken=abc`],
  [1, 'GET', '/drives/d/items/7/content'],
  [2, 'GET', `${list}/items/delta`],
  [2, 'GET', `${list}/items?$expand=fields&$filter=x`],
  [2, 'GET', `${list}/items/7/versions`],
  [2, 'GET', `${list}/columns`],
  [2, 'GET', '/sites/host,a,b/lists?$select=id'],
  [2, 'GET', '/sites/kestrelvale.sharepoint.com:/sites/harrowmere:/lists'],
  [2, 'GET', '/drives/d/root/children'],
  [2, 'GET', '/drives/d/root:/a/b:/children'],
  [1, 'GET', '/drives/d/root:/a/children'],
  [1, 'GET', '/drives/d/items/7:/a%20b.txt:/content'],
  [1, 'GET', '/drives/d/items/7:/a%20b.txt?$select=id'],
  [1, 'GET', '/drives/d/items/7/listItem/fields'],
  [2, 'PUT', '/drives/d/root:/a.txt:/content'],
  [2, 'POST', `${list}/items`],
  [2, 'PATCH', `${list}/items/7`],
  [2, 'DELETE', `${list}/items/7`],
  [5, 'GET', `${list}/permissions`],
  [5, 'POST', '/sites/host,a,b/permissions'],
  [5, 'GET', '/drives/d/items/7?$expand=permissions'],
  [0, 'GET', '/users/x/calendar'],
] as const)('charges %i for %s %s', (units, method, path) => {
  expect(resourceUnits(method, `https://graph.microsoft.com/v1.0${path}`)).toBe(units);
});

it.each([
  [1, 'GET'],
  [2, 'PUT'],
  [2, 'DELETE'],
] as const)('charges %i for %s of an address that Graph handed out', (units, method) => {
  const address = "https://kestrelvale.sharepoint.com/sites/x/_api/v2.0/drives/d/items/i/uploadSession?guid='g'";
  expect(resourceUnits(method, address)).toBe(units);
});
