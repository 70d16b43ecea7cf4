import express, { Router, type Response } from 'express';
import type { z } from 'zod';
import { faultSchema, rulesSchema, type Faults } from './faults.ts';
import { quirkChange, type QuirkSwitch } from './graph/quirks.ts';
import type { Ledger } from './ledger.ts';

export interface ControlParts {
  readonly faults: Faults;
  readonly ledger: Ledger;
  readonly quirks: QuirkSwitch;
}

/** Hands on what a request says, or answers 400 with what is wrong with it. */
function read<T>(schema: z.ZodType<T>, body: unknown, response: Response): T | undefined {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  response.status(400).json({ faults: parsed.error.issues.map((issue) => issue.message) });
  return undefined;
}

/**
 * The local tenant's own switches, for pages and tests: `GET|POST /local/faults`, `GET|PUT /local/faults/rules`,
 * `GET|POST /local/quirks`, `GET /local/ledger?after=n`.
 * A page elsewhere cannot use them: JSON needs a preflight, and none is answered.
 */
export function controlRouter({ faults, ledger, quirks }: ControlParts): Router {
  const router = Router();
  const json = express.json();
  router.get('/local/faults', (_request, response) => void response.json(faults.current()));
  router.post('/local/faults', json, (request, response) => {
    const fault = read(faultSchema, request.body, response);
    if (!fault) return;
    faults.set(fault);
    response.json(faults.current());
  });
  router.get('/local/faults/rules', (_request, response) => void response.json({ rules: faults.rules() }));
  router.put('/local/faults/rules', json, (request, response) => {
    const sent = read(rulesSchema, request.body, response);
    if (!sent) return;
    faults.setRules(sent.rules, sent.seed);
    response.json({ rules: faults.rules() });
  });
  router.get('/local/quirks', (_request, response) => void response.json(quirks.current()));
  router.post('/local/quirks', json, (request, response) => {
    const change = read(quirkChange, request.body, response);
    if (!change) return;
    quirks.set(change);
    response.json(quirks.current());
  });
  router.get('/local/ledger', (request, response) => {
    const entries = ledger.entries(Number(request.query['after'] ?? 0) || 0);
    response.json({ entries });
  });
  return router;
}
