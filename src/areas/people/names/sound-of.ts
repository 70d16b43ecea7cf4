/** Spellings that English names exchange for one another, in the order in which they are undone. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/^(?:kn|gn|pn)/, 'n'],
  [/^wr/, 'r'],
  [/gh(?=t|$)/g, ''],
  [/ph/g, 'f'],
  [/s?ch(?=r)/g, 'k'],
  [/sch/g, 'sk'],
  [/ch/g, 'x'],
  [/sh/g, 's'],
  [/th/g, 't'],
  [/ck/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/[cq]/g, 'k'],
  [/g(?=[eiy])/g, 'j'],
  [/z/g, 's'],
  [/v/g, 'f'],
  [/(.)\1+/g, '$1'],
];

/**
 * How a name sounds, roughly: its consonants in one spelling, so that Catherine and Kathryn are the same.
 * @param word as `fold` gives it
 * @returns empty where the word is not written in the letters a to z
 */
export function soundOf(word: string): string {
  if (!/^[a-z]+$/.test(word)) return '';
  const spelt = spellings.reduce((text, [from, to]) => text.replace(from, to), word);
  const first = spelt.charAt(0).replace(/[aeiou]/, 'a');
  return first + spelt.slice(1).replace(/[aeiouwhy]/g, '');
}
