import { en } from 'chrono-node';
import { DateTime } from 'luxon';
import type { LineReason } from '../contract.ts';

/** Somebody who may be given an action. */
export interface PossibleOwner {
  readonly personId: string;
  readonly name: string;
}

/** A line of a decision that gives somebody something to do: "Ring her mother @Tom by Friday", "@Tom by 18 December: ring her mother". */
export type ActionLine = { readonly line: number } & (
  { readonly owner: PossibleOwner; readonly what: string; readonly dueOn: string } | { readonly why: LineReason }
);

const pattern = /^(?<before>.*?)@(?<who>[^@]+?)\s+by\s+(?<rest>.+)$/iu;

/**
 * Finds the lines that give somebody something to do.
 * @param today `YYYY-MM-DD` at the school: a weekday is the next one, and today's name is today
 */
export function actionLinesOf(decision: string, staff: readonly PossibleOwner[], today: string): readonly ActionLine[] {
  return decision.split('\n').flatMap((text, i): readonly ActionLine[] => {
    const line = i + 1;
    if (!text.includes('@')) return [];
    const { before = '', who = '', rest = '' } = pattern.exec(text.trim())?.groups ?? {};
    if (rest === '') return /(?:^|\s)@\p{L}/u.test(text) ? [{ line, why: 'no-day' }] : [];
    const owners = ownersCalled(who, staff);
    const [owner] = owners;
    if (owner === undefined) return [{ line, why: 'no-such-person' }];
    if (owners.length > 1) return [{ line, why: 'several-such-persons' }];
    const day = dayIn(rest, today);
    if (day === undefined) return [{ line, why: 'no-day' }];
    if (day.dueOn < today) return [{ line, why: 'day-gone' }];
    const what = [before, day.after]
      .map((part) => part.replaceAll(/^[\s:;,.–—-]+|[\s:;,–—-]+$/gu, ''))
      .filter((part) => part !== '')
      .join(' ');
    return [what === '' ? { line, why: 'no-task' } : { line, owner, what, dueOn: day.dueOn }];
  });
}

const folded = (name: string) => name.normalize('NFC').toLocaleLowerCase('en-GB').trim();

/** By the whole name; where nobody has it, by the first. */
function ownersCalled(who: string, staff: readonly PossibleOwner[]): readonly PossibleOwner[] {
  const called = folded(who);
  const whole = staff.filter(({ name }) => folded(name) === called);
  return whole.length > 0 ? whole : staff.filter(({ name }) => folded(name).split(/\s+/u)[0] === called);
}

/** The day with which a text begins, and what comes after it. */
function dayIn(text: string, today: string): { readonly dueOn: string; readonly after: string } | undefined {
  // Noon is the same day in the school's time and in UTC.
  const instant = DateTime.fromISO(`${today}T12:00:00`, { zone: 'utc' }).toJSDate();
  const iso = /^(\d{4}-\d{2}-\d{2})(.*)$/.exec(text);
  if (iso) return { dueOn: iso[1] ?? '', after: iso[2] ?? '' };
  const [found] = en.GB.parse(text, { instant, timezone: 0 }, { forwardDate: true });
  if (found?.index !== 0) return undefined;
  const { start } = found;
  const day = DateTime.fromObject({
    ...{ year: start.get('year') ?? 0, month: start.get('month') ?? 0, day: start.get('day') ?? 0 },
  });
  return day.isValid ? { dueOn: day.toISODate(), after: text.slice(found.text.length) } : undefined;
}
