import { GraphFault } from '../graph-fault.ts';
import type { Reach } from './reach.ts';

const failed = (why: string) => new GraphFault(400, 'ValidationError', `Subscription validation request ${why}`);

async function ask(target: URL, patienceMs: number): Promise<{ status: number; type: string; text: string }> {
  const reply = await fetch(target, {
    method: 'POST',
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    redirect: 'manual',
    signal: AbortSignal.timeout(patienceMs),
  });
  return { status: reply.status, type: reply.headers.get('content-type') ?? '', text: await reply.text() };
}

/**
 * Asks a subscriber whether an address is theirs: they give the decoded token back, as plain text.
 * https://learn.microsoft.com/graph/change-notifications-delivery-webhooks
 * @param what the property that holds the address
 * @throws GraphFault 400 when they do not, are too slow, or would be found elsewhere than on this machine
 */
export async function validateEndpoint(
  what: string,
  address: string,
  { reach, requestId, patienceMs }: { reach: Reach; requestId: string; patienceMs: number },
): Promise<void> {
  const reached = reach(address);
  if (reached === undefined)
    throw failed(`failed. '${what}' must be https, and published to the local tenant, or on this machine.`);
  // Spaces, a colon and a plus: whoever does not decode it is found out.
  const token = `Validation: testing that ${requestId} + this endpoint belong together`;
  const target = new URL(reached);
  target.searchParams.append('validationToken', token);
  const reply = await ask(target, patienceMs).catch((error: unknown) => {
    const late = error instanceof DOMException && error.name === 'TimeoutError';
    throw failed(late ? 'timed out.' : 'failed. The notification endpoint could not be reached.');
  });
  if (reply.status !== 200)
    throw failed('failed. Notification endpoint must respond with 200 OK to validation request.');
  if (!/^text\/plain\b/i.test(reply.type)) throw failed('failed. Content-Type of the response must be text/plain.');
  if (reply.text !== token) throw failed('failed. Response must exactly match validationToken query parameter.');
}
