import type { Identity } from '../access/types.ts';
import type { TranscriptLook } from '../areas/meetings/contract.ts';
import { lookAtTranscript } from '../areas/meetings/transcript/look-at-transcript.ts';
import type { Result } from '../perform/problem.ts';
import type { Read } from '../perform/read.ts';
import type { Transcripts } from '../ports/transcripts.ts';

export interface LookAtTranscriptParts {
  readonly transcripts: Transcripts;
  readonly read: Read;
}

/**
 * What Teams wrote down of a meeting, for whoever writes its minutes. Who that is, and that they looked, goes through `read` before
 * Teams is asked. What comes is handed on and kept nowhere.
 * @returns a function of who asks and about which meeting; a transcript that there is not, or that cannot be read, is said to be so
 */
export function createLookAtTranscript({ transcripts, read }: LookAtTranscriptParts) {
  return async (identity: Identity, meeting: string): Promise<Result<TranscriptLook>> => {
    const seen = await read(lookAtTranscript, identity, { id: meeting });
    if (!seen.ok) return seen;
    const { organiser, event } = seen.answer.answer;
    const end = await transcripts.of(organiser, event);
    if (!end.ok) return { ok: true, answer: { state: end.why } };
    return { ok: true, answer: end.lines.length === 0 ? { state: 'none' } : { state: 'there', lines: end.lines } };
  };
}
