const one =
  /\/(?:sites|lists|items|columns|drives)\/[^/]+(?:\/(?:fields|content|drive|root|listItem(?:\/fields)?|retentionLabel))?$/;
/** A file or folder by its path, itself or what belongs to it alone. */
const byPath = /\/(?:root|items\/[^/:]+):\/[^:]+(?::(?:\/(?:content|listItem(?:\/fields)?|retentionLabel))?)?$/;
const siteByPath = /^\/v1\.0\/sites\/[^/]+:\/[^:]+$/;

/**
 * What a call costs of the app's allowance in SharePoint, asked through Graph or at an address that Graph handed out: 1 for
 * reading one thing, or what changed since a token; 2 for reading several and for every write; 5 for anything about
 * permissions. 0 where SharePoint is not asked: other limits hold there.
 * https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online
 * @param url as it is sent
 */
export function resourceUnits(method: string, url: string): 0 | 1 | 2 | 5 {
  const { hostname, pathname, searchParams } = new URL(url);
  if (hostname.endsWith('.sharepoint.com')) return method === 'GET' ? 1 : 2;
  if (!/^\/v1\.0\/(sites|drives)\//.test(pathname)) return 0;
  const asks = (name: string) => searchParams.get(`$${name}`) ?? searchParams.get(name);
  if (/\/permissions(\/|$)/.test(pathname) || asks('expand')?.includes('permissions')) return 5;
  if (method !== 'GET') return 2;
  if (pathname.endsWith('/delta')) return (asks('token') ?? asks('deltatoken')) ? 1 : 2;
  return one.test(pathname) || siteByPath.test(pathname) || byPath.test(pathname) ? 1 : 2;
}
