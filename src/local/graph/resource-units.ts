import { option } from './query-option.ts';

/** A file or folder by its path, whatever its name. */
const byPath = /\/(?:root|items\/[^/:]+):\/[^:]*$/;

/**
 * What a call costs of an app's allowance.
 * https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online
 * @param url path and query
 * @returns 0 where SharePoint is not asked, as for a batch, whose parts are counted one by one; 5 for anything about permissions, 1 for reading one thing or the changes since a token, 2 for reading several
 * and for every write
 */
export function resourceUnits(method: string, url: string): 0 | 1 | 2 | 5 {
  const { pathname, searchParams } = new URL(url, 'https://graph.microsoft.com');
  // What does not stand under Graph's own root is SharePoint's host itself.
  if (/^\/v1\.0\/(?!(sites|drives)(\/|$))/.test(pathname)) return 0;
  if (pathname.includes('/permissions') || option(searchParams, 'expand')?.includes('permissions')) return 5;
  const [delta, inPath] = /\/delta(?:\((?:token='([^']*)')?\))?$/.exec(pathname) ?? [];
  const token = inPath ?? option(searchParams, 'token');
  if (delta !== undefined) return token === undefined || token === 'latest' ? 2 : 1;
  const several = /\/(lists|columns|items|versions|drives|children)$/.test(pathname) && !byPath.test(pathname);
  return method === 'GET' && !several ? 1 : 2;
}
