/**
 * Headers of the host page: it runs its own files, asks its own server, frames Lantern and the chat windows and nothing else,
 * and may itself be framed by nobody.
 * @param framed origins, e.g. `http://localhost:3978`
 */
export const hostPolicy = (framed: readonly string[]): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    'img-src data:',
    `frame-src ${framed.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
});
