import { schoolDay } from '../../../records/school-day.ts';
import type { RenderedAction, RenderedAddendum, RenderedContribution } from '../renderings-contract.ts';
import { type agendaWhy, type familySaw, minuteTexts } from '../fields.ts';
import { childLabel, type HiddenChild } from '../redact/who-is-hidden.ts';
import type { MeetingKind } from '../rules.ts';
import type { PartRow, RenderingRow } from './rendering-queries.ts';

export type MinuteText = keyof typeof minuteTexts;

/** A point of agreed minutes; texts that a record holds in several parts are whole again. */
export interface PointMaterial {
  readonly id: string;
  readonly why: keyof typeof agendaWhy;
  /** Of a standing point or one that was added by hand. */
  readonly heading?: string;
  /** Whom or what a point is about that stands for another record. */
  readonly about?: string;
  readonly texts: Readonly<Partial<Record<MinuteText, string>>>;
  readonly actions: readonly RenderedAction[];
}

/** What the renderings of one minute are made from. */
export interface RenderingMaterial {
  readonly kind: MeetingKind;
  /** `YYYY-MM-DD` at the school. */
  readonly heldOn: string;
  /** The same of the day on which its lines became actions. */
  readonly agreedOn: string;
  readonly points: readonly PointMaterial[];
  readonly addenda: readonly RenderedAddendum[];
  /** What the school brought, of each child of the meeting the latest that was given. */
  readonly contributions: readonly RenderedContribution[];
  /** The children of the meeting, each under "Child A"; a child of whom there are two records is there twice. */
  readonly children: readonly HiddenChild[];
  /** Every other child of the school. */
  readonly others: readonly HiddenChild[];
  readonly staff: readonly { readonly personId: string; readonly name: string }[];
  /** Names of professionals of other agencies, and of members of a family, who were asked. */
  readonly professionals: readonly string[];
  readonly relatives: readonly string[];
}

const texts = Object.keys(minuteTexts) as readonly MinuteText[];
const columns = ['a', 'b', 'c', 'd', 'e'] as const;

/** Puts in order what the question for the renderings of one meeting brought. */
export function materialOf(rows: readonly RenderingRow[]): RenderingMaterial {
  const [meeting] = rows;
  if (!meeting) throw new Error('a view of one record was asked to present none');
  const of = (sort: PartRow['sort']) => rows.filter((row) => row.sort === sort);
  const heldAt = meeting.heldAt ?? meeting.startsAt;
  const people = of('person');
  const { labelOf, ...who } = childrenOf(of('child'), of('pupil'), of('contact'));
  const labels = of('child').map(({ belongs }) => labelOf(belongs ?? ''));
  return {
    ...{ kind: meeting.kind, heldOn: schoolDay(heldAt), agreedOn: schoolDay(meeting.agreedAt ?? heldAt) },
    points: pointsOf(of('point'), of('minute'), of('action')),
    addenda: addendaOf(of('addendum')),
    ...{ ...who, contributions: contributionsOf(of('brought'), labels, who.children, labelOf) },
    staff: of('staff').map(({ belongs, a }) => ({ personId: belongs ?? '', name: a ?? '' })),
    professionals: people.flatMap(({ a, b }) => (a !== null && b === 'professional' ? [a] : [])),
    relatives: people.flatMap(({ a, b }) => (a !== null && b === 'family' ? [a] : [])),
  };
}

function pointsOf(points: readonly PartRow[], minutes: readonly PartRow[], actions: readonly PartRow[]) {
  return points.map(({ part: id, a, b, c, d }): PointMaterial => {
    const parts = minutes.filter(({ belongs }) => belongs === id);
    const about = [c, d].filter((text) => text !== null && text !== '').join(': ');
    const whole = texts.flatMap((name, i) => {
      // Only together: a name may lie across the end of a part.
      const text = parts.map((part) => part[columns[i] ?? 'a'] ?? '').join('');
      return text === '' ? [] : [[name, text] as const];
    });
    return {
      ...{ id, why: b as keyof typeof agendaWhy, texts: Object.fromEntries(whole) },
      ...(a !== null && a !== '' && { heading: a }),
      ...(about !== '' && { about }),
      actions: actions
        .filter(({ belongs }) => belongs === id)
        .map((action) => ({
          ...{ id: action.part, what: action.a ?? '', ownerName: action.b ?? '', dueOn: action.c ?? '' },
          status: action.d as RenderedAction['status'],
        })),
    };
  });
}

/** An addendum that is longer than a column lies in several rows, written by the same person at the same moment. */
function addendaOf(rows: readonly PartRow[]): readonly RenderedAddendum[] {
  const found = new Map<string, RenderedAddendum>();
  for (const { part: id, a, b, c } of rows) {
    const key = `${c} ${b}`;
    const before = found.get(key);
    const rest = { writtenByName: b ?? '', writtenAt: c ?? '' };
    found.set(key, { id: before?.id ?? id, words: (before?.words ?? '') + (a ?? ''), ...rest });
  }
  return [...found.values()].toSorted((one, other) => (one.writtenAt < other.writtenAt ? -1 : 1));
}

/** Nobody wrote any of it: days, the name of whoever gave it, and that of a child of the meeting, in the order of their letters. */
function contributionsOf(
  rows: readonly PartRow[],
  labels: readonly (string | undefined)[],
  children: readonly HiddenChild[],
  labelOf: (child: string) => string | undefined,
): readonly RenderedContribution[] {
  const newest = rows.toSorted((one, other) => Number(other.d) - Number(one.d));
  return [...new Set(labels)].flatMap((label) => {
    const child = children.find((one) => one.label === label);
    const row = newest.find(({ belongs }) => labelOf(belongs ?? '') === label);
    if (!child || !row) return [];
    const saw = row.c as keyof typeof familySaw | null;
    return [
      {
        ...{ childName: `${child.givenName} ${child.familyName}`, on: row.a ?? '', byName: row.b ?? '' },
        ...(saw !== null && { familySaw: saw }),
      },
    ];
  });
}

/** Who is "Child A" and who is any other child. Records that go on as one are one child, whichever of them the meeting names. */
export function childrenOf(
  about: readonly Pick<PartRow, 'belongs' | 'place'>[],
  pupils: readonly Omit<PartRow, 'sort'>[],
  contacts: readonly Omit<PartRow, 'sort'>[],
) {
  const goesOnAs = new Map(pupils.map(({ part, belongs }) => [part, belongs ?? part]));
  const labels = new Map(
    about.map(({ belongs, place }) => [goesOnAs.get(belongs ?? '') ?? belongs, childLabel(Number(place) - 1)]),
  );
  const families = new Map<string, string[]>();
  for (const { belongs, a, b } of contacts) {
    const root = goesOnAs.get(belongs ?? '') ?? '';
    families.set(root, [...(families.get(root) ?? []), `${a ?? ''} ${b ?? ''}`]);
  }
  const children: HiddenChild[] = [];
  const others: HiddenChild[] = [];
  for (const pupil of pupils) {
    const root = goesOnAs.get(pupil.part) ?? pupil.part;
    const label = labels.get(root);
    (label === undefined ? others : children).push({
      ...{ label: label ?? 'another child', givenName: pupil.a ?? '', familyName: pupil.b ?? '', knownAs: pupil.c },
      ...{ middleNames: pupil.d, formerNames: pupil.e, formGroup: pupil.f, birthDate: pupil.g, upn: pupil.h },
      family: families.get(root) ?? [],
    });
  }
  return { children, others, labelOf: (id: string) => labels.get(goesOnAs.get(id) ?? id) };
}
