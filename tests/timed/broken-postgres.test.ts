import { describe, expect, it } from 'vitest';
import { havePostgres } from '../support/postgres.ts';
import type { Breakage } from '../bench/breakages.ts';
import { judge, readGoals } from '../bench/figure.ts';
import { measureSubmitPostgres } from '../bench/submit-postgres.ts';

const goals = readGoals();

// Where no PostgreSQL can be had, there is nothing to run; havePostgres says so.
// eslint-disable-next-line no-restricted-syntax
describe.skipIf(!havePostgres())('the gate on a submit on PostgreSQL', () => {
  async function measure(breakage?: Breakage, few = { rounds: 3, submitsARound: 20 }) {
    const { figures } = await measureSubmitPostgres({ ...few, ...(breakage && { breakage }) });
    return Object.fromEntries(figures.map((figure) => [figure.metric, judge(figure, goals)]));
  }

  it('passes the product as it is: one statement', async () => {
    expect(await measure()).toMatchObject({ 'submit.pg_statements': { value: 1, pass: true } });
  });

  it('notices a journal row in a statement of its own', async () => {
    expect(await measure('second-commit')).toMatchObject({ 'submit.pg_statements': { pass: false } });
  });

  it('notices something slow before the commit', async () => {
    // Each of its submits is slow, so a few tell.
    const { 'submit.pg_ratio': ratio } = await measure('slow-commit', { rounds: 2, submitsARound: 3 });
    expect(ratio).toMatchObject({ pass: false });
  });
});
