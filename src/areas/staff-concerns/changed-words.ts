import type { RecordType } from '../../records/define-record.ts';

/** One thing that was done in SharePoint to a row of a staff concern. */
export interface StaffRowChange {
  readonly kind: 'changed' | 'removed' | 'restored';
  readonly type: RecordType;
  /** The row's own id in its list. */
  readonly itemId: string;
  readonly fields: readonly { readonly field: string; readonly was: unknown; readonly is: unknown }[];
  /** Who wrote, as SharePoint says; empty where it does not. */
  readonly by: string;
}

const done: Readonly<Record<StaffRowChange['kind'], string>> = {
  changed: 'was changed in SharePoint and not in Lantern',
  removed: 'was deleted in SharePoint; Lantern keeps what it held',
  restored: 'was deleted in SharePoint, and is there again',
};

/** What was done, in words for whoever manages the matter, with both values of each field: they stand nowhere else. */
export function changedWords({ kind, type, itemId, fields, by }: StaffRowChange): string {
  const who = by === '' ? '' : `, by ${by} as SharePoint says`;
  const each = fields.map(({ field, was, is }) => {
    const label = type.fields[field]?.label ?? field;
    return `${label}\nBefore: ${inWords(type, field, was)}\nSince then: ${inWords(type, field, is)}`;
  });
  return [`Row ${itemId} of “${type.list}” ${done[kind]}${who}.`, ...each].join('\n\n');
}

/** A value as a person reads it: of a choice its words. */
function inWords(type: RecordType, field: string, value: unknown): string {
  const declared = type.fields[field];
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || value === '') return '(nothing)';
  return declared?.kind === 'choice' && Object.hasOwn(declared.of, value) ? (declared.of[value] ?? value) : value;
}
