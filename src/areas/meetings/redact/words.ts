import { fold } from '../../people/match-child.ts';

/** A word of a text, where it stands, and how it compares. */
export interface Word {
  /** As `fold` makes it, in one piece and without a possessive: "O’Brien’s" is `obrien`. */
  readonly folded: string;
  readonly start: number;
  /** Behind it, without the possessive, which stays in the text. */
  readonly end: number;
  readonly capital: boolean;
}

const apostrophe = "['’ʼ`]";
const word = new RegExp(`[\\p{L}\\p{M}\\p{N}]+(?:${apostrophe}[\\p{L}\\p{M}]+)*`, 'gu');
const possessive = new RegExp(`${apostrophe}s$`, 'iu');

/** The words of a text in their order. */
export function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(word)].map((found) => {
    const core = found[0].replace(possessive, '');
    return {
      folded: fold(core).join(''),
      start: found.index,
      end: found.index + core.length,
      capital: /^\p{Lu}/u.test(core),
    };
  });
}

/** What may stand between two words of one name: "Marsden, Ellie", "Anne-Marie", "E. Marsden". */
const within = /^(?:[.,]?[ \t\u00a0]+|[ \t]*\n[ \t]*|[-‐‑–.])$/u;

/** Whether a word and the next can be one name. */
export const goOn = (text: string, one: Word, next: Word): boolean => within.test(text.slice(one.end, next.start));
