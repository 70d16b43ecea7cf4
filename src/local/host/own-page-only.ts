import type { RequestHandler } from 'express';

/**
 * Lets a request through when our own page, or a program on this machine, made it: a browser marks what a foreign page asks
 * for (`Sec-Fetch-Site`, `Origin`). Sign-in in the demonstration has no password, so any page on the web could otherwise
 * ask for it. Stands behind `loopbackOnly`, which sees through foreign names for this machine.
 */
export const ownPageOnly: RequestHandler = (request, response, next) => {
  const { host, origin, 'sec-fetch-site': site } = request.headers;
  const ours = (site === undefined || site === 'same-origin') && (origin === undefined || origin === `http://${host}`);
  if (ours) next();
  else response.status(403).json({ code: 'not-found', message: 'Only the page of the local tenant may ask for this.' });
};
