import type { ProblemCode } from '../perform/problem.ts';

/** The HTTP status of each problem. Complete by its type: a new code does not compile until it stands here. */
export const problemStatus: Readonly<Record<ProblemCode, number>> = {
  'invalid-input': 400,
  'not-found': 404,
  'changed-meanwhile': 409,
  'already-done': 409,
  'needs-another-person': 409,
  'import-running': 409,
  'look-again': 409,
  'old-card': 409,
  'not-our-card': 403,
  'not-signed-in': 401,
  'wrong-organisation': 403,
  busy: 503,
  broken: 500,
};
