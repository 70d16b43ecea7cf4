import type { RequestHandler } from 'express';

const names = new Set(['localhost', '127.0.0.1']);

/**
 * Refuses a request that names another host: a page on the internet whose name was pointed at this machine must not
 * reach the tokens and rows here (DNS rebinding).
 */
export const loopbackOnly: RequestHandler = (request, response, next) => {
  if (names.has(request.hostname)) next();
  else response.status(421).json({ error: 'The local tenant answers on localhost only.' });
};
