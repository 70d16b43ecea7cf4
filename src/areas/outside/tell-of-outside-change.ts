import { z } from 'zod';
import type { Context, UseCase } from '../../perform/types.ts';
import type { RecordType } from '../../records/define-record.ts';
import { one, rows } from '../../records/need.ts';
import { create, type RecordPatch } from '../../records/patch.ts';
import { schoolDay } from '../../records/school-day.ts';
import { onDuty, type OnDuty } from '../alerts/queries.ts';
import { leadsOfSchool } from '../people/queries.ts';
import { outsideKind } from './fields.ts';
import { outsideChange } from './record.ts';

const input = z.strictObject({
  kind: z.enum(Object.keys(outsideKind) as [keyof typeof outsideKind]),
  school: z.string(),
  record: z.string(),
  /** Id of the record; empty for a row that is none. */
  subject: z.string(),
  itemId: z.string(),
  /** Which version of the row it was; empty for one that was told of whichever it has. */
  etag: z.string(),
  fields: z.array(z.strictObject({ field: z.string(), was: z.unknown(), is: z.unknown() })),
  /** Who wrote, as SharePoint says; empty where it does not. */
  by: z.string(),
});
type Input = z.infer<typeof input>;

interface State {
  readonly subject?: Readonly<Record<string, unknown>> | undefined;
  readonly duty: readonly OnDuty[];
  readonly leads: readonly { readonly personId: string }[];
}

/**
 * Lantern's own act when somebody has done something in SharePoint past it: both values are kept for good, and every lead of the
 * school is told, for whoever did it may be one of them.
 * @param types every record type there is, by name
 */
export const tellOfOutsideChange = (types: ReadonlyMap<string, RecordType>): UseCase<Input, State, null> => ({
  verb: 'changed-outside-lantern',
  input,
  needs({ record, subject, school }, _actor, now) {
    const type = types.get(record);
    return {
      ...(type && subject !== '' && { subject: one(type, subject) }),
      duty: rows(onDuty, { school }),
      leads: rows(leadsOfSchool, { school, today: schoolDay(now) }),
    };
  },
  decide({ subject, duty, leads }, told, context) {
    const type = types.get(told.record);
    if (!type) return { ok: false, problem: { code: 'not-found' } };
    const put = recordsOf(type, told, subject, context);
    const [first] = put;
    const to = new Set((leads.length > 0 ? leads : duty).map(({ personId }) => personId));
    const effects = first ? [...to].map((person) => ({ kind: 'changed-outside', to: person, about: first.id })) : [];
    const touched = told.kind === 'changed' ? told.fields.map(({ field }) => field) : ['removedAt'];
    return {
      ok: true,
      change: {
        put,
        ...(subject && { touched: touched.map((field) => `${type.name}.${field}`) }),
        entries: [{ about: told.subject, what: told.kind }],
        effects,
      },
      answer: null,
    };
  },
});

function recordsOf(type: RecordType, told: Input, subject: State['subject'], context: Context): readonly RecordPatch[] {
  const { kind, school, record, itemId, by } = told;
  const concernId = record === 'concern' ? told.subject : textOf(subject?.['concernId']);
  const ref = textOf(subject?.['ref']);
  const same = {
    ...{ what: kind, list: type.list, rowId: itemId, record, seenAt: context.now },
    ...(told.subject !== '' && { subjectId: told.subject }),
    ...(ref !== undefined && { subjectRef: ref }),
    ...(concernId !== undefined && concernId !== '' && { concernId }),
    ...(by !== '' && { byName: by.slice(0, 255) }),
  };
  const changes = told.fields.length > 0 ? told.fields : [undefined];
  return changes.map((change) => {
    const [was, is] = [textOf(change?.was), textOf(change?.is)];
    const values = {
      ...same,
      ...(change && { field: change.field.slice(0, 40), fieldLabel: labelOf(type, change.field) }),
      ...(was !== undefined && { was }),
      ...(is !== undefined && { is }),
    };
    return create(outsideChange, { id: context.newId(), school }, values);
  });
}

const labelOf = (type: RecordType, field: string): string => type.fields[field]?.label ?? field;

/** A value in one form of words, as the list and the screens can show it; undefined where empty. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
