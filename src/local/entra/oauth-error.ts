import { randomUUID } from 'node:crypto';

/** A refusal of the token endpoint, with Entra's number (`AADSTS…`). */
export class OAuthError extends Error {
  constructor(
    readonly status: number,
    /** RFC 6749 code, e.g. `invalid_client`. */
    readonly code: string,
    readonly aadsts: number,
    message: string,
  ) {
    super(message);
    this.name = 'OAuthError';
  }
}

/** The body of a refusal, as Entra words it. */
export function oauthErrorBody(error: OAuthError, correlationId: string = randomUUID()) {
  const timestamp = new Date().toISOString().replace('T', ' ').replace(/\.\d+/, '');
  const traceId = randomUUID();
  return {
    error: error.code,
    error_description: `AADSTS${error.aadsts}: ${error.message} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
    error_codes: [error.aadsts],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    error_uri: `https://login.microsoftonline.com/error?code=${error.aadsts}`,
  };
}
