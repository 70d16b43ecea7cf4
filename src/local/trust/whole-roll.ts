import type { SchoolId } from '../cast.ts';
import { seededChance } from '../seeded-chance.ts';
import { brackenfoldNamed } from './brackenfold-roll.ts';
import { namedRoll } from './named-roll.ts';
import { namePools, type NamePool } from './names.ts';
import type { RollRow } from './roll-row.ts';

/** Priya’s son, a child of the Doyles, and a sixth-former who is eighteen. */
const more: readonly RollRow[] = [
  ['Arun', 'Raman', '8C'],
  ['Kieran', 'Doyle', '9A'],
  ['Marcus', 'Oyelaran', '13A'],
];

const letters = ['A', 'B', 'C', 'D'];
/** Form and how many children it holds when it is full; 480 and 120 in all. */
const forms: Readonly<Record<SchoolId, readonly (readonly [form: string, size: number])[]>> = {
  harrowmere: [
    ...[7, 8, 9, 10, 11].flatMap((year) => letters.map((letter) => [`${year}${letter}`, 21] as const)),
    ['12A', 17],
    ['12B', 17],
    ['13A', 13],
    ['13B', 13],
  ],
  brackenfold: ['Nursery', 'Reception', '1A', '2A', '3A', '4A', '5A', '6A'].map((form) => [form, 15] as const),
};

const pick = <T>(chance: () => number, from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;

function poolOf(share: number): NamePool {
  let left = share * 100;
  return namePools.find((pool) => (left -= pool.share) < 0) ?? (namePools[0] as NamePool);
}

/** A name that nobody on these rolls bears yet: two of one name are there on purpose, never by chance. */
function newName(chance: () => number, taken: Set<string>): readonly [string, string] {
  for (;;) {
    const pool = poolOf(chance());
    const given = pick(chance, chance() < 0.5 ? pool.girls : pool.boys);
    const family = pick(chance, pool.families);
    if (taken.has(`${given} ${family}`)) continue;
    taken.add(`${given} ${family}`);
    return [given, family];
  }
}

/** The rolls of both schools, the same at each call. */
export function wholeRoll(): Readonly<Record<SchoolId, readonly RollRow[]>> {
  const chance = seededChance(10_122_026);
  const named: Readonly<Record<SchoolId, readonly RollRow[]>> = {
    harrowmere: [...namedRoll, ...more],
    brackenfold: brackenfoldNamed,
  };
  const taken = new Set(Object.values(named).flatMap((rows) => rows.map(([given, family]) => `${given} ${family}`)));
  const fill = (school: SchoolId) =>
    forms[school].flatMap(([form, size]): readonly RollRow[] => {
      const there = named[school].filter((row) => row[2] === form);
      const missing = Array.from({ length: Math.max(0, size - there.length) }, () => newName(chance, taken));
      return [...there, ...missing.map(([given, family]) => [given, family, form] as const)];
    });
  return { harrowmere: fill('harrowmere'), brackenfold: fill('brackenfold') };
}
