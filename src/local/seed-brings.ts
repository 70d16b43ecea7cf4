import { beginContribution } from '../areas/meetings/contributions/begin-contribution.ts';
import { giveContribution } from '../areas/meetings/contributions/give-contribution.ts';
import { writeContribution } from '../areas/meetings/contributions/write-contribution.ts';
import type { ContributionWords } from '../areas/meetings/contract.ts';
import type { UseCase } from '../perform/types.ts';

/** What a lead of the demonstration has begun to write for a meeting, by the child’s place among its children. */
export interface ToldBrings {
  /** When, where it was not as the meeting was called: wall clock at the school. */
  readonly at?: string;
  readonly child: number;
  readonly texts: ContributionWords;
  /** It was given in writing, and the family had seen it: `YYYY-MM-DD`. */
  readonly givenOn?: string;
}

type Act = <I, S, O>(step: string, useCase: UseCase<I, S, O>, input: I) => Promise<O>;

/**
 * Begins what the school brings about one child, writes it as far as it is written, and says that it was given where it was.
 * @param places ids of the children’s places in the meeting, in their order
 */
export async function writeBrings(
  act: Act,
  meeting: string,
  places: readonly string[],
  { child, texts, givenOn }: ToldBrings,
): Promise<void> {
  const { contribution } = await act('begin-brings', beginContribution, { meeting, child: places[child] ?? '' });
  const { rev } = await act('write-brings', writeContribution, { contribution, rev: 1, texts });
  if (givenOn === undefined) return;
  const given = { how: 'in-writing', on: givenOn, familySaw: 'yes' } as const;
  await act('give-brings', giveContribution, { contribution, rev, ...given });
}
