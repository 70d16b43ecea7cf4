import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { siteUrl, type LocalSite } from '../graph/site.ts';

/** Addresses that hand out a file's bytes to whoever has them, for a few minutes. */
export interface DownloadAddresses {
  /** @param guid of the file's row */
  url(site: LocalSite, guid: string, now: number): string;
  /** Whether `proof`, the address's `tempauth`, opens the file now. */
  opens(guid: string, proof: string, now: number): boolean;
}

/** "A few minutes", says the page on downloads; in milliseconds. */
const life = 5 * 60 * 1_000;

/** The key lives as long as the process: who still holds an address after a restart asks Graph for another. */
export function createDownloadAddresses(): DownloadAddresses {
  const key = randomBytes(32);
  const sign = (guid: string, until: number) => createHmac('sha256', key).update(`${guid} ${until}`).digest();
  return {
    url: (site, guid, now) =>
      `${siteUrl(site)}/_layouts/15/download.aspx?UniqueId=${guid}&tempauth=v1.${now + life}.${sign(guid, now + life).toString('base64url')}`,
    opens(guid, proof, now) {
      const [, until = '0', signature = ''] = /^v1\.(\d{1,15})\.([\w-]+)$/.exec(proof) ?? [];
      const sent = Buffer.from(signature, 'base64url');
      const right = sign(guid, Number(until));
      return Number(until) > now && sent.length === right.length && timingSafeEqual(sent, right);
    },
  };
}
