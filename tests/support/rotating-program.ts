/** `tsx rotating-program.ts FOLDER STEP`: rotates the data key of a folder and dies before a step, as by a power cut. */
import { keyFile } from '../../src/keys/key-file.ts';
import { rotateDataKey } from '../../src/jobs/rotate-data-key.ts';
import { settled } from '../../src/store/keys.ts';
import { placesIn } from '../../src/store/sqlite/places-in.ts';
import { systemClock } from '../../src/system/system-clock.ts';

const [folder = '', dies = ''] = process.argv.slice(2);
const file = keyFile(placesIn(folder).key);
const ring = file.read();
if (!ring) throw new Error('no key');
await rotateDataKey(settled(ring, folder), {
  folder,
  keep: async (next) => file.write(next),
  clock: systemClock,
  before: (step) => {
    if (step === dies) process.kill(process.pid, 'SIGKILL');
  },
});
