import type { Candidate } from '../../src/areas/concerns/contract.ts';
import type { Card } from '../../src/ports/card.ts';
import { card } from '../cards/card.ts';
import { facts, heading, line } from '../cards/text.ts';

export interface ChildQuestion {
  readonly ref: string;
  readonly candidates: readonly Candidate[];
  /** Ids of those who were written one after the other. */
  readonly together?: readonly string[] | undefined;
  /** Somebody who may be meant is not among them. */
  readonly withheld?: true | undefined;
  readonly data: Readonly<Record<string, unknown>>;
}

const list = new Intl.ListFormat('en-GB');

/** Asks the reporter which child is meant. The report is safe whatever becomes of this card. Several children are one value, their ids with commas between. */
export function childCard({ ref, candidates, together = [], withheld, data }: ChildQuestion): Card {
  const known = candidates.map(({ id, name, yearGroup, formGroup }) => ({
    title: `${name}, ${yearGroup}, ${formGroup}`,
    value: id,
  }));
  const names = together.map((id) => candidates.find((one) => one.id === id)?.name ?? '');
  const all = {
    title: `${names.length === 2 ? 'Both' : 'All'} of these: ${list.format(names)}`,
    value: together.join(','),
  };
  return card(
    [
      heading('Which child is this?'),
      line(`Your report ${ref} is safe. This only helps your safeguarding lead to find the right child.`),
      ...(withheld
        ? [
            line(
              'Not every child who may be meant is shown to you. If yours is missing, leave this: a lead settles it.',
            ),
          ]
        : []),
      {
        type: 'Input.ChoiceSet',
        id: 'child',
        label: 'Choose one',
        style: 'expanded',
        isRequired: true,
        errorMessage: 'Choose a child, or “Not on our list”.',
        choices: [...(names.length > 1 ? [all] : []), ...known, { title: 'Not on our list', value: 'not-on-list' }],
      },
    ],
    [{ type: 'Action.Execute', title: 'This one', verb: 'resolve-child', style: 'positive', data }],
  );
}

/** What takes the question's place: no name stays in the chat. */
export function childSettledCard(ref: string): Card {
  return card([
    heading('Thank you'),
    facts([['Reference', ref]]),
    line('It is settled which child your report is about.'),
  ]);
}
