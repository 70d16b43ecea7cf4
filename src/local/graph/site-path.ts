import type { RequestHandler } from 'express';
import { siteByPath, siteId, type LocalSite } from './site.ts';

/** `/sites/{host}:/{path}`, and with a closing colon what follows: `/sites/{host}:/{path}:/lists`. */
const addressed = /^\/sites\/([^/:?]+):(\/[^:?]*)(?::(\/[^?]*)?)?(\?.*)?$/;

/** Turns a site's address into its id before routing; a site that does not exist keeps an id that none has. */
export function sitePath(sites: readonly LocalSite[]): RequestHandler {
  return (request, _response, next) => {
    const [match, host = '', path = '', rest = '', query = ''] =
      addressed.exec(request.url.replaceAll(/%3a/gi, ':')) ?? [];
    if (match !== undefined) {
      const site = siteByPath(sites, host, decodeURIComponent(path));
      request.url = `/sites/${site ? siteId(site) : 'none'}${rest}${query}`;
    }
    next();
  };
}
