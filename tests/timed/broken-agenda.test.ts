import { expect, it } from 'vitest';
import { measureAgendaBuild, type AgendaBuildOptions } from '../bench/agenda-build.ts';
import { judge, readGoals } from '../bench/figure.ts';

async function passes(options: AgendaBuildOptions): Promise<boolean | null> {
  const { figures } = await measureAgendaBuild({ cases: 20_000, agendas: 20, ...options });
  const [figure] = figures;
  if (!figure) throw new Error('nothing was measured');
  return judge(figure, readGoals()).pass;
}

it('passes agendas as they write themselves', async () => {
  expect(await passes({})).toBe(true);
});

it('notices that an agenda asks its questions again and again', async () => {
  const broken: AgendaBuildOptions['broken'] = ({ store }) => {
    const { rows } = store;
    Object.assign(store, {
      async rows(...asked: Parameters<typeof rows>) {
        for (let i = 0; i < 100; i++) await rows(...asked);
        return rows(...asked);
      },
    });
  };
  expect(await passes({ broken })).toBe(false);
});
