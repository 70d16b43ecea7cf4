import { siteId, type LocalSite } from '../graph/site.ts';
import { stableGuid } from '../stable-guid.ts';

const bytesOf = (guid: string) => Buffer.from(guid.replaceAll('-', ''), 'hex');
const guidOf = (bytes: Buffer) => bytes.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');

/** The id of a library's drive: the ids of site collection, web and list in one. Opaque to callers. */
export function driveId(site: string, list: string): string {
  const [, collection = '', web = ''] = site.split(',');
  return `b!${Buffer.concat([collection, web, list].map(bytesOf)).toString('base64url')}`;
}

/** The library that a drive's id names, if its site is one of these. */
export function libraryOfDrive(sites: readonly LocalSite[], id: string): { site: string; list: string } | undefined {
  const bytes = Buffer.from(/^b!([\w-]{64})$/.exec(id)?.[1] ?? '', 'base64url');
  if (bytes.length !== 48) return undefined;
  const [collection = '', web = '', list = ''] = [0, 16, 32].map((at) => guidOf(bytes.subarray(at, at + 16)));
  const site = sites.map(siteId).find((candidate) => candidate.endsWith(`,${collection},${web}`));
  return site === undefined ? undefined : { site, list };
}

/** The id of a file or folder in its drive, made of its row's own. */
export const driveItemId = (guid: string) =>
  `01${BigInt(`0x${guid.replaceAll('-', '')}`)
    .toString(32)
    .toUpperCase()
    .padStart(26, '0')}`;

export const rootId = (list: string) => driveItemId(stableGuid(`root ${list}`));
