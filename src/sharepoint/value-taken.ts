import type { Field } from '../records/fields.ts';

const instant = /^\d{4}-\d{2}-\d{2}/;
const mostCount = 2 ** 31;

/** Whether a value that stands in SharePoint, of the field's own kind, is one that Lantern's screens can show. */
export function isReadable(field: Field, value: unknown): boolean {
  if (field.kind === 'instant') return instant.test(String(value)) && !Number.isNaN(Date.parse(String(value)));
  if (field.kind === 'count') return Number.isInteger(value) && Number(value) >= 0 && Number(value) < mostCount;
  return true;
}

/**
 * What the projection takes of a field that somebody changed in SharePoint.
 * A required field that was emptied becomes as empty as its kind can be, so that no screen meets a hole. A moment that is none
 * stays as Lantern held it: nothing could be sorted or said by it.
 * @param held as Lantern holds it; undefined where empty
 * @param theirs as it stands in SharePoint; undefined where empty
 */
export function valueTaken(field: Field, held: unknown, theirs: unknown): unknown {
  if (theirs !== undefined && isReadable(field, theirs)) return theirs;
  if (!field.required) return null;
  switch (field.kind) {
    case 'instant':
      return held ?? '';
    case 'flag':
      return false;
    case 'count':
      return 0;
    default:
      return '';
  }
}
