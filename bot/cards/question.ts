import type { ReportQuestion } from '../../src/areas/concerns/fields.ts';
import type { CardElement } from '../../src/ports/card.ts';

/** A question as an input of a card. @param typed what the person has written already */
export function inputOf(
  id: string,
  { label, hint, missing, first, of, lines }: ReportQuestion,
  typed = '',
): CardElement {
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
