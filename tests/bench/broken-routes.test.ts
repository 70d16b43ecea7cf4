import { expect, it } from 'vitest';
import { readConcern } from '../../src/areas/concerns/views.ts';
import type { AnyView } from '../support/inventory.ts';
import { judge, readGoals } from './figure.ts';
import { measureUnlisted, type UnlistedOptions } from './routes-unlisted.ts';

const line = async (options: UnlistedOptions = {}) => {
  const { figures, rounds } = await measureUnlisted(options);
  return { ...judge(figures[0]!, readGoals()), rounds: rounds as { unlisted: readonly string[] } };
};

it('finds every verb, view, act and route in the list', async () => {
  const { why, rounds, ...rest } = await line();
  expect(why).toBeUndefined();
  expect(rounds.unlisted).toEqual([]);
  expect(rest).toMatchObject({ value: 0, pass: true });
});

it.each<[string, UnlistedOptions, string]>([
  [
    'a route that was added to an area',
    {
      routes: [
        { method: 'get', path: '/api/concerns/:id/all', view: readConcern as unknown as AnyView, params: () => ({}) },
      ],
    },
    'get /api/concerns/:id/all',
  ],
  [
    'a route that was mounted past all areas',
    { around: (app) => app.get('/debug', (_request, response) => void response.end()) },
    'get /debug',
  ],
  [
    'a route that takes any method',
    { around: (app) => app.route('/debug').all((_request, response) => void response.end()) },
    'all /debug',
  ],
  ['a verb that nobody wrote into the oracle', { verbs: ['read-everything'] }, 'read-everything'],
])('notices %s', async (_what, options, unlisted) => {
  const { value, pass, rounds } = await line(options);
  expect(value).toBe(1);
  expect(pass).toBe(false);
  expect(rounds.unlisted).toEqual([unlisted]);
});
