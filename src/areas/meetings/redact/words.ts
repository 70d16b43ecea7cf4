import { fold } from '../../people/match-child.ts';

/** A word of a text, where it stands, and how it compares. */
export interface Word {
  /** As `fold` makes it, in one piece and without a possessive: "O’Brien’s" is `obrien`. */
  readonly folded: string;
  /** As it stands, without the possessive. */
  readonly said: string;
  readonly start: number;
  /** Behind it, without the possessive, which stays in the text. */
  readonly end: number;
  readonly capital: boolean;
  /** Something is said to be theirs. */
  readonly owns: boolean;
}

const word = /[\p{L}\p{M}\p{N}]+(?:['’ʼ`][\p{L}\p{M}]+)*/gu;
/** What folding would only write small. */
const plain = /^[a-zA-Z0-9]+$/;
const possessive = /['’ʼ`]s$/iu;

/** The words of a text in their order. */
export function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(word)].map((found) => {
    const said = found[0].replace(possessive, '');
    return {
      folded: plain.test(said) ? said.toLowerCase() : fold(said).join(''),
      said,
      start: found.index,
      end: found.index + said.length,
      capital: /^\p{Lu}/u.test(said),
      owns: said !== found[0],
    };
  });
}

/** What may stand between two words of one name: "Marsden, Ellie", "Anne-Marie", "E. Marsden", "ellie_marsden". */
const within = /^(?:[.,]?[ \t\u00a0]+|[ \t]*\n[ \t]*|[-‐‑–.,_/])$/u;

/** Whether a word and the next can be one name. */
export const goOn = (text: string, one: Word, next: Word): boolean => within.test(text.slice(one.end, next.start));

/** Marks without a width of their own, which would take a name apart unseen. */
export const withoutUnseen = (text: string): string =>
  text.replace(/(?<=[\p{L}\p{M}\p{N}'’ʼ`])\p{Cf}+|(?<!\p{Cf})\p{Cf}+(?=[\p{L}\p{N}])/gu, '');
