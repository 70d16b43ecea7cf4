import { expect, it } from 'vitest';
import { bodyOf } from '../../../src/http/body-of.ts';

it('takes what a form says without its key, and nothing of what is no form', () => {
  expect(bodyOf({ body: { form: 'f'.repeat(32), words: 'No coat.', form2: 1 } })).toEqual({
    words: 'No coat.',
    form2: 1,
  });
  for (const body of [undefined, null, 'words', 7, true]) expect(bodyOf({ body })).toEqual({});
});
