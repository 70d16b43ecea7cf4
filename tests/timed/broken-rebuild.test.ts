import { expect, it } from 'vitest';
import type { Graph } from '../../src/ports/graph.ts';
import { judge, readGoals } from '../bench/figure.ts';
import { measureRebuild } from '../bench/rebuild-rate.ts';

const goals = readGoals();

async function measure(around?: (graph: Graph) => Graph, rows = 60_000) {
  const { figures } = await measureRebuild({ rows, ...(around && { around }) });
  return Object.fromEntries(figures.map((figure) => [figure.metric, judge(figure, goals)]));
}

it('passes the rebuild as it is', async () => {
  expect(await measure()).toMatchObject({ 'rebuild.ratio': { pass: true } });
});

it('notices lists that are read one after the other, and a page that is worked on for long', async () => {
  let before: Promise<unknown> = Promise.resolve();
  const burn = (ms: number) => {
    const until = performance.now() + ms;
    while (performance.now() < until);
  };
  const slow = await measure((graph) => ({
    call(request) {
      const answer = before.then(() => graph.call(request));
      before = answer.then(() => burn(60));
      return answer;
    },
  }));
  expect(slow['rebuild.ratio']).toMatchObject({ pass: false });
  expect(slow['rebuild.cpu_headroom']).toMatchObject({ pass: false });
});

it('notices a row that does not come back', async () => {
  // Rows are counted, and a few are soon counted.
  const lossy = await measure(
    (graph) => ({
      async call(request) {
        const answer = await graph.call(request);
        const body = answer.body as { value?: readonly unknown[] };
        return request.path.includes('/delta') && body.value
          ? { ...answer, body: { ...body, value: body.value.slice(1) } }
          : answer;
      },
    }),
    6_000,
  );
  expect(lossy['rebuild.ratio']).toMatchObject({ pass: false, why: expect.stringContaining('of 6000 rows came back') });
});
