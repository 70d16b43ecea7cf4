import { z } from 'zod';
import { readConfig } from '../../../src/config.ts';
import { startLantern } from '../../../src/main.ts';
import { isBreakage } from '../breakages.ts';
import { switchable } from '../switchable.ts';
import { underMeasure } from './under-measure.ts';

/** The product, to be broken and mended while it runs: `{ breakBy }` names the breakage, or null. */
const { around, breakBy } = switchable();
const order = z.object({ breakBy: z.string().nullable() });
const lantern = await startLantern(readConfig(), around);
process.on('message', (asked) => {
  const { data } = order.safeParse(asked);
  if (!data) return;
  if (data.breakBy === null) breakBy();
  else if (isBreakage(data.breakBy)) breakBy(data.breakBy);
  else throw new Error(`there is no breakage ${data.breakBy}`);
  process.send?.({ broken: data.breakBy });
});
underMeasure(lantern.origin.replace('localhost', '127.0.0.1'), () => lantern.stop());
