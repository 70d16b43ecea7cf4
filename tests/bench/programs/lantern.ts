import { readConfig } from '../../../src/config.ts';
import { startLantern } from '../../../src/main.ts';
import { breakages, isBreakage } from '../breakages.ts';
import { underMeasure } from './under-measure.ts';

/** The product as it is, or broken on purpose. First argument: the name of a breakage, or nothing. */
const name = process.argv[2];
if (name !== undefined && !isBreakage(name)) throw new Error(`there is no breakage ${name}`);
const lantern = await startLantern(readConfig(), name === undefined ? {} : breakages[name]());
// It listens on IPv4's loopback only; a client should not try the other one first.
underMeasure(lantern.origin.replace('localhost', '127.0.0.1'), () => lantern.stop());
