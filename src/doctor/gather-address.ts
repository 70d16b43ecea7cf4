import type { Transport } from '../ports/transport.ts';
import type { AddressFacts } from './facts.ts';

const patienceMs = 10_000;

/** Whether Lantern answers where Teams looks for it. */
export async function gatherAddress(origin: string, reach: Transport): Promise<AddressFacts> {
  try {
    const answer = await reach(`${origin}/live`, { redirect: 'manual', signal: AbortSignal.timeout(patienceMs) });
    const text = await answer.text();
    if (answer.status === 200 && text.includes('"live":true')) return { origin, live: true };
    return {
      origin,
      live: { why: answer.status === 200 ? 'somebody else answers there' : `it answers ${answer.status}` },
    };
  } catch (error) {
    return { origin, live: { why: reasonOf(error) } };
  }
}

/** The system's short word: ECONNREFUSED, ENOTFOUND, CERT_HAS_EXPIRED. */
function reasonOf(error: unknown): string {
  if (error instanceof DOMException && error.name === 'TimeoutError') return 'no answer within 10 seconds';
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : undefined;
  return cause && 'code' in cause ? String(cause.code) : 'no answer';
}
