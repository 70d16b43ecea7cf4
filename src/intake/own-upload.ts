import type { Identity } from '../access/types.ts';
import type { Spool, Spooled } from './create-spool.ts';
import { isOwnUpload } from './is-own-upload.ts';

/** Finds an upload for the person whose it is; nothing for anybody else. */
export const createOwnUpload =
  (spool: Pick<Spool, 'find'>) =>
  async (identity: Identity, id: string): Promise<Spooled | undefined> => {
    const upload = await spool.find(id);
    return upload && isOwnUpload(upload, identity) ? upload : undefined;
  };
