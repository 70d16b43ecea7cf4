import type { Transport } from '../ports/transport.ts';
import type { AddressFacts } from './facts.ts';

const patienceMs = 10_000;

/** Whether Lantern answers where Teams looks for it. Asked twice: a connection that was kept open may have been closed meanwhile. */
export async function gatherAddress(origin: string, reach: Transport): Promise<AddressFacts> {
  const first = await ask(origin, reach);
  return { origin, live: first === true ? first : await ask(origin, reach) };
}

async function ask(origin: string, reach: Transport): Promise<AddressFacts['live']> {
  try {
    const answer = await reach(`${origin}/live`, { redirect: 'manual', signal: AbortSignal.timeout(patienceMs) });
    const text = await answer.text();
    if (answer.status === 200 && text.includes('"live":true')) return true;
    return { why: answer.status === 200 ? 'somebody else answers there' : `it answers ${answer.status}` };
  } catch (error) {
    return { why: reasonOf(error) };
  }
}

/** The system's short word: ECONNREFUSED, ENOTFOUND, CERT_HAS_EXPIRED. */
function reasonOf(error: unknown): string {
  if (error instanceof DOMException && error.name === 'TimeoutError') return 'no answer within 10 seconds';
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : undefined;
  return cause && 'code' in cause ? String(cause.code) : 'no answer';
}
