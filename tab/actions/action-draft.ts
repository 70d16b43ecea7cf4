import type { ActionOrder, Owner } from '../../src/areas/actions/contract.ts';
import type { actionPriority } from '../../src/areas/actions/fields.ts';

/** An action as far as it is written. */
export interface ActionDraft extends Required<ActionOrder> {
  readonly priority: keyof typeof actionPriority;
}

export type ActionFaults = Partial<Record<keyof ActionOrder, string>>;

export const emptyAction: ActionDraft = { what: '', whatOutside: '', owner: '', priority: 'today', dueOn: '' };

/** `now` and `today` say the day themselves. */
export const isDated = ({ priority }: ActionDraft): boolean => priority === 'this-week' || priority === 'planned';

/** What is still missing, in words. @param owner whoever is chosen */
export function faultsOfAction(draft: ActionDraft, owner: Owner | undefined): ActionFaults {
  const outside = owner !== undefined && !owner.leads;
  return {
    ...(draft.what.trim() === '' && { what: 'Write what is to be done.' }),
    ...(!owner && { owner: 'Choose who is to do it.' }),
    ...(outside && draft.whatOutside.trim() === '' && { whatOutside: 'Write what the owner is told.' }),
    ...(isDated(draft) && draft.dueOn === '' && { dueOn: 'Choose the day by which it is to be done.' }),
  };
}

/** The action to be sent, with what was asked for and nothing else. */
export function orderOf(draft: ActionDraft, owner: Owner): ActionOrder {
  const { what, priority, whatOutside, dueOn } = draft;
  return {
    ...{ what, owner: owner.id, priority },
    ...(!owner.leads && { whatOutside }),
    ...(isDated(draft) && { dueOn }),
  };
}
