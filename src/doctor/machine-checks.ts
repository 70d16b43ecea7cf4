import { certificateDays } from '../operations/limits.ts';
import type { Check } from './check.ts';
import type { CertificateFacts } from './facts.ts';

const mb = 1_000_000;
/** Below it SQLite may soon refuse a commit, and a concern with it. */
const leastFree = 500 * mb;
const littleFree = 2_000 * mb;
const day = 86_400_000;
const soon = certificateDays * day;

/** Node 20.19, 22.12, or any from 23 on: what `package.json` and the preparation ask for. */
function isOld(node: string): boolean {
  const [major = 0, minor = 0] = node.split('.').map(Number);
  return major < 20 || major === 21 || (major === 20 && minor < 19) || (major === 22 && minor < 12);
}

function certificateLine({ setting, found }: CertificateFacts, at: string) {
  const renew = `Make a new certificate, add it to the registration in Entra, put its file where ${setting} says, start Lantern again.`;
  if ('why' in found) return { state: 'fault', says: `${setting}: ${found.why}.`, mend: renew } as const;
  const left = Date.parse(found.until) - Date.parse(at);
  const until = found.until.slice(0, 10);
  if (left <= 0)
    return { state: 'fault', says: `${setting}: the certificate ended on ${until}.`, mend: renew } as const;
  if (left < soon)
    return { state: 'warning', says: `${setting}: the certificate ends on ${until}.`, mend: renew } as const;
  return { state: 'ok', says: `${setting}: valid until ${until}.` } as const;
}

/** What is judged of the machine. */
export const machineChecks = {
  address: ({ address: { origin, live } }) => [
    live === true
      ? { state: 'ok', says: `Lantern answers at ${origin}.` }
      : {
          ...{ state: 'fault', says: `Lantern does not answer at ${origin}: ${live.why}.` },
          mend: 'Start Lantern; look at the name in the DNS, the certificate of the web server before it and the firewall; or correct LANTERN_PUBLIC_ORIGIN. Teams reaches the bot there.',
        },
  ],
  node: ({ machine: { node } }) => [
    isOld(node)
      ? { state: 'fault', says: `Node ${node} is too old.`, mend: 'Install Node 20.19, 22.12 or newer.' }
      : { state: 'ok', says: `Node ${node}.` },
  ],
  disk({ machine: { free } }) {
    if (free === undefined) return [{ state: 'unseen', says: 'The system does not say how much room the disk has.' }];
    const says = `${Math.floor(free / mb).toLocaleString('en-GB')} MB are free on the disk of the data folder.`;
    const mend = 'Make room, or move the data folder (LANTERN_DATA) to a larger disk while Lantern is stopped.';
    if (free < littleFree) return [{ state: free < leastFree ? 'fault' : 'warning', says, mend }];
    return [{ state: 'ok', says }];
  },
  tab: ({ machine: { tabBuilt } }) => [
    tabBuilt
      ? { state: 'ok', says: 'The tab is built.' }
      : {
          state: 'fault',
          says: 'The tab is not built, so Lantern does not start.',
          mend: 'Build it: npx vite build tab',
        },
  ],
  certificate: ({ at, machine: { certificates } }) => certificates.map((one) => certificateLine(one, at)),
} as const satisfies Record<string, Check>;
