import type { PostingWork } from '../../src/jobs/post-to-channel.ts';

/** Posts of a test that has none. */
export const noPosts: PostingWork = {
  carryOut: () => Promise.reject(new Error('there is nothing to post')),
  refresh: async () => undefined,
};
