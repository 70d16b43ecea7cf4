import express, { Router } from 'express';
import { faultSchema, type Faults } from './faults.ts';
import type { Ledger } from './ledger.ts';

/**
 * The local tenant's own switches, for pages and tests: `GET|POST /local/faults`, `GET /local/ledger?after=n`.
 * A page elsewhere cannot use them: JSON needs a preflight, and none is answered.
 */
export function controlRouter(parts: { faults: Faults; ledger: Ledger }): Router {
  const router = Router();
  router.get('/local/faults', (_request, response) => void response.json(parts.faults.current()));
  router.post('/local/faults', express.json(), (request, response) => {
    const fault = faultSchema.safeParse(request.body);
    if (!fault.success)
      return void response.status(400).json({ faults: fault.error.issues.map((issue) => issue.message) });
    parts.faults.set(fault.data);
    response.json(parts.faults.current());
  });
  router.get('/local/ledger', (request, response) => {
    const entries = parts.ledger.entries(Number(request.query['after'] ?? 0) || 0);
    response.json({ entries });
  });
  return router;
}
