import type { ValuesOf } from '../../records/fields.ts';
import { update } from '../../records/patch.ts';
import type { Decision, Effect } from '../../perform/types.ts';
import type { actionFields } from './fields.ts';
import { action, type Action } from './record.ts';
import { nextStatus, type ActionAct, type ActionStatus } from './rules.ts';

export interface ActionChange {
  readonly act: ActionAct;
  /** The revision that the person saw, where the screen shows one. */
  readonly rev: number | undefined;
  readonly values?: Partial<ValuesOf<typeof actionFields>>;
  /** Whom to tell, by the state that the action gets. */
  readonly effects?: (status: ActionStatus) => readonly Effect[];
}

/** What every act on one action has in common: the table of states, the revision, the case's lane, and the cards made new. */
export function changeAction(
  subject: Action | undefined,
  { act, rev, values = {}, effects }: ActionChange,
): Decision<{ readonly ref: string; readonly status: ActionStatus }> {
  if (!subject) return { ok: false, problem: { code: 'not-found' } };
  const status = nextStatus(subject, act);
  if (!status) return { ok: false, problem: { code: 'already-done' } };
  if (rev !== undefined && rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
  return {
    ok: true,
    change: {
      put: [update(action, subject, { ...values, status })],
      lane: subject.concernId,
      entries: [{ about: subject.concernId, what: act }],
      effects: [{ kind: 'refresh', to: '', about: subject.id }, ...(effects?.(status) ?? [])],
    },
    answer: { ref: subject.ref ?? '', status },
  };
}
