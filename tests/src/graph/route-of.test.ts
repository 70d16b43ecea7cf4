import fc from 'fast-check';
import { expect, it } from 'vitest';
import { routeOf } from '../../../src/graph/route-of.ts';

it.each([
  ['/sites/contoso.sharepoint.com:/sites/harrowmere', '/sites/{}/sites/{}'],
  ['/sites/a,b,c/lists/1f/items?$filter=fields/RequestKey eq %27ab%27', '/sites/{}/lists/{}/items'],
  ['https://graph.microsoft.com/v1.0/sites/x/lists/y/items/delta?token=secret', '/sites/{}/lists/{}/items/delta'],
  ['/drives/d/root:/Ellie Marsden.pdf:/createUploadSession', '/drives/{}/{}/{}/createUploadSession'],
  ['/$batch', '/$batch'],
])('%s is %s', (path, route) => expect(routeOf(path)).toBe(route));

it('has no word that is not Graph’s own, whatever it is given', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(routeOf(`/sites/${one}/lists/${other}`)).toMatch(/^(\/([a-zA-Z$]{2,20}|\{\}))*$/);
    }),
  );
});
