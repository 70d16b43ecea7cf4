import type { HiddenChild } from '../../src/areas/meetings/redact/who-is-hidden.ts';
import type { PointMaterial, RenderingMaterial } from '../../src/areas/meetings/renderings/material-of.ts';

/** A number from 0 to below another. */
export type Below = (below: number) => number;

/** A child, or one of their own, as somebody wrote it into a minute. */
export interface Mention {
  /** Of `children` and then `others`. */
  readonly child: number;
  readonly what: 'name' | 'initials' | 'letter' | 'date' | 'full-date' | 'form' | 'number' | 'address' | 'relative';
  readonly said: string;
}

export interface GeneratedMinute {
  readonly material: RenderingMaterial;
  readonly mentions: readonly Mention[];
  /** Words that name nobody, one for each sentence: they must still be there. */
  readonly marks: readonly string[];
}

const words = (text: string) => text.split(' ');
const given = words(
  'Eleanor Zoë Anne-Marie Will Grace May Mark Rose D’Arcy José Siân Mohammed Łukasz Jo Chloë Nia Thomas Håkon Amélie-Jo Oluwaseun ' +
    'Katherine William Robert Noël Björn Xanthe Jean-Luc Bo Saoirse Faith',
);
const families =
  'O’Brien|O’Neill-Young|Smith|Marsden|de la Cruz|Ó Broin|Brown|Young|Núñez|Hale|van der Berg|Ng|St John|Wiśniewska|Khan|McDonald|' +
  'Le Page|Okonkwo-Reyes|Tarrant|Li|Field|Ängström|Mac Giolla|D’Souza|Hill';
const known = words('Ellie Zed Annie Bill Gracie Maisie Rosie Pepe Mo Luke Joey Tommy Kit Bobby Sunny');
const middle = words('Rosalind James Élise Kofi Ann Hope');
const grown = words('Dawn Kwame Beata Ines Padraig Wei Sunita Olive');
/** Staff share given and family names with children, as they do in a school. */
const staffNames = ['Priya Raman', 'Thomas Whitlock', 'Grace Adeyemi', 'Daniel Marsden', 'Zoe Lund'];
const filler = words(
  'they said that lunch was late and nobody had told anyone so the office rings home before noon because it went well again with ' +
    'more help from outside while work goes on quietly after each lesson',
);
const months = words('January February March April May June July August September October November December');

const two = (n: number) => String(n).padStart(2, '0');
const bare = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[Łł]/gu, 'l').replace(/[øØ]/gu, 'o');
const first = (text: string) => [...text.normalize('NFC')][0] ?? '';

/** One generated minute: a few children with a meeting about them, more on the roll, and a text that speaks of them in many ways. */
export function generateMinute(below: Below): GeneratedMinute {
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const maybe = (one: () => string) => (below(2) === 0 ? one() : null);
  const family = () => pick(families.split('|'));

  function child(label: string, i: number): HiddenChild {
    const familyName = family();
    return {
      ...{ label, givenName: pick(given), familyName, knownAs: maybe(() => pick(known)) },
      ...{ middleNames: maybe(() => pick(middle)), formerNames: maybe(() => `${pick(given)} ${family()}`) },
      formGroup: `${7 + below(5)}${pick(['B', 'Oak', 'XY'])}`,
      birthDate: `${2008 + below(8)}-${two(1 + below(12))}-${two(1 + below(28))}`,
      upn: `${pick(['A', 'T'])}${String(820_432_110_000 + i * 997 + below(900)).slice(0, 11)}${pick(['1', 'B'])}`,
      family: [`${pick(grown)} ${below(2) === 0 ? familyName : family()}`],
    };
  }
  const children = Array.from({ length: 1 + below(3) }, (_, i) => child(`Child ${'ABC'[i]}`, i));
  const others = Array.from({ length: 4 + below(6) }, (_, i) => child('another child', i + 10));
  const roll = [...children, ...others];

  const mentions: Mention[] = [];
  const marks: string[] = [];
  function sentence(): string {
    const mark = `zqq${100_000 + below(900_000)}${marks.length}`;
    marks.push(mark);
    const some = (n: number) => Array.from({ length: n }, () => pick(filler)).join(' ');
    const at = below(roll.length);
    const mention = { child: at, ...mentionOf(roll[at]!, below, at < children.length) };
    mentions.push(mention);
    return `The ${some(1 + below(3))} ${mention.said} ${some(1 + below(4))} ${mark}`;
  }
  const text = () => Array.from({ length: 1 + below(4) }, sentence).join(pick(['. ', '.\n', '; ']));
  const points = Array.from({ length: 1 + below(3) }, (_, i): PointMaterial => ({
    ...{ id: `p${i}`, why: 'own', heading: below(2) === 0 ? 'Lunch' : sentence(), texts: { decision: text() } },
    actions:
      below(3) > 0
        ? []
        : [{ id: `a${i}`, what: sentence(), ownerName: pick(staffNames), dueOn: '2026-12-18', status: 'open' }],
  }));
  const material: RenderingMaterial = {
    ...{
      kind: 'taf',
      heldOn: '2026-12-10',
      agreedOn: '2026-12-10',
      points,
      addenda: [],
      contributions: [],
      children,
      others,
    },
    ...{ staff: staffNames.map((name, i) => ({ personId: `s${i}`, name })), professionals: [], relatives: [] },
  };
  return { material, mentions, marks };
}

