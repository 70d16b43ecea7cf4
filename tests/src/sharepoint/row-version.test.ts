import { expect, it } from 'vitest';
import { compareVersions } from '../../../src/sharepoint/row-version.ts';

const row = '7b1c7a1e-3333-4333-8333-000000000001';
const another = '7b1c7a1e-3333-4333-8333-000000000002';

it.each([
  [`"${row},3"`, `"${row},3"`, 'same'],
  [`"${row},2"`, `"${row},3"`, 'older'],
  [`"${row},10"`, `"${row},9"`, 'newer'],
  [`"{${row.toUpperCase()}},4"`, `"${row},3"`, 'newer'],
  [`"${another},4"`, `"${row},3"`, undefined],
  ['"something else"', `"${row},3"`, undefined],
  [`"${row},3"`, undefined, undefined],
])('%s after %s is %s', (etag, before, is) => {
  expect(compareVersions(etag, before)).toBe(is);
});
