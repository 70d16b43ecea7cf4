import type { FailureCode } from '../api/api-failure.ts';

/**
 * A file on its way. `queued`: others go first. `comparing`: whether it is the file that was begun before this page was opened.
 * `waiting`: something is away for now, and it goes on by itself.
 */
export interface Upload {
  /** Of the choice of this file, and the upload's form key. */
  readonly key: string;
  readonly file: File;
  /** The upload's id, once the server knows it. */
  readonly id?: string;
  /** It was begun before this page was opened. */
  readonly resumed?: true;
  readonly arrived: number;
  readonly stage: 'queued' | 'comparing' | 'sending' | 'waiting' | 'paused' | 'arrived' | 'refused';
  /** What a waiting one waits for. */
  readonly waitsFor?: FailureCode;
  /** Why it was refused. */
  readonly message?: string;
}
