import { chmodSync } from 'node:fs';
import type { Config } from '../config.ts';
import type { Mend } from '../doctor/run-doctor.ts';
import { describeProvision } from '../sharepoint/describe-provision.ts';
import type { ProvisionReport } from '../sharepoint/provision.ts';
import { placesIn } from '../store/sqlite/places-in.ts';

const made = ['lists', 'library', 'columns', 'indexes', 'uniqueness', 'width', 'choices'] as const;

/**
 * What the doctor may mend: what is missing in SharePoint, under the one-off identity where it is there, and who may read a key.
 * Nothing of it takes anything away.
 */
export function doctorMends(config: Config, provision: () => Promise<ProvisionReport>): readonly Mend[] {
  return [
    {
      checks: ['data-key'],
      async run() {
        const { key } = placesIn(config.LANTERN_DATA);
        chmodSync(key, 0o600);
        return [`Only its owner may read ${key} now. If it may have leaked, change the key.`];
      },
    },
    {
      checks: made,
      async run() {
        if (!config.PROVISION_APP_ID)
          return [
            'Lists and columns were not made: PROVISION_APP_ID is not set, and Lantern’s own identity may not make them.',
          ];
        const report = await provision();
        return describeProvision({ ...report, byHand: [] }).slice(0, report.lists.length);
      },
    },
  ];
}
