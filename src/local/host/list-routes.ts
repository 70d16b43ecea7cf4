import express, { type Router } from 'express';
import { loopbackOnly } from '../loopback-only.ts';
import type { Inspect } from '../graph/inspect.ts';
import { ownPageOnly } from './own-page-only.ts';

/** Rows that are shown at once. */
const pageSize = 50;

/**
 * What an administrator would see who opens the lists in SharePoint, so that the demonstration can show what Lantern keeps there.
 * Read beside Graph: looking costs nothing of what the application may spend, and stands in no ledger.
 *
 * `GET /host/lists`: sites with their lists. `GET /host/rows?site=&list=&before=`: rows, newest first.
 */
export function listRoutes(inspect: Inspect): Router {
  const router = express.Router();
  router.use(['/host/lists', '/host/rows'], loopbackOnly, ownPageOnly, (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  router.get('/host/lists', (_request, response) => void response.json({ sites: inspect.sites() }));
  router.get('/host/rows', (request, response) => {
    const { site, list, before } = request.query;
    const found =
      typeof site === 'string' && typeof list === 'string'
        ? inspect.rows(site, list, { limit: pageSize, ...(Number(before) > 0 && { before: Number(before) }) })
        : undefined;
    if (found) response.json(found);
    else response.status(404).json({ code: 'not-found', message: 'There is no such list.' });
  });
  return router;
}
