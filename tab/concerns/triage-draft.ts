import type { TriageRequest } from '../../src/areas/concerns/contract.ts';
import { triageRules, type TriageDemand } from '../../src/areas/concerns/fields.ts';

type Said = Omit<TriageRequest, 'form' | 'rev' | 'action' | 'adult'>;

/** A judgement as far as it is written. What an outcome does not ask for stays in memory, in case the lead changes their mind. */
export type TriageDraft = { readonly [K in keyof Said]?: Said[K] | undefined } & Pick<Said, 'urgency'>;

const always = ['outcome', 'reason', 'parents'] as const;
/** An action is written in a part of its own. */
const demands: readonly Exclude<TriageDemand, 'action'>[] = ['levelOfNeed', 'nextStep', 'line', 'childVoice'];

/** The parts that this draft must fill: those of every judgement, and what its outcome asks for. */
function asked({ outcome, parents }: TriageDraft): readonly (keyof TriageDraft)[] {
  const needs = outcome ? triageRules[outcome].needs : [];
  const reasoned = parents !== undefined && parents !== 'informed';
  return [
    ...always,
    ...demands.filter((name) => needs.includes(name)),
    ...(reasoned ? ['parentsReason' as const] : []),
  ];
}

const isEmpty = (value: string | undefined) => value === undefined || value.trim() === '';

/** What is still missing. */
export const emptyOf = (draft: TriageDraft): readonly (keyof TriageDraft)[] =>
  asked(draft).filter((name) => isEmpty(draft[name]));

/** The judgement to be sent, with what was asked for and nothing else; undefined while something is missing. */
export function requestOf(draft: TriageDraft, rev: number): Omit<TriageRequest, 'form'> | undefined {
  if (emptyOf(draft).length > 0) return undefined;
  const said = asked(draft).map((name) => [name, draft[name]?.trim()] as const);
  return { rev, urgency: draft.urgency, ...Object.fromEntries(said) } as unknown as Omit<TriageRequest, 'form'>;
}
