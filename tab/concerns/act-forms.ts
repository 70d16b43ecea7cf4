import { lazy, type ComponentType } from 'react';
import type { ActFormProps } from './act-form-props.ts';

export type ActFormName = 'triage' | 'lowLevel' | 'handOver' | 'escalate' | 'misfile' | 'addendum';

/** The forms of a concern's acts. None is part of the first screen: each comes when it is opened. */
export const actForms: Readonly<Record<ActFormName, ComponentType<ActFormProps>>> = {
  triage: lazy(() => import('./triage-form.tsx').then(({ TriageForm }) => ({ default: TriageForm }))),
  lowLevel: lazy(() => import('./low-level-form.tsx').then(({ LowLevelForm }) => ({ default: LowLevelForm }))),
  handOver: lazy(() => import('./hand-over-form.tsx').then(({ HandOverForm }) => ({ default: HandOverForm }))),
  escalate: lazy(() => import('./escalate-form.tsx').then(({ EscalateForm }) => ({ default: EscalateForm }))),
  misfile: lazy(() => import('./misfile-form.tsx').then(({ MisfileForm }) => ({ default: MisfileForm }))),
  addendum: lazy(() => import('./addendum-form.tsx').then(({ AddendumForm }) => ({ default: AddendumForm }))),
};
