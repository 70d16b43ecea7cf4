/** What somebody did in SharePoint that Lantern did not do. */
export const outsideKind = {
  changed: 'Changed',
  removed: 'Deleted',
  restored: 'Put back',
  granted: 'Role given',
  untaken: 'Row typed in',
} as const;

/** One thing that was done in SharePoint and not in Lantern: where several fields were changed, a row for each. */
export const outsideFields = {
  what: { kind: 'choice', label: 'What was done', of: outsideKind, required: true },
  list: { kind: 'text', label: 'List', max: 255, required: true },
  rowId: { kind: 'text', label: 'Row in the list', max: 40, required: true },
  record: { kind: 'text', label: 'Record type', max: 40, required: true },
  /** Empty for a row that is no record of Lantern's. */
  subjectId: { kind: 'text', label: 'Record id', max: 32, indexed: true },
  subjectRef: { kind: 'text', label: 'Reference of the record', max: 40 },
  /** The concern that the record is, or belongs to. */
  concernId: { kind: 'text', label: 'Concern id', max: 32, indexed: true },
  field: { kind: 'text', label: 'Field', max: 40 },
  fieldLabel: { kind: 'text', label: 'What the field is called', max: 255 },
  was: { kind: 'long', label: 'Before', max: 63_999, sensitive: true },
  is: { kind: 'long', label: 'Since then', max: 63_999, sensitive: true },
  seenAt: { kind: 'instant', label: 'Found at', required: true },
  byName: { kind: 'text', label: 'By, as SharePoint says', max: 255 },
} as const;
