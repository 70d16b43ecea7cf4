import { createHash } from 'node:crypto';
import type { Answer } from './answer.ts';

/** What the ledger keeps of a file in place of its bytes. */
const digestOf = (bytes: Uint8Array) => ({
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

const withoutProof = (text: string) => text.replaceAll(/tempauth=[^&"]*/g, 'tempauth=-');

/** @param body as it was sent: parsed JSON, a file's bytes, or nothing */
export const recordedBody = (body: unknown): unknown => (body instanceof Uint8Array ? digestOf(body) : (body ?? null));

/** An address without what opens it. */
export const recordedUrl = withoutProof;

/** What was answered, without what opens the addresses in it. */
export function recordedAnswer(answer: Answer | undefined): unknown {
  if (answer?.content) return digestOf(answer.content.bytes);
  const body = answer?.body ?? null;
  return answer?.preauthenticated ? (JSON.parse(withoutProof(JSON.stringify(body))) as unknown) : body;
}
