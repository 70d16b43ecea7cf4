import { namePools } from './names.ts';
import type { RollRow } from './roll-row.ts';

const namedGirls =
  'Ellie Mia Aisha Nell Orla Kacey Holly Amina Zoë Grace Freya Chloe Daisy Phoebe Jasmine Lily-Mae Ruby Noor Tegan Yusra Beatrix Temi Rosie Hana Zuzia Niamh Poppy Ama Kayla Lexi Maisie';
const girls = new Set([...namedGirls.split(' '), ...namePools.flatMap((pool) => pool.girls)]);

/** Puts a child into a text: `{name}`, `{he}`, `{him}`, `{his}` with or without a capital. */
export function childWords(text: string, [given, , , knownAs]: RollRow): string {
  const words: Readonly<Record<string, string>> = girls.has(given)
    ? { he: 'she', him: 'her', his: 'her' }
    : { he: 'he', him: 'him', his: 'his' };
  return text.replace(/\{(\w)(\w*)\}/g, (whole, first: string, rest: string) => {
    if (whole === '{name}') return knownAs ?? given;
    const word = words[`${first.toLowerCase()}${rest}`] ?? whole;
    return first === first.toUpperCase() ? `${word.charAt(0).toUpperCase()}${word.slice(1)}` : word;
  });
}
