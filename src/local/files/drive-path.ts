import type { RequestHandler } from 'express';
import type { LocalSite } from '../graph/site.ts';
import { libraryOfDrive } from './drive-id.ts';

/** What stands before the `/drive` of a list, in all its spellings, and what comes after it. */
const byDrive = /^(?:\/sites\/([^/?]+))?\/drives\/([^/?]+)(\/[^?]*)?$/;
const bySite = /^\/sites\/([^/?]+)\/drive(\/.*)?$/;
const byList = /^(\/sites\/[^/?]+\/lists\/[^/?]+\/drive)(\/.*)$/;

/** `/root`, `/items/{id}`, each perhaps with `:/{path}`, closed by a colon where something follows. */
const place = /^\/(?:root|items\/([^/:]+))(?::\/([^:]+?)\/?(?::(\/.*)?)?|(\/[^:]*)?)$/;

/** A place in a drive as one shape: `/items/{id}`, and `/at/{path}` when it is named by its path. */
function tidied(rest: string): string {
  const [match, item = 'root', path, afterPath = '', after = ''] = place.exec(rest) ?? [];
  if (match === undefined) return rest;
  if (path === undefined) return `/items/${item}${after}`;
  return `/items/${item}/at/${encodeURIComponent(decodeURIComponent(path))}${afterPath}`;
}

/**
 * Gives the many ways to name a drive and a place in it one shape before routing:
 * `/sites/{id}/lists/{id}/drive/items/{id}[/at/{path}]…`. A drive that does not exist keeps an id that none has.
 * https://learn.microsoft.com/graph/onedrive-addressing-driveitems
 * @param defaultLibrary the list behind `/sites/{id}/drive`
 */
export function drivePath(
  sites: readonly LocalSite[],
  defaultLibrary: (site: string) => string | undefined,
): RequestHandler {
  /** The drive as that of its list; undefined for a path that is about no drive. */
  function located(path: string): string | undefined {
    const [ofDrive, site, drive = '', afterDrive = ''] = byDrive.exec(path) ?? [];
    if (ofDrive !== undefined) {
      const found = libraryOfDrive(sites, decodeURIComponent(drive));
      const here = found && (site === undefined || decodeURIComponent(site).toLowerCase() === found.site.toLowerCase());
      return `/sites/${here ? found.site : 'none'}/lists/${here ? found.list : 'none'}/drive${afterDrive}`;
    }
    const [ofSite, owner = '', afterSite = ''] = bySite.exec(path) ?? [];
    if (ofSite !== undefined)
      return `/sites/${owner}/lists/${defaultLibrary(decodeURIComponent(owner)) ?? 'none'}/drive${afterSite}`;
    return byList.test(path) ? path : undefined;
  }

  return (request, _response, next) => {
    const [path = '', query] = request.url.split(/\?(.*)/s);
    const whole = located(path.replaceAll(/%3a/gi, ':'));
    if (whole !== undefined) {
      const [, library = whole, rest = ''] = byList.exec(whole) ?? [];
      request.url = `${library}${tidied(rest)}${query === undefined ? '' : `?${query}`}`;
    }
    next();
  };
}
