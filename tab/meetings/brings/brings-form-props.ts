import type { ContributionItem } from '../../../src/areas/meetings/contract.ts';

/** What the forms about one contribution share. */
export interface BringsFormProps {
  readonly meeting: string;
  readonly item: ContributionItem;
  /** Called when the form is left, with what came of it. */
  readonly close: (told?: string) => void;
}
