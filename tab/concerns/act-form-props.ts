import type { ConcernDetail } from '../../src/areas/concerns/contract.ts';

/** What each form of a concern's acts is given. */
export interface ActFormProps {
  readonly concern: ConcernDetail;
  /** It is done; the words say what. */
  readonly done: (text: string) => void;
  readonly cancel: () => void;
}
