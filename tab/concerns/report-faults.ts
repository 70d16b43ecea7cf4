import { reportForm, type ReportQuestion } from '../../src/areas/concerns/fields.ts';

export type Answers<K extends string> = Readonly<Record<K, string>>;

const tooLong = 'This is too long for one report. Send the first part, then report the rest.';

/** What keeps a form from being sent, question by question in their order; empty when nothing does. */
export function reportFaults<K extends string>(
  questions: Readonly<Record<K, ReportQuestion>>,
  answers: Answers<K>,
): readonly (readonly [K, string])[] {
  return (Object.entries<ReportQuestion>(questions) as [K, ReportQuestion][]).flatMap(([name, { missing }]) => {
    if (missing !== undefined && answers[name].trim() === '') return [[name, missing] as const];
    return answers[name].length > reportForm.longest ? [[name, tooLong] as const] : [];
  });
}
