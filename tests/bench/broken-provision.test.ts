import { expect, it } from 'vitest';
import type { Graph } from '../../src/ports/graph.ts';
import { judge, readGoals } from './figure.ts';
import { measureProvisionCalls } from './provision-calls.ts';

const goals = readGoals();

async function measure(around?: (graph: Graph) => Graph) {
  const { figures } = await measureProvisionCalls(around);
  return figures.map((figure) => judge(figure, goals));
}

it('passes provisioning as it is', async () => {
  expect(await measure()).toMatchObject([{ metric: 'provision.calls_second_run', value: 0, pass: true }]);
});

it('notices a run that does not see an index that is there, and gives it again', async () => {
  const blind = await measure((graph) => ({
    async call(request) {
      const answer = await graph.call(request);
      const text = JSON.stringify(answer.body).replaceAll('"indexed":true', '"indexed":false');
      return { ...answer, body: JSON.parse(text) as unknown };
    },
  }));
  expect(blind).toMatchObject([{ metric: 'provision.calls_second_run', pass: false }]);
});
