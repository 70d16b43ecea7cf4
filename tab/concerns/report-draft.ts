import { createContext, use, useEffect } from 'react';
import type { ReportRequest } from '../../src/areas/concerns/contract.ts';
import { reportForm } from '../../src/areas/concerns/fields.ts';
import { staffReportForm } from '../../src/areas/staff-concerns/fields.ts';
import type { Intent } from '../api/use-act.ts';

export type ReportAnswers = Readonly<Record<keyof typeof reportForm.questions, string>>;
export type StaffAnswers = Readonly<Record<keyof typeof staffReportForm.questions, string>>;
export type ReportBody = Omit<ReportRequest, 'form'>;

/**
 * A report that is being written. It lives in the memory of this tab and nowhere else: in the browser's storage a child's words
 * would lie on a device that a colleague, or a pupil, picks up next. So it survives every way through Lantern, and the browser
 * asks before it closes a page on it.
 */
export interface ReportDraft {
  answers: ReportAnswers;
  /** The report as it was sent when no answer came: sent again it is still one report. */
  readonly intent: { current: Intent<ReportBody> | undefined };
  /** The same of a report about an adult. */
  ofAdult: StaffAnswers;
  readonly adultIntent: { current: Intent<StaffAnswers> | undefined };
  clearAdult(): void;
}

export const emptyAnswers: ReportAnswers = { who: '', words: '', safeNow: '', when: reportForm.questions.when.first };

const emptyOfAdult: StaffAnswers = { about: '', who: '', words: '', when: staffReportForm.questions.when.first };

export const createReportDraft = (): ReportDraft => ({
  answers: emptyAnswers,
  intent: { current: undefined },
  ofAdult: emptyOfAdult,
  adultIntent: { current: undefined },
  clearAdult() {
    this.ofAdult = emptyOfAdult;
  },
});

export const ReportDraftContext = createContext(createReportDraft());

export const useReportDraft = (): ReportDraft => use(ReportDraftContext);

/** Has the browser ask before it closes a page on what was typed and not sent. */
export function useDraftGuard(draft: ReportDraft): void {
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent) => {
      const typed = [draft.answers, draft.ofAdult].flatMap(({ who, words }) => [who, words]);
      if (typed.join('').trim() !== '') event.preventDefault();
    };
    window.addEventListener('beforeunload', guard);
    return () => window.removeEventListener('beforeunload', guard);
  }, [draft]);
}
