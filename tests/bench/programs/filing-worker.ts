/**
 * The product's filing worker, alone in a process: as production puts it together, on the store and the tenant that its settings
 * name. It works from `start` until `stop`, which it confirms.
 */
import { z } from 'zod';
import { openFiling } from '../../../src/compose/open-filing.ts';
import { openKernel } from '../../../src/compose/open-kernel.ts';
import { readConfig } from '../../../src/config.ts';
import { openGraph } from '../../../src/graph/open-graph.ts';
import { localTransport } from '../../../src/local/transport.ts';
import { createLog } from '../../../src/system/json-log.ts';
import { steadyClock } from '../../../src/system/steady-clock.ts';
import { systemClock } from '../../../src/system/system-clock.ts';

const order = z.object({ do: z.enum(['start', 'stop']) });
const config = readConfig();
const log = createLog('error');
const transport = localTransport(config.LANTERN_LOCAL_ORIGIN ?? '');
const kernel = await openKernel(config, { clock: systemClock, log, transport });
const graph = openGraph(config.API_APP_ID, { config, transport, clock: steadyClock, log });
const filing = openFiling(config, kernel, graph);
process.on('message', (asked) => {
  if (order.parse(asked).do === 'start') filing.start();
  else void filing.stop().then(() => process.send?.('stopped'));
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
