import { filedOf } from '../outside/rules.ts';
import type { LadoContact, StaffConcernDetail, StaffConcernItem, StaffNoteItem, StaffReceipt } from './contract.ts';
import type { StaffConcernRow, StaffListRow, StaffReceiptRow } from './queries.ts';
import { isStaffActOpen, staffStateForReporter, type StaffConcernAct } from './rules.ts';

/** Whom to call, without what is empty. */
export const ladoOf = (name: string | null, phone: string | null): LadoContact | undefined =>
  name === null ? undefined : { name, ...(phone !== null && phone !== '' && { phone }) };

export const presentStaffItem = (row: StaffListRow): StaffConcernItem => ({
  ...{ id: row.id, ref: row.ref ?? '', status: row.status, managedBy: row.managedBy },
  subject: row.subjectName ?? row.subjectAsTyped,
  ...{ subjectState: row.subjectState, reporterName: row.reporterName, reportedAt: row.reportedAt },
  ...(row.takenByName !== null && { takenByName: row.takenByName }),
  ...(row.caseManagerName !== null && { caseManagerName: row.caseManagerName }),
  ...(row.kind !== null && { kind: row.kind }),
  ...(row.lado !== null && { lado: row.lado }),
  ...(row.outcome !== null && { outcome: row.outcome }),
  filed: filedOf(row),
});

/** A staff concern in full. `may` tells which buttons to draw. */
export function presentStaffDetail(row: StaffConcernRow, may: (verb: string) => boolean): StaffConcernDetail {
  const notes = (JSON.parse(row.notes) as string[]).map(noteOf);
  const lado = ladoOf(row.ladoName, row.ladoPhone);
  const open = (act: StaffConcernAct) => isStaffActOpen(row.status, act) && may(act);
  return {
    ...presentStaffItem(row),
    ...{ rev: row.rev, subjectAsTyped: row.subjectAsTyped, whenAsTyped: row.whenAsTyped },
    words: [row.words, ...notes.filter(({ what }) => what === 'overflow').map(({ words }) => words)].join(''),
    ...(row.occurredAt !== null && { occurredAt: row.occurredAt }),
    ...(row.takenAt !== null && { takenAt: row.takenAt }),
    ...(row.judgedAt !== null && { judgedAt: row.judgedAt }),
    ...(row.closedAt !== null && { closedAt: row.closedAt }),
    ...(lado && { ladoContact: lado }),
    notes: notes.filter((note): note is StaffNoteItem => note.what !== 'overflow'),
    abilities: {
      take: open('take-staff-concern'),
      subject: open('say-subject'),
      manager: open('give-staff-concern'),
      judge: open('judge-staff-concern'),
      close: open('close-staff-concern'),
      note: may('add-staff-note'),
      settle: row.stopped !== null && may('settle-staff-filing'),
    },
  };
}

type AnyNote = Omit<StaffNoteItem, 'what'> & { readonly what: StaffNoteItem['what'] | 'overflow' };

/** A note from the lines that the query put together. */
function noteOf(text: string): AnyNote {
  const [what = '', at = '', by = '', filed = '', kind = '', lado = '', outcome = '', ...words] = text.split('\n');
  return {
    ...{ what, at, by, filed, words: words.join('\n') },
    ...(kind !== '' && { kind }),
    ...(lado !== '' && { lado }),
    ...(outcome !== '' && { outcome }),
  } as AnyNote;
}

/** The LADO's number goes with it where it is about the head: nobody at school stands between. */
export function presentStaffReceipt(row: StaffReceiptRow): StaffReceipt {
  const lado = row.managedBy === 'chair' ? ladoOf(row.ladoName, row.ladoPhone) : undefined;
  return {
    ...{ id: row.id, ref: row.ref ?? '', reportedAt: row.reportedAt, managedBy: row.managedBy },
    // A reporter can do nothing about a filing that has stopped.
    filed: filedOf(row) === 'filed' ? 'filed' : 'received',
    state: staffStateForReporter(row.status),
    ...(lado && { lado }),
  };
}
