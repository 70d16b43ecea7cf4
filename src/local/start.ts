import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs, parseEnv } from 'node:util';
import { processEnvironment } from '../config.ts';
import { startDemonstration, usualDataDir } from './demonstration.ts';
import { projectRoot } from './lantern-process.ts';

/** `npm start [-- --reset]`: Lantern as a demonstration, on a machine that has nothing but Node. */
const { values } = parseArgs({ options: { reset: { type: 'boolean', default: false } } });

const settings = parseEnv(readFileSync(join(projectRoot, 'env', '.env.local'), 'utf8'));
const env = { LANTERN_LOG: 'warn', ...settings, ...processEnvironment() };

const stopping = { asked: false };
try {
  const shown = await startDemonstration({
    env,
    dataDir: usualDataDir,
    ports: { tenant: 5300, lantern: 3978, chats: 56150 },
    reset: values.reset,
    trust: 'whole',
    say: (step) => console.log(`  ${step} …`),
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping.asked) process.exit(1);
      stopping.asked = true;
      console.log('\n  Stopping …');
      void shown.stop().then(() => process.exit(0));
    });
  }
  const chats = shown.chats.map(({ name, url }) => `  ${`${name}’s chat`.padEnd(24)}${url}`);
  console.log(`
Lantern is running. This is a demonstration: everybody in it is invented, and nothing leaves this machine.

${chats.join('\n')}
  ${'The desk, as in Teams'.padEnd(24)}${shown.hostOrigin}

Write something about a child in Daniel’s chat and send the form; Priya’s chat lights up, and the desk lists it.
School matters run on the demonstration’s own clock: ${shown.clock.now().slice(0, 10)}; the desk’s banner shows it and moves it on.
State stays in .lantern between starts; npm start -- --reset begins anew. Ctrl+C stops everything.
`);
} catch (error) {
  const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  const why = inUse ? 'A port is in use: is another Lantern running? Stop it and start again.' : String(error);
  console.error(`\nThe demonstration did not start. ${why}`);
  process.exit(1);
}
