import type { Response } from 'express';
import type { ProblemBody } from '../areas/concerns/contract.ts';
import { problems, type Problem } from '../perform/problem.ts';
import { claimsChallenge } from './claims-challenge.ts';
import { problemStatus } from './problem-status.ts';

/** Sends JSON text as it stands: a list is serialised once, by whoever made it. */
export function sendJson(response: Response, json: string, status = 200): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(json);
}

/**
 * Sends a refusal as ProblemBody.
 * @param status where HTTP has a narrower word than the problem's own (405, 413, 415)
 * @param incident number under which the log knows more; shown with the message
 */
export function sendProblem(
  response: Response,
  { code, fields, context, wait }: Problem,
  status = problemStatus[code],
  incident?: string,
): void {
  const message = incident ? `${problems[code]} Number: ${incident}.` : problems[code];
  const body: ProblemBody = { code, message, ...(fields && { fields }) };
  response.setHeader('Cache-Control', 'no-store');
  if (wait !== undefined) response.setHeader('Retry-After', wait);
  if (context !== undefined) response.setHeader('WWW-Authenticate', claimsChallenge(context));
  sendJson(response, JSON.stringify(body), status);
}
