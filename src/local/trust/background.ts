import { type SchoolId } from '../cast.ts';
import { seededChance } from '../seeded-chance.ts';
import { childWords } from './child-words.ts';
import type { ConcernText } from './concern-text.ts';
import { judged } from './judged.ts';
import { otherStaff } from './other-staff.ts';
import type { RollRow } from './roll-row.ts';
import { schoolDays, weightOf } from './school-days.ts';
import { textsAtBrackenfold } from './texts-at-brackenfold.ts';
import { textsAtHarrowmere } from './texts-at-harrowmere.ts';
import type { Told } from './told.ts';
import { wallTime } from './wall-time.ts';

interface SchoolPast {
  readonly concerns: number;
  readonly texts: readonly ConcernText[];
  /** Of the cast, beside the other staff. */
  readonly reporters: readonly string[];
  readonly leads: readonly string[];
  /** Children who are spoken of again and again. */
  readonly known: number;
  readonly seed: number;
}

const pasts: Readonly<Record<SchoolId, SchoolPast>> = {
  harrowmere: {
    concerns: 246,
    texts: textsAtHarrowmere,
    reporters: ['daniel', 'kayleigh', 'ines', 'zoe', 'nisha', 'grace', 'robbie', 'kayleigh'],
    leads: ['priya', 'priya', 'tom'],
    known: 60,
    seed: 1,
  },
  brackenfold: {
    concerns: 46,
    texts: textsAtBrackenfold,
    reporters: ['pat'],
    leads: ['ruth'],
    known: 16,
    seed: 2,
  },
};

/** Children with stories of their own, which chance must not add to. */
const apart: ReadonlySet<string> = new Set([
  ...['Mia Hughes', 'Ellie Marsden', 'Arun Raman', 'Jayden Poole', 'Alexandra Winter', 'Holly Preece', 'Sam Ellery'],
  ...['Toby Ellery', 'Reece Adeyemi', 'Aisha Begum-Clarke', 'Connor Blythe', 'Amina Diallo', 'Leo Tarrant'],
]);

/** What was reported from here on waits to be judged. */
const undecidedFrom = '2026-12-04';
const lastMinute = 23 * 60;

/** Spreads so many concerns over the days by their weight; the same number at each call. */
function datesOf(concerns: number): readonly string[] {
  const days = schoolDays();
  const whole = days.reduce((sum, day) => sum + weightOf(day), 0);
  let [owed, given] = [0, 0];
  return days.flatMap((day) => {
    owed += (weightOf(day) / whole) * concerns;
    const today = Math.round(owed) - given;
    given += today;
    return Array.from({ length: today }, () => day);
  });
}

/** Takes the next of the alternatives at each use, so that no two uses of a text read alike. */
const vary = (text: string, use: number) =>
  text.replace(/\[([^\]]+)\]/g, (_all, choices: string) => {
    const of = choices.split('|');
    return of[use % of.length] ?? '';
  });

/** What a school’s staff reported since September beside what belongs to a situation; the same at each call. */
export function background(school: SchoolId, roll: readonly RollRow[]): readonly Told[] {
  const past = pasts[school];
  const chance = seededChance(past.seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
  const children = roll.filter(([given, family]) => !apart.has(`${given} ${family}`));
  const known = Array.from({ length: past.known }, () => pick(children));
  const reporters = [...past.reporters, ...otherStaff.filter((one) => one.school === school).map(({ name }) => name)];
  const told = new Set<string>();
  /** Never the same words about the same child. */
  const aChild = (text: string): RollRow => {
    const child = chance() < 0.6 ? (known[Math.floor(chance() ** 2 * known.length)] ?? pick(known)) : pick(children);
    const words = childWords(text, child);
    if (told.has(words)) return aChild(text);
    told.add(words);
    return child;
  };
  // One step that has no factor in common with their number leads past all of them before any comes again.
  const stride = 7;

  return datesOf(past.concerns).map((date, n): Told => {
    const { words, safe, when } = past.texts[(n * stride) % past.texts.length] as ConcernText;
    const text = vary(words, Math.floor(n / past.texts.length));
    const child = aChild(text);
    const minute = 8 * 60 + 25 + Math.floor(chance() * 460);
    const at = wallTime(date, minute);
    const wait = 4 + Math.floor(chance() ** 2 * 110);
    const by = pick(past.leads);
    const form = chance() < 0.5 ? ` ${child[2]}` : '';
    const open = date >= '2026-12-09' && n % 3 === 0;
    return {
      key: `${school}-${n}`,
      at,
      reporter: pick(reporters),
      who: `${child[3] ?? child[0]} ${child[1]}${form}`,
      words: childWords(text, child),
      safeNow: safe,
      when,
      ...(!open && { taken: { by, at: wallTime(date, minute + wait) } }),
      ...(date < undecidedFrom && {
        later: judged(school, n, safe, by, wallTime(date, Math.min(minute + wait + 40 + ((n * 37) % 150), lastMinute))),
      }),
    };
  });
}
