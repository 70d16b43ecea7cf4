import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';

/**
 * When the first of some certificates ends, in milliseconds.
 * @param files PEM files with a certificate in each
 * @returns undefined where there is none that can be read: start-up has told of that
 */
export function certificatesEnd(files: readonly string[]): number | undefined {
  const ends = files.flatMap((file) => {
    try {
      return [Date.parse(new X509Certificate(readFileSync(file)).validTo)];
    } catch {
      return [];
    }
  });
  return ends.length > 0 ? Math.min(...ends) : undefined;
}
