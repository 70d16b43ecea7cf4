import { DateTime } from 'luxon';
import { z } from 'zod';
import type { Presenting, View } from '../../../perform/types.ts';
import type { FilledContribution } from '../contract.ts';
import type { HiddenChild } from '../redact/who-is-hidden.ts';
import type { Nameable } from '../renderings/find-names.ts';
import { childrenOf } from '../renderings/material-of.ts';
import { draftFromFile, type FileOfChild } from './draft-from-file.ts';
import { daysBefore, fileForContribution, type FileRow, type FileSort } from './file-queries.ts';
import { contributionTemplates } from './templates.ts';

const byId = z.strictObject({ id: z.string() });

/**
 * What Lantern knows for a contribution that is being written: of the child’s concerns, actions and decisions only what this person may
 * see anyway. Nothing of it is kept; whoever writes takes it over.
 */
export const fillContribution: View<z.infer<typeof byId>, FileRow, FilledContribution> = {
  verb: 'fill-contribution',
  shape: 'one',
  fields: [
    ...['pupil.yearGroup', 'pupil.formGroup', 'concern.ref', 'concern.reportedAt', 'concern.triageOutcome'],
    ...['concern.levelOfNeed', 'action.what', 'action.ownerName', 'action.dueOn', 'action.doneAt', 'minute.decision'],
  ],
  params: byId,
  query: fileForContribution,
  values: ({ id }, { person }, now) => ({
    ...{ id, person },
    since: DateTime.fromISO(now).minus({ days: daysBefore }).toUTC().toISO() ?? now,
  }),
  present(rows, { may }) {
    const [row] = rows;
    if (!row) throw new Error('a view of one record was asked to present none');
    const seen = visible(rows, row, may);
    const answer = draftFromFile({
      ...{ parts: contributionTemplates[row.kind]?.parts ?? [], yearGroup: row.yearGroup, formGroup: row.formGroup },
      ...{ concerns: seen.concerns.map(concernOf), actions: seen.actions.map(actionOf).toSorted(doneFirst) },
      ...{ decisions: decisionsOf(seen.minutes), known: knownOf(rows, row) },
    });
    const shown = [...seen.concerns, ...seen.actions, ...seen.minutes].map(({ part }) => part);
    return { answer, ids: [row.id, row.childId, ...shown] };
  },
};

const of = (rows: readonly FileRow[], sort: FileSort) => rows.filter((row) => row.sort === sort);

/** The rows that this person’s own rights admit; the same questions that the screens of concerns, actions and minutes ask. */
function visible(rows: readonly FileRow[], { school }: FileRow, may: Presenting<object>['may']) {
  return {
    concerns: of(rows, 'concern').filter(({ part, c, f }) =>
      may('read-concern', { id: part, school, status: c, childId: f }),
    ),
    actions: of(rows, 'action').filter(({ part, belongs, f, g }) => {
      const action = { id: part, school, concernId: belongs, ownerId: f, standing: g };
      return may('list-actions-of-concern', action) || may('read-own-action', action);
    }),
    minutes: of(rows, 'minute').filter(({ part, belongs, d, e, f }) =>
      may('list-minutes', { id: part, school, concernId: belongs, meetingId: d, chairId: e, minuteTakerId: f }),
    ),
  };
}

const concernOf = ({ a, b, d, e }: FileRow): FileOfChild['concerns'][number] => ({
  ...{ ref: a ?? '', reportedAt: b ?? '' },
  ...(d !== null && { outcome: d }),
  ...(e !== null && { level: e }),
});

const actionOf = ({ a, c, d, e }: FileRow): FileOfChild['actions'][number] => ({
  ...{ what: a ?? '', dueOn: c ?? '', ownerName: d ?? '' },
  ...(e !== null && { doneAt: e }),
});

/** What was done, in that order; then what is to do, the soonest first. */
const doneFirst = (one: FileOfChild['actions'][number], other: FileOfChild['actions'][number]) =>
  `${one.doneAt ?? '9'} ${one.dueOn}` < `${other.doneAt ?? '9'} ${other.dueOn}` ? -1 : 1;

/** A decision that is longer than a column lies in several parts: a name may lie across the end of one. */
function decisionsOf(rows: readonly FileRow[]): FileOfChild['decisions'] {
  const points = new Map<string, FileOfChild['decisions'][number]>();
  for (const { part, a, b, c, h } of rows.toSorted((one, other) => Number(one.g) - Number(other.g))) {
    const before = points.get(h ?? part)?.decision ?? '';
    points.set(h ?? part, { ref: b ?? '', startsAt: c ?? '', decision: before + (a ?? '') });
  }
  return [...points.values()];
}

/** Who might be named in what was written. A child who is on no roll is known by name alone. */
function knownOf(rows: readonly FileRow[], { childId }: FileRow): Nameable {
  const about = [{ belongs: childId, place: 1 }];
  const { children, others } = childrenOf(about, of(rows, 'pupil'), of(rows, 'contact'));
  const strangers = of(rows, 'stranger').map(({ a }): HiddenChild => {
    const words = (a ?? '').trim().split(/\s+/u);
    return { label: 'another child', givenName: words.slice(0, -1).join(' '), familyName: words.at(-1) ?? '' };
  });
  return {
    ...{ children, others: [...others, ...strangers], professionals: [] },
    staff: of(rows, 'staff').map(({ part, a }) => ({ personId: part, name: a ?? '' })),
  };
}
