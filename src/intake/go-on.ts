import { z } from 'zod';
import type { Identity } from '../access/types.ts';
import type { UploadState } from '../areas/files/contract.ts';
import { invalidInput } from '../perform/invalid-input.ts';
import { refuse, type Result } from '../perform/problem.ts';
import { beginningDigest } from './beginning-digest.ts';
import type { Spool } from './create-spool.ts';
import { createOwnUpload } from './own-upload.ts';

const proof = z.strictObject({
  upto: z.int().min(0),
  beginning: z.string().regex(/^[0-9a-f]{64}$/),
});

/**
 * Says whether a file that was chosen anew may go on where an upload stopped. All that has arrived is compared, so that what
 * comes of it is the file that lies before the person, and never the beginning of one with the end of another.
 */
export function createGoOn(spool: Pick<Spool, 'find' | 'source'>) {
  const own = createOwnUpload(spool);
  return async (identity: Identity, id: string, body: unknown): Promise<Result<UploadState>> => {
    const parsed = proof.safeParse(body);
    if (!parsed.success) return invalidInput(parsed.error);
    const upload = await own(identity, id);
    if (!upload) return refuse('upload-gone');
    const { size, arrived } = upload;
    // More has come meanwhile, from another window: whoever asks looks again.
    if (parsed.data.upto !== arrived) return refuse('changed-meanwhile');
    const there = await beginningDigest(await spool.source(id, size), arrived);
    return there === parsed.data.beginning
      ? { ok: true, answer: { id, size, arrived } }
      : refuse('upload-another-file');
  };
}
