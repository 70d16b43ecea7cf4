/** Where Teams shows a tab (learn.microsoft.com/microsoftteams, tab requirements). */
const teams = ['https://teams.microsoft.com', 'https://*.teams.microsoft.com', 'https://*.cloud.microsoft'];

/**
 * The Content-Security-Policy of the tab's document. Scripts and styles are our own files or carry the nonce;
 * teams-js asks `res.cdn.office.net` for the list of hosts it may talk to.
 * @param nonce of this one answer
 * @param hostOrigin the local page that stands in for Teams; undefined in production
 */
export function tabPolicy(nonce: string, hostOrigin: string | undefined): string {
  const directives = {
    'default-src': ["'none'"],
    'script-src': ["'self'", `'nonce-${nonce}'`],
    'style-src': ["'self'", `'nonce-${nonce}'`],
    'connect-src': ["'self'", 'https://res.cdn.office.net'],
    'img-src': ["'self'", 'data:'],
    'frame-ancestors': hostOrigin ? [...teams, hostOrigin] : teams,
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}
