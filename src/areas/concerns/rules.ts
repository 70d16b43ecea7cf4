import type { ChoiceOf } from '../../records/fields.ts';
import type { concernFields } from './fields.ts';

type Status = ChoiceOf<typeof concernFields.status>;
type SafeNow = ChoiceOf<typeof concernFields.safeNow>;
type Urgency = ChoiceOf<typeof concernFields.urgency>;

/** State x act -> next state. An act that has no next state cannot be done in that state. */
export const concernTransitions: Readonly<Record<Status, Readonly<Partial<Record<'take-concern', Status>>>>> = {
  submitted: { 'take-concern': 'acknowledged' },
  acknowledged: {},
};

/** How urgent a fresh report is until a lead has judged it: doubt counts as urgent today. */
export const urgencyOfReport: Readonly<Record<SafeNow, Urgency>> = {
  no: 'immediate-danger',
  'not-sure': 'urgent-today',
  yes: 'within-24h',
};

/** The reporter's words for a status: what happens with it, never a judgement. */
export function stateForReporter(concern: { readonly takenByName?: string | null | undefined }): string {
  return concern.takenByName ? `With ${concern.takenByName}` : 'Received';
}
