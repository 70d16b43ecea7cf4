/** A letter without its marks: `é` gives `e`. What has no plain letter beneath stays. */
const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');

/**
 * The words of a search, in small letters and without marks, as both engines index them. Whatever else a person types is no
 * part of a word, so it can be no command to the engine either.
 */
export const searchWords = (text: string): readonly string[] => bare(text.toLowerCase()).match(/[\p{L}\p{N}]+/gu) ?? [];

/** What stands between words; PostgreSQL would make numbers, hosts and addresses of some of it. */
const between = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~‘’“”–—…\u00a0';

/** Letter n of `from` becomes letter n of `to`. */
export interface Exchange {
  readonly from: string;
  readonly to: string;
}

/** Makes blanks of what stands between words: for an engine that would see more in it. */
export const blanks: Exchange = { from: between, to: ' '.repeat(between.length) };

/** Letters of Latin names with a mark, small and capital, become the same small and without: for an engine that does not do so itself. */
export const plainLetters: Exchange = Array.from({ length: 0x17f - 0xc0 + 1 }, (_, i) => String.fromCodePoint(0xc0 + i))
  .map((letter) => [letter, bare(letter).toLowerCase()] as const)
  .filter(([letter, plain]) => plain !== letter && plain.length === 1)
  .reduce((pairs, [letter, plain]) => ({ from: pairs.from + letter, to: pairs.to + plain }), { from: '', to: '' });
