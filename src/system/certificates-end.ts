import type { Instant } from '../ports/clock.ts';
import { certificateIn } from './certificate-in.ts';

/**
 * When the first of some certificates ends.
 * @param files PEM files with a certificate and its key in each
 * @returns undefined where there is none that is of use: start-up has told of that
 */
export const certificatesEnd = (files: readonly string[]): Instant | undefined =>
  files
    .map(certificateIn)
    .flatMap((found) => ('until' in found ? [found.until] : []))
    .sort()
    .at(0);
