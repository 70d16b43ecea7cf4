import type { ChoiceOf } from '../../records/fields.ts';
import { schemaOf } from '../../records/schema.ts';
import { concernFields } from './fields.ts';

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

/** Whoever is on duty; if nobody is, or only somebody who may not see concerns and so would be told nothing, all leads. */
export function toldOf(
  duty: readonly { readonly personId: string }[],
  leads: readonly { readonly personId: string }[],
): readonly string[] {
  const may = leads.map(({ personId }) => personId);
  const onDuty = duty.map(({ personId }) => personId).filter((person) => may.includes(person));
  return [...new Set(onDuty.length > 0 ? onDuty : may)];
}

/** Whether what somebody wrote into a column in SharePoint can be a concern's value: Lantern takes over nothing that it could not have written. */
export function isTakeable(field: string, value: unknown): boolean {
  const declared = Object.hasOwn(concernFields, field) ? concernFields[field as keyof typeof concernFields] : undefined;
  if (!declared) return false;
  if (value === null) return !('required' in declared);
  return schemaOf({ value: declared }).safeParse({ value }).success;
}
