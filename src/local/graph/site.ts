import type { Site } from '@microsoft/microsoft-graph-types';
import { demo, schools } from '../cast.ts';
import { stableGuid } from '../stable-guid.ts';

/** What an application may do, each including the ones before. `manage`: lists and columns. `fullcontrol`: grants. */
export type Level = 'read' | 'write' | 'manage' | 'fullcontrol';

/** A SharePoint site of the local tenant, with the grants that it begins with. */
export interface LocalSite {
  readonly host: string;
  /** Server-relative: `/sites/…`. */
  readonly path: string;
  readonly displayName: string;
  readonly grants: readonly { readonly appId: string; readonly level: Level }[];
}

const demoSite = (path: string, displayName: string): LocalSite => ({
  ...{ host: demo.sharePointHost, path, displayName },
  grants: [{ appId: demo.apiAppId, level: 'write' }],
});

/**
 * The sites that the demonstration begins with: the schools' safeguarding sites, then those of their staff concerns. Lantern itself
 * holds `write` on each and nothing wider.
 */
export const demoSites: readonly LocalSite[] = [
  ...schools.map(({ name, sitePath }) => demoSite(sitePath, `${name} safeguarding`)),
  ...schools.map(({ name, staffSitePath }) => demoSite(staffSitePath, `${name} staff concerns`)),
];

/** The three-part id: host, site collection, web. */
export function siteId({ host, path }: LocalSite): string {
  return `${host},${stableGuid(`site ${host}${path}`)},${stableGuid(`web ${host}${path}`)}`;
}

export const siteUrl = ({ host, path }: LocalSite) => `https://${host}${path}`;

/** The site with this three-part id, however its letters are cased. */
export function siteById(sites: readonly LocalSite[], id: string): LocalSite | undefined {
  return sites.find((site) => siteId(site).toLowerCase() === id.toLowerCase());
}

/** The site at this address, however its letters are cased; `path` with or without slashes at its ends. */
export function siteByPath(sites: readonly LocalSite[], host: string, path: string): LocalSite | undefined {
  const wanted = `${host}/${path.replace(/^\/+|\/+$/g, '')}`.toLowerCase();
  return sites.find((site) => `${site.host}${site.path}`.toLowerCase() === wanted);
}

/** https://learn.microsoft.com/graph/api/resources/site */
export function presentSite(site: LocalSite): Site {
  return {
    id: siteId(site),
    name: site.path.split('/').at(-1) ?? '',
    displayName: site.displayName,
    description: '',
    webUrl: siteUrl(site),
    createdDateTime: '2026-09-01T08:00:00Z',
    lastModifiedDateTime: '2026-09-01T08:00:00Z',
    siteCollection: { hostname: site.host },
  };
}
