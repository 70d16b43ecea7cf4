import type { Card } from '../../src/ports/card.ts';
import { concernFields, safeNow } from '../../src/areas/concerns/fields.ts';
import { card } from '../cards/card.ts';
import { escaped, heading, line, phoneLink } from '../cards/text.ts';

export interface DutyContact {
  readonly name?: string;
  readonly phone?: string;
}

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
  const then = name && phone ? `${escaped(name)} on ${phoneLink(phone)}` : 'your designated safeguarding lead';
  return `**Child in danger now?** Call ${phoneLink('999')}, then ${then}.`;
}

/** The form in which a concern is reported: three fields that must be filled in, and when. */
export function reportCard({ duty, typed = '', data }: ReportForm): Card {
  const fits = Buffer.byteLength(typed) <= largestTyped;
  const note = fits
    ? 'The message you typed stays in this chat. Only this form goes to your safeguarding lead.'
    : 'Your message is too long to copy: paste it below. It stays in this chat; only this form goes to your safeguarding lead.';
  return card(
    [
      { type: 'Container', style: 'attention', items: [line(dangerLine(duty))] },
      heading('Report a concern'),
      ...(typed === '' ? [] : [line(note, { isSubtle: true, size: 'small' })]),
      {
        type: 'Input.Text',
        id: 'who',
        label: 'Which child?',
        placeholder: 'Name and class, as you know them',
        isRequired: true,
        errorMessage: 'Write the name as you know it, or “not known”.',
      },
      {
        type: 'Input.Text',
        id: 'words',
        label: `${concernFields.words.label}? Use the child’s own words.`,
        isMultiline: true,
        isRequired: true,
        errorMessage: 'Write what you saw or heard.',
        ...(fits && typed !== '' && { value: typed }),
      },
      {
        type: 'Input.ChoiceSet',
        id: 'safeNow',
        label: concernFields.safeNow.label,
        style: 'expanded',
        isRequired: true,
        errorMessage: 'Choose one. “Not sure” is a good answer: it counts as urgent today.',
        choices: Object.entries(safeNow).map(([value, title]) => ({ title, value })),
      },
      { type: 'Input.Text', id: 'when', label: 'When was this?', value: 'just now' },
    ],
    [{ type: 'Action.Execute', title: 'Send report', verb: 'report-concern', style: 'positive', data }],
  );
}
