import type { Context } from '../../perform/types.ts';
import type { ValuesOf } from '../../records/fields.ts';
import { create, type RecordPatch } from '../../records/patch.ts';
import type { staffNoteFields } from './fields.ts';
import { staffNote, type StaffConcern } from './record.ts';

type Values = ValuesOf<typeof staffNoteFields>;

/** What is written beside a staff concern, with who wrote it and when. */
export const noteOn = (
  matter: StaffConcern,
  number: number,
  values: Pick<Values, 'what' | 'words'> & Partial<Pick<Values, 'kind' | 'lado' | 'outcome'>>,
  { actor, now, newId }: Context,
): RecordPatch =>
  create(
    staffNote,
    { id: newId(), school: matter.school },
    { matterId: matter.id, number, at: now, byId: actor.person, byName: actor.name, ...values },
  );
