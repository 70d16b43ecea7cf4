import { z } from 'zod';
import { one } from '../../records/need.ts';
import type { UseCase } from '../../perform/types.ts';
import { concern, type Concern } from './record.ts';

/** Seconds that a child's name stays on a card. */
export const shownFor = 30;

const input = z.strictObject({ concern: z.string() });

/**
 * A lead asks to see the child's name on a card. This act only makes sure that the name goes away again, whatever happens
 * to this process; the name itself is read through `child-name`, so that it never lies in the inbox or the outbox.
 */
export const showChild: UseCase<z.infer<typeof input>, { readonly subject: Concern | undefined }, null> = {
  verb: 'show-child',
  input,
  needs: ({ concern: id }) => ({ subject: one(concern, id) }),
  decide: (_state, { concern: about }, { actor }) => ({
    ok: true,
    change: { put: [], entries: [], effects: [{ kind: 'refresh', to: actor.person, about, after: shownFor }] },
    answer: null,
  }),
};
