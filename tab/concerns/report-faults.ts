import { reportForm, type ReportQuestion } from '../../src/areas/concerns/fields.ts';
import type { ReportAnswers } from './report-draft.ts';

const tooLong = 'This is too long for one report. Send the first part, then report the rest.';

/** What keeps a form from being sent, question by question in their order; empty when nothing does. */
export function reportFaults(answers: ReportAnswers): readonly (readonly [keyof ReportAnswers, string])[] {
  const questions = Object.entries<ReportQuestion>(reportForm.questions) as [keyof ReportAnswers, ReportQuestion][];
  return questions.flatMap(([name, { missing }]) => {
    if (missing !== undefined && answers[name].trim() === '') return [[name, missing] as const];
    return answers[name].length > reportForm.longest ? [[name, tooLong] as const] : [];
  });
}
