/** What tells how a record came by its number. */
export interface Numbered {
  readonly school: string;
  readonly ref?: string | undefined;
  readonly values: Readonly<Record<string, unknown>>;
}

/** A number that a counter has given. */
export interface Counted {
  readonly counter: string;
  readonly number: number;
}

/**
 * Year and number of a reference such as `C-2026-0142`.
 * @returns undefined for anything else
 */
export function partsOfRef(prefix: string, ref: string | undefined): { year: number; number: number } | undefined {
  const [, letters, year, number] = /^([A-Z]+)-(\d{4})-(\d{4,9})$/.exec(ref ?? '') ?? [];
  return letters === prefix ? { year: Number(year), number: Number(number) } : undefined;
}
