import { expect, it } from 'vitest';
import { measureChannelPage, type ChannelPageOptions } from '../bench/channel-page.ts';
import { judge, readGoals } from '../bench/figure.ts';

async function passes(options: ChannelPageOptions): Promise<boolean | null> {
  const { figures } = await measureChannelPage({ cases: 2_000, looks: 12, ...options });
  const [figure] = figures;
  if (!figure) throw new Error('nothing was measured');
  return judge(figure, readGoals()).pass;
}

it('passes a page that looks at its own minutes only', async () => {
  expect(await passes({})).toBe(true);
});

it('notices that each look goes through all minutes that there ever were', async () => {
  const broken: ChannelPageOptions['broken'] = ({ sqlite }) =>
    sqlite.exec('drop index minute_meetingId; drop index "agendaPoint_meetingId"; drop index "action_pointId"');
  expect(await passes({ broken })).toBe(false);
});
