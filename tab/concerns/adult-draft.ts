import type { AdultPart } from '../../src/areas/concerns/contract.ts';

/** The part of a concern that is about an adult in school, as far as it is written. */
export interface AdultDraft {
  /** The lead says that there is one. */
  readonly on: boolean;
  readonly ofHead: boolean;
  readonly who: string;
  readonly words: string;
}

export const noAdult: AdultDraft = { on: false, ofHead: false, who: '', words: '' };

export const adultOf = ({ ofHead, who, words }: AdultDraft): AdultPart => ({
  ...{ about: ofHead ? 'head' : 'adult', who: who.trim(), words: words.trim() },
});
