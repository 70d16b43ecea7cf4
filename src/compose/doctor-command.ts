import { readDataFolders } from '../config.ts';
import { runDoctor } from '../doctor/run-doctor.ts';
import type { ProvisionReport } from '../sharepoint/provision.ts';
import { doctorHere, type DoctorHereParts } from './doctor-here.ts';
import { doctorMends } from './doctor-mends.ts';
import { probeOf } from './probe-of.ts';

export interface DoctorCommandParts extends DoctorHereParts {
  /** Makes what is missing, under the one-off identity. */
  readonly provision: () => Promise<ProvisionReport>;
  /** Prints one or more lines. */
  readonly say: (text: string) => void;
}

/** The doctor beside a running Lantern, or in its place. @returns whether there is no fault */
export function doctorCommand(
  args: readonly string[],
  { provision, say, ...parts }: DoctorCommandParts,
): Promise<boolean> {
  const { config, transport, log } = parts;
  return runDoctor(args, {
    folders: readDataFolders(),
    openHere: doctorHere(parts),
    mends: doctorMends(config, provision),
    probe: () => probeOf(config, transport, log),
    say,
  });
}
