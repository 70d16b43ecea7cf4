import type { RollRow } from './roll-row.ts';

/** The school year before the one in which the first of September makes somebody five: 2021 for Reception of 2026. */
const reception = 2021;
const yearOf = (form: string) => (form === 'Nursery' ? -1 : form === 'Reception' ? 0 : parseInt(form));

/** A date of birth that fits a child's year group, the same at each call. @returns ISO date */
export function birthDateOf([given, family, form]: RollRow): string {
  const text = `${given} ${family} ${form}`;
  const day = Array.from(text).reduce((sum, letter) => (sum * 37 + letter.charCodeAt(0)) % 360, 11);
  return new Date(Date.UTC(reception - yearOf(form), 8, 1 + day)).toISOString().slice(0, 10);
}
