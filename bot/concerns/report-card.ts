import type { ActionSet, Card } from '../../src/ports/card.ts';
import type { DutyContact } from '../../src/areas/alerts/contract.ts';
import { reportForm, type ReportQuestion } from '../../src/areas/concerns/fields.ts';
import { reportAbout } from '../../src/areas/staff-concerns/fields.ts';
import { card } from '../cards/card.ts';
import { inputOf } from '../cards/question.ts';
import { escaped, heading, line, phoneLink } from '../cards/text.ts';

export interface ReportForm {
  readonly duty: DutyContact;
  /** What the person typed to the bot, to begin with. */
  readonly typed?: string;
  /** The sealed data of the button that sends it, and of the one that asks for the form about an adult. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly adult: Readonly<Record<string, unknown>>;
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
export function reportCard({ duty, typed = '', data, adult }: ReportForm): Card {
  const fits = Buffer.byteLength(typed) <= largestTyped;
  const note = fits
    ? 'The message you typed stays in this chat. Only this form goes to your safeguarding lead.'
    : 'Your message is too long to copy: paste it below. It stays in this chat; only this form goes to your safeguarding lead.';
  return card(
    [
      { type: 'Container', style: 'attention', items: [line(dangerLine(duty))] },
      heading(reportForm.title),
      line(`**${reportAbout.question}** ${reportAbout.child}: fill in this form.`),
      toAdult(adult),
      ...(typed === '' ? [] : [line(note, { isSubtle: true, size: 'small' })]),
      ...Object.entries<ReportQuestion>(reportForm.questions).map(([id, question]) =>
        inputOf(id, question, id === 'words' && fits ? typed : ''),
      ),
    ],
    [{ type: 'Action.Execute', title: reportForm.send, verb: 'report-concern', style: 'positive', data }],
  );
}

/** The other answer to the first question: another form takes this one's place, which asks for other things and goes to others. */
const toAdult = (data: Readonly<Record<string, unknown>>): ActionSet => ({
  type: 'ActionSet',
  actions: [
    { type: 'Action.Execute', title: reportAbout.adult, verb: 'open-staff-report', data, associatedInputs: 'none' },
  ],
});
