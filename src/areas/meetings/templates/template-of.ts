import type { TemplatePoint } from '../contract.ts';
import { meetingKinds } from '../kinds.ts';
import type { MeetingKind } from '../rules.ts';

/** What a row says of the agenda of a kind; the latest row of a kind has the highest number. */
export interface WrittenTemplate {
  readonly kind: MeetingKind;
  readonly number: number;
  readonly points: string | null;
  readonly retired: 0 | 1 | null;
}

/** The latest that a school wrote for a kind. */
export const latestOf = <T extends WrittenTemplate>(rows: readonly T[], kind: MeetingKind): T | undefined =>
  rows.filter((row) => row.kind === kind).toSorted((one, other) => other.number - one.number)[0];

/** The points that stand on each agenda of a kind: the school’s own list where it has one, Lantern’s otherwise. */
export function templateOf(rows: readonly WrittenTemplate[], kind: MeetingKind): readonly TemplatePoint[] {
  const latest = latestOf(rows, kind);
  if (!latest || latest.retired) return meetingKinds[kind].standing.map((heading) => ({ heading }));
  return pointsIn(latest.points ?? '');
}

/** Points as their list has them, one a line with its minutes before it; a line that somebody typed without them is a heading. */
export const pointsIn = (text: string): readonly TemplatePoint[] =>
  text.split('\n').flatMap((line) => {
    const [, said = '0', heading = ''] = /^(?:(\d{1,3}) )?(.*)$/u.exec(line.trim()) ?? [];
    const minutes = Number(said);
    return heading.trim() === '' ? [] : [{ heading: heading.trim(), ...(minutes > 0 && { minutes }) }];
  });

/** The same the other way round. */
export const textOfPoints = (points: readonly TemplatePoint[]): string =>
  points.map(({ heading, minutes = 0 }) => `${minutes} ${heading.replaceAll(/\s+/gu, ' ').trim()}`).join('\n');
