import { lazy, type ComponentType } from 'react';
import type { ConcernDetail } from '../../src/areas/concerns/contract.ts';

export interface ActFormProps {
  readonly concern: ConcernDetail;
  /** It is done; the words say what. */
  readonly done: (text: string) => void;
  readonly cancel: () => void;
}

export type ActFormName = 'triage' | 'lowLevel' | 'handOver' | 'escalate' | 'addendum';

/** The forms of a concern's acts. None is part of the first screen: each comes when it is opened. */
export const actForms: Readonly<Record<ActFormName, ComponentType<ActFormProps>>> = {
  triage: lazy(() => import('./triage-form.tsx').then(({ TriageForm }) => ({ default: TriageForm }))),
  lowLevel: lazy(() => import('./low-level-form.tsx').then(({ LowLevelForm }) => ({ default: LowLevelForm }))),
  handOver: lazy(() => import('./hand-over-form.tsx').then(({ HandOverForm }) => ({ default: HandOverForm }))),
  escalate: lazy(() => import('./escalate-form.tsx').then(({ EscalateForm }) => ({ default: EscalateForm }))),
  addendum: lazy(() => import('./addendum-form.tsx').then(({ AddendumForm }) => ({ default: AddendumForm }))),
};
