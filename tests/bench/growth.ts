import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { concernsFound, concernsNewestFirst } from '../../src/areas/concerns/queries.ts';
import type { Within } from '../../src/store/compile-question.ts';
import { tenant } from '../support/kernel.ts';
import type { Figure, Measured } from './figure.ts';
import { aWord, chanceFrom, growSchool, leadOfAll, leadOfOne, type GrownSchool } from './grown-school.ts';
import { median, quantile } from './statistics.ts';

export interface GrowthOptions {
  readonly small?: number;
  readonly large?: number;
  /** Searches, and pages of the list, at each size. */
  readonly looks?: number;
  /** Breaks the larger school, to see the figures notice. */
  readonly broken?: (school: GrownSchool) => void;
}

/** What leads type into the field: mostly a child's name, whole or begun; sometimes a reference; seldom a word that was said. */
const typed: readonly (readonly [share: number, search: (school: GrownSchool, chance: () => number) => string])[] = [
  [0.5, (school, chance) => school.child(chance())],
  [0.7, (school, chance) => school.child(chance()).split(' ')[1] ?? ''],
  [0.8, (school, chance) => (school.child(chance()).split(' ')[1] ?? '').slice(0, 4)],
  [0.9, (school, chance) => school.ref(chance())],
  [0.95, (school, chance) => `${school.child(chance()).split(' ')[0] ?? ''} ${aWord(chance())}`],
  [1, (_school, chance) => aWord(chance())],
];

const looksForMemory = 300;
/** Who looks: what they have not read is marked. */
const person = '6b1c7a1e-1111-4111-8111-000000000002';

/** The least of three: what else the machine does makes some slower, and none quicker. */
async function least(look: () => Promise<unknown>): Promise<number> {
  let found = Infinity;
  for (let i = 0; i < 3; i++) {
    const began = performance.now();
    await look();
    found = Math.min(found, performance.now() - began);
  }
  return found;
}

/** Searches and list pages at both sizes, in turn, by a lead of one school and by one of all; milliseconds. */
async function timesOf(schools: readonly GrownSchool[], looks: number) {
  const chance = chanceFrom(0x6c6f6f6b);
  const times = schools.map(() => ({ search: [] as number[], list: [] as number[] }));
  for (let i = 0; i < looks; i++) {
    const kind = chance();
    const search = (typed.find(([share]) => kind < share) ?? typed[0])?.[1];
    const within: Within = i % 2 === 0 ? leadOfOne : leadOfAll;
    for (const [at, school] of schools.entries()) {
      const words = search?.(school, chance) ?? '';
      times[at]?.search.push(await least(() => school.store.rows(tenant, concernsFound, { words, person }, within)));
      times[at]?.list.push(await least(() => school.store.rows(tenant, concernsNewestFirst, { person }, leadOfOne)));
    }
  }
  return times;
}

/** What a process that answers looks holds of the machine's memory, at both sizes; the same looks in each. */
function memoryGrowth(schools: readonly GrownSchool[], large: number, small: number): Figure {
  const [few = NaN, many = NaN] = schools.map((school) => {
    school.leave();
    const chance = chanceFrom(0x6d656d);
    const searches = Array.from({ length: looksForMemory }, () => typed[0]?.[1](school, chance) ?? '');
    const program = fileURLToPath(new URL('programs/reader.ts', import.meta.url));
    const found = execFileSync(process.execPath, ['--import', 'tsx', program, school.folder, ...searches]);
    return Number(String(found).trim());
  });
  return {
    metric: 'memory.growth',
    value: many / few,
    unit: `times, resident memory after ${looksForMemory} searches and pages at ${large} concerns`,
    yardstick: `the same at ${small} concerns, ${Math.round(few / 2 ** 20)} MB`,
    ratio: many / few,
  };
}

/** How a list's page and a search grow with the number of concerns, on SQLite, encrypted. */
export async function measureGrowth({
  small = 10_000,
  large = 1_000_000,
  looks = 400,
  broken,
}: GrowthOptions = {}): Promise<Measured> {
  const schools = [growSchool(small), growSchool(large)];
  try {
    if (schools[1]) broken?.(schools[1]);
    await timesOf(schools, Math.min(looks, 20));
    const [few, many] = await timesOf(schools, looks);
    if (!few || !many) throw new Error('there are two sizes');
    const grown = (metric: string, unit: string, value: number): Figure => {
      return { metric, value, unit, yardstick: `the same at ${small} concerns, in turn`, ratio: value };
    };
    // Each page beside the one that was asked for in the same moment: what else the machine does slows both.
    const pages = median(many.list.map((time, i) => time / (few.list[i] ?? NaN)));
    const searches = median(many.search) / median(few.search);
    const p99 = quantile(many.search, 0.99);
    const figures: Figure[] = [
      grown('list.growth', `times, a page at ${large} concerns, median`, pages),
      grown('search.growth_p50', `times, a search at ${large} concerns, median`, searches),
      { metric: 'search.p99_ms', value: p99, unit: `ms, a search at ${large} concerns`, yardstick: null, ratio: null },
    ];
    figures.push(memoryGrowth(schools, large, small));
    return { figures, rounds: { few, many } };
  } finally {
    for (const school of schools) school.end();
  }
}
