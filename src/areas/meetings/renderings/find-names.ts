import type { NameLeft, NameLeftKind } from '../renderings-contract.ts';
import { ordinary } from '../redact/ordinary.ts';
import type { HiddenChild } from '../redact/who-is-hidden.ts';
import type { RenderingMaterial } from './material-of.ts';

export interface TextOfPoint {
  readonly point: string;
  readonly text: string;
}

/** Children of a roll who may share a name that still tells who is meant. */
const rare = 2;
/** Words between a given and a family name that are still one child. */
const near = 3;

interface Token {
  readonly word: string;
  readonly capital: boolean;
}

/** A text as bare words, in a way of its own: not as hiding takes it apart, so that one slip is not made twice. */
function tokensOf(text: string): readonly Token[] {
  const bare = text.normalize('NFKD').replaceAll(/[\p{M}\p{Cf}'’ʼ`]/gu, '');
  return bare
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => ({ word: word.toLowerCase(), capital: word !== word.toLowerCase() }));
}
const wordsIn = (name: string | null | undefined) => tokensOf(name ?? '').map(({ word }) => word);

interface Bearer {
  readonly families: ReadonlySet<string>;
}

/** Every child's names by the words in them, made once for all texts of a minute. */
function indexOf(roll: readonly HiddenChild[]) {
  const firsts = new Map<string, Bearer[]>();
  const bearers = new Map<string, number>();
  const numbers = new Set<string>();
  const birthdays = new Set<string>();
  for (const child of roll) {
    const first = [child.givenName, child.knownAs, child.middleNames].flatMap(wordsIn);
    const former = wordsIn(child.formerNames);
    const family = wordsIn(child.familyName);
    const families = new Set([...family, family.join(''), ...former].filter((word) => word.length > 2));
    for (const word of new Set([...first, ...former])) {
      const others = firsts.get(word);
      if (others) others.push({ families });
      else firsts.set(word, [{ families }]);
    }
    for (const word of new Set([...first, ...former, ...families])) bearers.set(word, (bearers.get(word) ?? 0) + 1);
    if (child.upn) numbers.add(wordsIn(child.upn).join(''));
    if (child.birthDate) birthdays.add(child.birthDate);
  }
  return { firsts, bearers, numbers, birthdays };
}

const address = /[\p{L}\p{N}]@[\p{L}\p{N}]|https?:|www\./iu;
const written = /(\d{4})-(\d\d)-(\d\d)|(\d{1,2})[./](\d{1,2})[./](\d{4})/gu;

/** Who might be named. */
export type Nameable = Pick<RenderingMaterial, 'children' | 'others' | 'professionals'> & {
  readonly staff: readonly { readonly name: string }[];
};

/**
 * A second look at what a rendering still tells, of any child of the school's roll and not of the meeting's alone.
 * @returns for texts of points: what tells, and in which point; each once
 */
export function createNameFinder({ children, others, staff, professionals }: Nameable) {
  const index = indexOf([...children, ...others]);
  const adults = new Set([...staff.map(({ name }) => name), ...professionals].flatMap(wordsIn));
  const longest = 4;

  function told(text: string): ReadonlySet<NameLeftKind> {
    const tokens = tokensOf(text);
    const found = new Set<NameLeftKind>();
    tokens.forEach(({ word, capital }, i) => {
      const bearing = index.firsts.get(word) ?? [];
      const beside = tokens.slice(Math.max(0, i - near), i + near + 1);
      for (const { word: other, capital: high } of bearing.length === 0 ? [] : namesAmong(beside))
        if (
          other !== word &&
          bearing.some(({ families }) => families.has(other)) &&
          ((capital && high) || !ordinary.has(word) || !ordinary.has(other))
        )
          found.add('in-full');
      const times = index.bearers.get(word) ?? 0;
      if (times > 0 && times <= rare && word.length > 2 && !ordinary.has(word) && !adults.has(word))
        found.add('rare-name');
      for (let length = 1; length <= longest; length++) {
        const run = tokens.slice(i, i + length).map((token) => token.word);
        if (index.numbers.has(run.join(''))) found.add('number');
      }
    });
    if (address.test(text)) found.add('address');
    for (const [, year, month = '', day = '', d = '', m = '', y] of text.matchAll(written)) {
      const iso =
        year === undefined ? `${y ?? ''}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : `${year}-${month}-${day}`;
      if (index.birthdays.has(iso)) found.add('birthday');
    }
    return found;
  }

  return (texts: readonly TextOfPoint[]): readonly NameLeft[] => {
    const points = new Map<string, Set<NameLeftKind>>();
    for (const { point, text } of texts) points.set(point, new Set([...(points.get(point) ?? []), ...told(text)]));
    return [...points].flatMap(([point, kinds]) => [...kinds].map((kind) => ({ kind, point })));
  };
}

/** Words one by one, and a word with the next: "O Brien" is O’Brien. */
function namesAmong(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token, i) => {
    const next = tokens[i + 1];
    return next ? [token, { word: token.word + next.word, capital: token.capital }] : [token];
  });
}