/** One way of many in which somebody writes of a child. */
function mentionOf(child: HiddenChild, below: Below, close: boolean): Omit<Mention, 'child'> {
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const what = pick<Mention['what']>([
    ...(['name', 'name', 'name', 'name', 'name', 'initials', 'full-date', 'number', 'address', 'relative'] as const),
    ...(close ? (['letter', 'date', 'form'] as const) : []),
  ]);
  return { what, said: ways[what](child, pick, below) };
}

type Pick = <T>(list: readonly T[]) => T;
type Way = (child: HiddenChild, pick: Pick, below: Below) => string;

/** A name as it comes out of somebody’s hands: without accents, in capitals, with the apostrophe of another keyboard, taken apart. */
function asTyped(name: string, pick: Pick): string {
  return pick<(name: string) => string>([
    (same) => same,
    (same) => same,
    bare,
    (same) => same.toUpperCase(),
    (same) => same.normalize('NFD'),
    (same) => same.replaceAll('’', "'"),
    (same) => same.replaceAll('’', ''),
    (same) => same.replaceAll('’', ' '),
    (same) => same.replaceAll('-', ' '),
    (same) => same.replaceAll('-', '–').replaceAll('–', '-'),
    (same) => `${same.slice(0, 2)}\u200b${same.slice(2)}`,
    (same) => `${same}’s`,
    (same) => `${same}'s`,
    (same) => `${same}s`,
  ])(name);
}

const ways: Readonly<Record<Mention['what'], Way>> = {
  name: (child, pick) => {
    const { givenName, familyName, knownAs, middleNames, formerNames } = child;
    const called = pick([givenName, knownAs ?? givenName]);
    const whole = pick([
      ...[`${called} ${familyName}`, `${familyName}, ${called}`, `${familyName} ${called}`, `${called}_${familyName}`],
      ...[`${called}\n${familyName}`, `${called} ${middleNames ?? ''} ${familyName}`.replace('  ', ' ')],
      ...[`${first(called)}. ${familyName}`, `${first(called)} ${familyName}`, `${called} ${first(familyName)}.`],
      ...[called, familyName, givenName, `Mr ${familyName}`, `the ${familyName}`, formerNames ?? called],
    ]);
    return asTyped(whole, pick);
  },
  initials: ({ givenName, familyName, middleNames }, pick) => {
    const [g, f] = [first(bare(givenName)).toUpperCase(), first(bare(familyName)).toUpperCase()];
    const m = first(bare(middleNames ?? '')).toUpperCase();
    return pick([
      ...[`${g}${f}`, `${g}.${f}.`, `${g}. ${f}.`, `${g} ${f}`, `${g}-${f}`, `${g}.${f}`, `${g}${f}’s`, `${g}${f}s`],
      ...[
        `${g}.${f}.`.toLowerCase(),
        m === '' ? `${g}${f}` : `${g}${m}${f}`,
        m === '' ? `${g}${f}` : `${g}.${m}.${f}.`,
      ],
    ]);
  },
  letter: ({ givenName }, pick) => {
    const letter = first(bare(givenName)).toUpperCase();
    return pick([`${letter}’s`, 'AI'.includes(letter) ? `${letter}’s` : letter]);
  },
  date: ({ birthDate }, pick) => {
    const [, m = 0, d = 0] = (birthDate ?? '').split('-').map(Number);
    const month = months[m - 1] ?? '';
    return pick([`${d}/${m}`, `${two(d)}.${two(m)}`, `${d} ${month}`, `${d} ${month.slice(0, 3)}`, `${month} ${d}`]);
  },
  'full-date': ({ birthDate }, pick) => {
    const [y = 0, m = 0, d = 0] = (birthDate ?? '').split('-').map(Number);
    const month = months[m - 1] ?? '';
    return pick([
      ...[`${d}/${m}/${y}`, `${two(d)}/${two(m)}/${y}`, `${two(d)}.${two(m)}.${two(y % 100)}`, birthDate ?? ''],
      ...[`${d} ${month} ${y}`, `${month} ${d}, ${y}`, `${d}-${month.slice(0, 3)}-${y}`, `${two(d)}${two(m)}${y}`],
      ...[`${d}th of ${month} ${y}`, `${d} ${month.slice(0, 3)}. ’${two(y % 100)}`],
    ]);
  },
  form: ({ formGroup }, pick) => {
    const [, year = '', rest = ''] = /^(\d+)(\w+)$/.exec(formGroup ?? '') ?? [];
    return pick([
      `${year}${rest}`,
      `${year} ${rest}`,
      `Year ${year}${rest}`,
      `y${year}${rest.toLowerCase()}`,
      `${year}-${rest}`,
    ]);
  },
  number: ({ upn }, pick) =>
    pick([upn ?? '', (upn ?? '').toLowerCase(), (upn ?? '').replace(/^(.{4})(.{4})/u, '$1 $2 ')]),
  address: ({ givenName, familyName }, pick, below) => {
    const [g, f] = [givenName, familyName].map((name) =>
      bare(name)
        .toLowerCase()
        .replace(/[^a-z]/gu, ''),
    );
    return pick([
      `${g}.${f}@school.example`,
      `${below(99)}${g}${f}`,
      `${g}${f}${below(99)}`,
      `www.school.example/${f}`,
    ]);
  },
  relative: ({ family = [] }, pick) => asTyped(pick([family[0] ?? '', family[0] ?? '']), pick),
};
