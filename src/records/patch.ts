import type { RecordOf, RecordType } from './define-record.ts';
import type { ValuesOf } from './fields.ts';

/** One change of one record. `rev` of an update is the revision it was decided on: the commit re-checks it. `lane`: where it is not the act's. */
export type RecordPatch =
  | {
      readonly kind: 'create';
      readonly type: RecordType;
      readonly id: string;
      readonly school: string;
      readonly ref?: string;
      readonly values: Readonly<Record<string, unknown>>;
      readonly lane?: string;
    }
  | {
      readonly kind: 'update';
      readonly type: RecordType;
      readonly id: string;
      readonly rev: number;
      readonly values: Readonly<Record<string, unknown>>;
      readonly lane?: string;
    };

/** A new record. */
export function create<T extends RecordType>(
  type: T,
  at: { id: string; school: string; ref?: string },
  values: ValuesOf<T['fields']>,
): RecordPatch {
  return { kind: 'create', type, ...at, values };
}

/** New values for some fields of a record as it was loaded. */
export function update<T extends RecordType>(
  type: T,
  current: RecordOf<T>,
  values: Partial<ValuesOf<T['fields']>>,
): RecordPatch {
  return { kind: 'update', type, id: current.id, rev: current.rev, values };
}

/** The same change, written behind those of another case: what comes after it there must find it. */
export const inLane = (lane: string, patch: RecordPatch): RecordPatch => ({ ...patch, lane });
