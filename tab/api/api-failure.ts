import type { ProblemBody } from '../../src/areas/concerns/contract.ts';

/** `unreachable`: no answer came, so nobody here can know whether the request arrived. Other codes are the server's own. */
export type FailureCode = 'unreachable' | (string & {});

/** Codes after which the same press may be sent again under the same form key: nothing is known to have been decided. */
const undecided = new Set<FailureCode>([
  'unreachable',
  'busy',
  'broken',
  'not-signed-in',
  'suspended',
  'step-up',
  'too-many',
]);

/** Why a call to the tab API did not give what was asked for; `message` is for the person. */
export class ApiFailure extends Error {
  constructor(
    readonly code: FailureCode,
    message: string,
    /** What is held against single fields of a form, by their names. */
    readonly fields: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = 'ApiFailure';
  }

  get decided(): boolean {
    return !undecided.has(this.code);
  }
}

export const unreachable = () =>
  new ApiFailure('unreachable', 'Lantern could not be reached. Nothing was lost: check your connection and try again.');

export const notSignedIn = () =>
  new ApiFailure('not-signed-in', 'Teams could not sign you in. Close this tab, open it again, and try once more.');

export const notProved = () =>
  new ApiFailure(
    'step-up',
    'You did not confirm that it is you, so nothing was handed out. Try again, and confirm it in the window that opens.',
  );

/** Reads the body of a refusal; an answer that is not ours (a proxy's page) gets our own words. */
export function failureFrom(body: unknown): ApiFailure {
  return isProblem(body)
    ? new ApiFailure(
        body.code,
        [body.message, ...(body.fields ?? []).map((field) => field.message)].join(' '),
        Object.fromEntries((body.fields ?? []).map((field) => [field.name, field.message])),
      )
    : new ApiFailure('broken', 'Lantern gave an answer that this screen does not understand. Try again in a moment.');
}

function isProblem(body: unknown): body is ProblemBody {
  return (
    typeof body === 'object' &&
    body !== null &&
    'code' in body &&
    typeof body.code === 'string' &&
    'message' in body &&
    typeof body.message === 'string'
  );
}
