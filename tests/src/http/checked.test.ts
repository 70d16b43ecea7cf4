import { expect, it, onTestFinished } from 'vitest';
import { startTabApi } from '../../support/tab-api.ts';

it.each([
  [{ seconds: 40, late: false }, '40'],
  [{ seconds: 200, late: true }, '200 late'],
  [{ seconds: undefined, late: false }, 'none'],
])('says with each answer how old its knowledge of SharePoint is: %j', async (age, said) => {
  const api = await startTabApi({ age: () => age });
  onTestFinished(() => api.close());
  const answer = await fetch(`${api.origin}/api/concerns`, { headers: { authorization: api.authorization } });
  expect(answer.headers.get('lantern-checked')).toBe(said);
});
