import { expect, it } from 'vitest';
import { defineRecord } from '../../../src/records/define-record.ts';

it.each(['itemId', 'rev', 'removedAt'])('has no field called %s: every table of records has such a column', (name) => {
  const fields = { [name]: { kind: 'text', label: 'Anything', max: 10 } } as const;
  expect(() => defineRecord({ name: 'thing', list: 'Things', description: 'Things.', fields })).toThrow(name);
});
