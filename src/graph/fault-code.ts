import { TokenUnavailable } from './token.ts';

const word = /^[A-Za-z0-9_.-]{1,60}$/;

/**
 * A short word for what kept an answer from coming: `timeout`, `ECONNRESET`, `token-invalid_client`.
 * Texts of errors are left out, for they may quote a URL or a body.
 */
export function faultCode(error: unknown): string {
  if (error instanceof TokenUnavailable) return `token-${error.code}`;
  if (!(error instanceof Error)) return 'unknown';
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'timeout';
  const cause = error.cause instanceof Error && 'code' in error.cause ? error.cause.code : undefined;
  const code = cause ?? ('code' in error ? error.code : undefined) ?? error.name;
  return typeof code === 'string' && word.test(code) ? code : 'unknown';
}
