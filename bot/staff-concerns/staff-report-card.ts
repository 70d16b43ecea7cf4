import { reportForm, type ReportQuestion } from '../../src/areas/concerns/fields.ts';
import type { LadoContact } from '../../src/areas/staff-concerns/contract.ts';
import { staffReportForm } from '../../src/areas/staff-concerns/fields.ts';
import type { Card } from '../../src/ports/card.ts';
import { card } from '../cards/card.ts';
import { inputOf } from '../cards/question.ts';
import { escaped, heading, line, phoneLink } from '../cards/text.ts';

export interface StaffReportForm {
  readonly lado: LadoContact | undefined;
  /** What the person typed to the bot, to begin with. */
  readonly typed?: string;
  /** The sealed data of the button that sends it, and of the one that asks for the form about a child. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly child: Readonly<Record<string, unknown>>;
}

/** Whom to call past everybody at school. */
export const ladoLine = (lado: LadoContact | undefined): string =>
  lado?.phone === undefined
    ? staffReportForm.noLado
    : `${staffReportForm.direct}: ${escaped(lado.name)}, ${phoneLink(lado.phone)}.`;

/** The form about an adult in school: who reads it comes before any field. */
export function staffReportCard({ lado, typed = '', data, child }: StaffReportForm): Card {
  const { question, call } = reportForm.danger;
  return card(
    [
      { type: 'Container', style: 'attention', items: [line(`**${question}** Call ${phoneLink(call)}.`)] },
      heading(staffReportForm.title),
      { type: 'Container', style: 'emphasis', items: [line(staffReportForm.whoReads), line(ladoLine(lado))] },
      ...Object.entries<ReportQuestion>(staffReportForm.questions).map(([id, question]) =>
        inputOf(id, question, id === 'words' ? typed : ''),
      ),
    ],
    [
      { type: 'Action.Execute', title: staffReportForm.send, verb: 'report-staff-concern', style: 'positive', data },
      {
        type: 'Action.Execute',
        title: 'It is about a child',
        verb: 'open-report',
        data: child,
        associatedInputs: 'none',
      },
    ],
  );
}
