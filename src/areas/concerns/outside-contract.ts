import type { outsideKind } from '../outside/fields.ts';
import type { Filed } from './item-contract.ts';

/** One thing that was done in SharePoint to a concern, or to what belongs to it, and not in Lantern. What is empty is absent. */
export interface OutsideItem {
  readonly id: string;
  readonly what: keyof typeof outsideKind;
  /** Type of the record: `concern`, or something that belongs to it. */
  readonly record: string;
  /** Name of its list. */
  readonly list: string;
  readonly field?: string;
  readonly fieldLabel?: string;
  readonly was?: string;
  readonly is?: string;
  /** When Lantern found it. */
  readonly at: string;
  /** As SharePoint says. */
  readonly by?: string;
  readonly filed: Filed;
}

export interface OutsidePage {
  readonly items: readonly OutsideItem[];
}
