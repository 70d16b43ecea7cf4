import { DateTime } from 'luxon';
import { schoolDay } from '../../../records/school-day.ts';
import { levelOfNeed, triageOutcome } from '../../concerns/fields.ts';
import type { FilledContribution } from '../contract.ts';
import { contributionFields } from '../fields.ts';
import { createHiding } from '../redact/hide-children.ts';
import type { Nameable } from '../renderings/find-names.ts';
import { pointsThatTell } from '../renderings/points-that-tell.ts';
import type { ContributionText } from './templates.ts';

/** What the file of one child has, as far as whoever asks may see it; each list in the order in which it happened. */
export interface FileOfChild {
  readonly parts: readonly ContributionText[];
  readonly yearGroup: string;
  readonly formGroup: string;
  readonly concerns: readonly {
    readonly ref: string;
    readonly reportedAt: string;
    readonly outcome?: string;
    readonly level?: string;
  }[];
  readonly actions: readonly {
    readonly what: string;
    readonly ownerName: string;
    readonly dueOn: string;
    readonly doneAt?: string;
  }[];
  /** Of the last meeting of the kind. */
  readonly decisions: readonly { readonly ref: string; readonly startsAt: string; readonly decision: string }[];
  /** The child under `children`, in each of its records; every other child of the school under `others`. */
  readonly known: Nameable;
}

/** A line of a part; `said` is what somebody wrote, and may speak of anybody. */
interface Line {
  readonly part: ContributionText;
  readonly before: string;
  readonly said?: string;
  readonly after?: string;
}

/**
 * What Lantern knows for what a school brings about one child. Concerns are told by number, day and judgement, never by their words; no
 * other child is named, and a line that might still tell of one is left out. What is not known stays empty: nothing is made up.
 */
export function draftFromFile(file: FileOfChild): FilledContribution {
  const hide = hidingOthers(file.known);
  const written = linesOf(file)
    .filter(({ part }) => file.parts.includes(part))
    .map(({ part, before, said, after = '' }, i) => ({
      ...{ part, point: String(i) },
      text: `${before}${said === undefined ? '' : hide(said).trim()}${after}`,
    }));
  const told = pointsThatTell(file.known, written);
  const stay = written.filter(({ point }) => !told.has(point));
  const texts: Partial<Record<ContributionText, string>> = {};
  let leftOut = told.size;
  for (const { part, text } of stay) {
    const next = texts[part] === undefined ? text : `${texts[part]}\n${text}`;
    if (next.length > contributionFields[part].max) leftOut += 1;
    else texts[part] = next;
  }
  return { texts, leftOut };
}

/** The child and whoever belongs to them stand by name; no other child of the school. */
function hidingOthers({ children, others, staff, professionals }: Nameable): (text: string) => string {
  const family = children.flatMap((child) => child.family ?? []);
  const kept = [...staff.map(({ name }) => name), ...professionals, ...family];
  return createHiding([], kept, { others, named: children });
}

function linesOf({ yearGroup, formGroup, concerns, actions, decisions }: FileOfChild): readonly Line[] {
  return [
    { part: 'child', before: `${yearGroup}, form ${formGroup}.` },
    ...concerns.map(({ ref, reportedAt, outcome, level }): Line => {
      const judged = [wordOf(triageOutcome, outcome) ?? 'Not judged yet', wordOf(levelOfNeed, level)];
      return {
        part: 'seen',
        before: `${day(schoolDay(reportedAt))}, ${ref}: ${judged.filter((word) => word !== undefined).join('. ')}.`,
      };
    }),
    ...actions.map(({ what, ownerName, dueOn, doneAt }): Line => ({
      part: 'done',
      before: doneAt === undefined ? `To do by ${day(dueOn)}: ` : `Done on ${day(schoolDay(doneAt))}: `,
      ...{ said: what, after: ` (${ownerName})` },
    })),
    ...decisions.map(({ ref, startsAt, decision }): Line => ({
      part: 'decided',
      ...{ before: `${day(schoolDay(startsAt))}, ${ref}: `, said: decision },
    })),
  ];
}

/** A choice’s word; one that a newer Lantern chose stands as it is. */
const wordOf = (words: Readonly<Record<string, string>>, id: string | undefined) =>
  id === undefined ? undefined : (words[id] ?? id);

/** “4 November 2026”. @param date `YYYY-MM-DD` */
const day = (date: string) => DateTime.fromISO(date, { zone: 'utc', locale: 'en-GB' }).toFormat('d MMMM yyyy');
