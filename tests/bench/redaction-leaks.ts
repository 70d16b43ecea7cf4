import { abbreviations } from '../../src/areas/meetings/redact/abbreviations.ts';
import { ordinary } from '../../src/areas/meetings/redact/ordinary.ts';
import type { HiddenChild } from '../../src/areas/meetings/redact/who-is-hidden.ts';
import type { RenderingMaterial } from '../../src/areas/meetings/renderings/material-of.ts';
import { renderMinutes } from '../../src/areas/meetings/renderings/render-minutes.ts';
import type { Renderings } from '../../src/areas/meetings/renderings-contract.ts';
import { generateMinute, type GeneratedMinute, type Mention } from '../support/generated-minutes.ts';
import type { Measured } from './figure.ts';
import { seeded } from './policy-checks.ts';

/**
 * What a reader sees, letter by letter and not word by word as the product does: letters without accents, every run of anything
 * else one blank.
 */
function seenBy(text: string): string {
  let seen = ' ';
  for (const letter of text.normalize('NFKD')) {
    if (/[\p{M}\p{Cf}'’]/u.test(letter)) continue;
    const plain = { ł: 'l', Ł: 'L', ø: 'o', Ø: 'O' }[letter] ?? letter;
    if (/[\p{L}\p{N}]/u.test(plain)) seen += plain;
    else if (!seen.endsWith(' ')) seen += ' ';
  }
  return `${seen} `;
}

/** Names of adults that may stand, and what stands instead of children: none of it tells. */
function withoutWhatMayStand(text: string, staff: readonly string[]): string {
  const labels = text.replace(/\bChild [A-Z]\b/gu, '*');
  return staff.reduce((rest, name) => rest.replaceAll(name, '*'), labels);
}

const wordsOf = (name: string | null | undefined) =>
  seenBy(name ?? '')
    .trim()
    .split(' ')
    .filter((word) => word.length > 1);
const particles = ['de', 'la', 'van', 'der', 'le', 'mac', 'st', 'mc'];

/** Whether a word stands in what is seen; one that is also a word only where it has a capital. */
function stands(seen: string, word: string): boolean {
  const small = word.toLowerCase();
  if (!ordinary.has(small)) return seen.toLowerCase().includes(` ${small} `);
  const capital = small.charAt(0).toUpperCase() + small.slice(1);
  return seen.includes(` ${capital} `) || seen.includes(` ${small.toUpperCase()} `);
}

const namesOf = ({ givenName, familyName, knownAs, formerNames, middleNames }: HiddenChild) =>
  [givenName, familyName, knownAs, formerNames, middleNames]
    .flatMap(wordsOf)
    .filter((word) => !particles.includes(word.toLowerCase()));

/** The mentions that a text still tells of, held against what was written and against all names of all who must not be named. */
function leaksIn(
  text: string,
  hidden: readonly HiddenChild[],
  named: readonly HiddenChild[],
  mentions: readonly Mention[],
  staff: readonly string[],
  may: readonly string[] = [],
): readonly string[] {
  const rest = withoutWhatMayStand(text, [...staff, ...may]);
  const seen = seenBy(rest);
  const squeezed = seen.replaceAll(' ', '').toLowerCase();
  const spared = new Set(named.flatMap(namesOf).map((word) => word.toLowerCase()));
  const leaks: string[] = [];
  for (const child of hidden) {
    for (const word of namesOf(child))
      if (!spared.has(word.toLowerCase()) && stands(seen, word)) leaks.push(`name ${word}`);
    const pair = [...wordsOf(child.givenName), ...wordsOf(child.familyName)].join(' ');
    const same = named.some((one) => [...wordsOf(one.givenName), ...wordsOf(one.familyName)].join(' ') === pair);
    if (!same && seen.toLowerCase().includes(` ${pair.toLowerCase()} `)) leaks.push(`both names ${pair}`);
    if (child.upn && squeezed.includes(child.upn.toLowerCase())) leaks.push(`number ${child.upn}`);
    if (child.family?.some((name) => seen.toLowerCase().includes(seenBy(name).toLowerCase()))) leaks.push('relative');
  }
  if (/\w@\w|www/u.test(rest)) leaks.push('address');
  // What has no fixed form is looked for as it was written.
  for (const { what, said } of mentions)
    if (!['name', 'relative'].includes(what) && stood(rest, said)) leaks.push(`${what} ${said}`);
  return leaks;
}

/** Whether something stands in a text as it was written, with neither a letter nor a digit beside it. */
function stood(text: string, said: string): boolean {
  for (let at = text.indexOf(said); at >= 0; at = text.indexOf(said, at + 1)) {
    const beside = text.charAt(at - 1) + text.charAt(at + said.length);
    if (!/[\p{L}\p{N}]/u.test(beside)) return true;
  }
  return false;
}

const initials = (said: string) =>
  said
    .replace(/['’]?s$/u, '')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();

export interface RedactionOptions {
  readonly minutes?: number;
  readonly seed?: number;
  /** How minutes are rendered; the product’s own unless a test breaks it. */
  readonly render?: (material: RenderingMaterial) => Renderings;
}

/** What one minute’s renderings tell that they must not, which of its sentences are gone, and how many points were left out. */
export function leaksOf({ material, mentions, marks }: GeneratedMinute, render = renderMinutes) {
  const { children, others } = material;
  const staff = material.staff.map(({ name }) => name);
  const { attendees, channel } = render(material);
  const texts = (
    points: readonly {
      readonly heading: string;
      readonly decision?: string;
      readonly actions: readonly { readonly what: string }[];
    }[],
  ) =>
    points
      .flatMap(({ heading, decision = '', actions }) => [heading, decision, ...actions.map(({ what }) => what)])
      .join('\n| ');
  const forOthers = mentions.filter(({ child, what, said }) => {
    if (child < children.length) return false;
    const whose = others[child - children.length];
    // What is also true of a child who may be named is taken for theirs.
    if (what === 'full-date') return !children.some(({ birthDate }) => birthDate === whose?.birthDate);
    if (what === 'address' && !/@|www/u.test(said)) return !children.some((one) => bareName(one) === bareName(whose));
    // Letters that every school writes tell nobody.
    if (what !== 'initials') return true;
    const set = initials(said);
    return !abbreviations.has(set) && !children.some((one) => initialsOf(one).includes(set));
  });
  const forAll = mentions.filter(({ child, what, said }) =>
    child < children.length || what !== 'initials' ? true : !abbreviations.has(initials(said)),
  );
  // A day in May that may be told of is no child called May.
  const ofNamed = mentions.flatMap(({ child, what, said }) =>
    child < children.length && (what === 'date' || what === 'full-date') ? [said] : [],
  );
  const [there, posted] = [texts(attendees.points), texts(channel.rendering?.points ?? [])];
  return {
    leaks: [
      ...leaksIn(there, others, children, forOthers, staff, ofNamed).map((leak) => `attendees: ${leak}`),
      ...leaksIn(posted, [...children, ...others], [], forAll, staff).map((leak) => `channel: ${leak}`),
    ],
    gone: marks.filter((mark) => !there.includes(mark)).length,
    dropped: new Set(channel.dropped.map(({ point }) => point)).size,
    texts: { there, posted },
  };
}

const bareName = (child: HiddenChild | undefined) =>
  seenBy(`${child?.givenName}${child?.familyName}`).replaceAll(/[ -]/gu, '').toLowerCase();

/** Initials of a child with a given and with a known name, with and without the middle one, either way round. */
function initialsOf({ givenName, knownAs, middleNames, familyName, formerNames }: HiddenChild): readonly string[] {
  const of = (name: string | null | undefined) =>
    seenBy(name ?? '')
      .trim()
      .split(' ')
      .filter((word) => word !== '');
  const letters = (list: readonly string[]) => list.map((word) => word.charAt(0).toLowerCase()).join('');
  const family = of(familyName);
  const ends = [letters(family), letters(family.slice(0, 1)), letters(family.slice(-1))];
  return [
    letters(of(formerNames)),
    ...[givenName, knownAs].flatMap((name) =>
      ends.flatMap((end) => {
        const begin = [letters(of(name)), letters(of(name).slice(0, 1))];
        return begin.flatMap((start) => [start + end, end + start, start + letters(of(middleNames)) + end]);
      }),
    ),
  ];
}

/**
 * Generated minutes that speak of children of the meeting and of others in every way that people write, held against an oracle that
 * was written otherwise than the product: how much of it the renderings still tell.
 */
export function measureRedaction(options: RedactionOptions = {}): Promise<Measured> {
  const { minutes = 10_000, seed = 20_261_210, render = renderMinutes } = options;
  const below = seeded(seed);
  const seen: string[] = [];
  let [gone, dropped, points, mentions] = [0, 0, 0, 0];
  for (let n = 0; n < minutes; n++) {
    const minute = generateMinute(below);
    const found = leaksOf(minute, render);
    seen.push(...found.leaks);
    gone += found.gone;
    dropped += found.dropped;
    points += minute.material.points.length;
    mentions += minute.mentions.length;
  }
  // Whoever hides everything tells nothing, and is of no use.
  const faults = [
    ...(gone > 0 ? [`${gone} sentences that name nobody are gone`] : []),
    ...(dropped * 5 > points ? [`${dropped} of ${points} points were left out of the channel`] : []),
    ...(mentions < minutes ? [`only ${mentions} mentions were written`] : []),
  ];
  return Promise.resolve({
    figures: [
      {
        ...{ metric: 'minutes.redaction_leaks', value: seen.length, unit: 'leaks', ratio: null },
        yardstick: `${mentions} mentions in ${minutes} minutes`,
        ...(faults.length > 0 && { why: faults.join('; ') }),
      },
    ],
    rounds: { minutes, seed, mentions, points, dropped, leaks: seen.slice(0, 200) },
  });
}
