import type { ProvisionReport } from './provision.ts';

/** What the provision command prints: what became of each list, and what is left to do by hand. */
export function describeProvision(report: ProvisionReport): readonly string[] {
  const lists = report.lists.map(({ school, list, made, added, mended, faults }) => {
    const touched = [...added, ...mended];
    const what = made ? 'made' : touched.length > 0 ? `mended ${touched.join(', ')}` : 'in order';
    return `${school}  ${list}: ${[what, ...faults].join('; ')}`;
  });
  return [...lists, '', 'By hand, once for each site:', ...report.byHand.map((step) => `  - ${step}`)];
}
