import type { Card, CardElement } from '../../src/ports/card.ts';
import type { DutyContact } from '../../src/areas/alerts/contract.ts';
import { reportForm, type ReportQuestion } from '../../src/areas/concerns/fields.ts';
import { card } from '../cards/card.ts';
import { escaped, heading, line, phoneLink } from '../cards/text.ts';

export interface ReportForm {
  readonly duty: DutyContact;
  /** What the person typed to the bot, to begin with. */
  readonly typed?: string;
  /** The sealed button data. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** Teams takes larger cards on some paths; under 28 KB a card arrives on every one. */
const largestTyped = 20_000;

/** First line of every form: what saves a child now comes before any field. */
export function dangerLine({ name, phone }: DutyContact): string {
  const { question, call, lead } = reportForm.danger;
  const then = name && phone ? `${escaped(name)} on ${phoneLink(phone)}` : lead;
  return `**${question}** Call ${phoneLink(call)}, then ${then}.`;
}

/** The form in which a concern is reported, as a card: its questions stand in areas/concerns/fields.ts. */
export function reportCard({ duty, typed = '', data }: ReportForm): Card {
  const fits = Buffer.byteLength(typed) <= largestTyped;
  const note = fits
    ? 'The message you typed stays in this chat. Only this form goes to your safeguarding lead.'
    : 'Your message is too long to copy: paste it below. It stays in this chat; only this form goes to your safeguarding lead.';
  return card(
    [
      { type: 'Container', style: 'attention', items: [line(dangerLine(duty))] },
      heading(reportForm.title),
      ...(typed === '' ? [] : [line(note, { isSubtle: true, size: 'small' })]),
      ...Object.entries<ReportQuestion>(reportForm.questions).map(([id, question]) =>
        inputOf(id, question, id === 'words' && fits ? typed : ''),
      ),
    ],
    [{ type: 'Action.Execute', title: reportForm.send, verb: 'report-concern', style: 'positive', data }],
  );
}

function inputOf(id: string, { label, hint, missing, first, of, lines }: ReportQuestion, typed: string): CardElement {
  const needed = missing === undefined ? {} : ({ isRequired: true, errorMessage: missing } as const);
  if (of) {
    const choices = Object.entries(of).map(([value, title]) => ({ title, value }));
    return { type: 'Input.ChoiceSet', id, label, style: 'expanded', ...needed, choices };
  }
  const value = typed || first;
  return {
    type: 'Input.Text',
    id,
    label,
    ...(hint !== undefined && { placeholder: hint }),
    ...(lines === 'many' && ({ isMultiline: true } as const)),
    ...needed,
    ...(value !== undefined && { value }),
  };
}
