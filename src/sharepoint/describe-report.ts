import type { ProvisionReport } from './provision.ts';

/** What provisioning found and did, and what is left to do by hand, as lines for a terminal. */
export function describeReport(report: ProvisionReport): string {
  const lists = report.lists.map(({ school, list, made, added, mended, faults }) => {
    const changed = added.length + mended.length > 0 ? `mended ${[...added, ...mended].join(', ')}` : 'in order';
    return `${school}  ${list}: ${[made ? 'made' : changed, ...faults].join('; ')}`;
  });
  return `${lists.join('\n')}\n\nBy hand, once for each site:\n${report.byHand.map((step) => `  - ${step}`).join('\n')}`;
}
