import { beginContribution } from '../areas/meetings/contributions/begin-contribution.ts';
import { writeContribution } from '../areas/meetings/contributions/write-contribution.ts';
import type { ContributionWords } from '../areas/meetings/contract.ts';
import type { UseCase } from '../perform/types.ts';

/** What a lead of the demonstration has begun to write for a meeting, by the child’s place among its children. */
export interface ToldBrings {
  readonly child: number;
  readonly texts: ContributionWords;
}

type Act = <I, S, O>(step: string, useCase: UseCase<I, S, O>, input: I) => Promise<O>;

/**
 * Begins what the school brings about one child, and writes it as far as it is written.
 * @param places ids of the children’s places in the meeting, in their order
 */
export async function writeBrings(
  act: Act,
  meeting: string,
  places: readonly string[],
  { child, texts }: ToldBrings,
): Promise<void> {
  const { contribution } = await act('begin-brings', beginContribution, { meeting, child: places[child] ?? '' });
  await act('write-brings', writeContribution, { contribution, rev: 1, texts });
}
