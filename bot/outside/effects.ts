import { readOutsideChange } from '../../src/areas/outside/read-outside-change.ts';
import type { ShowEffect } from '../effects.ts';
import { theirs } from '../theirs.ts';
import { outsideCard } from './outside-card.ts';

const showOutside: ShowEffect = async ({ read, linkTo }, who, about) => {
  const outside = theirs(await read(readOutsideChange, who, { id: about }));
  return outside
    ? outsideCard(outside, outside.concernId === null ? undefined : linkTo(outside.concernId, who))
    : undefined;
};

/** How each message about what was done outside Lantern looks. */
export const outsideEffects: Readonly<Record<string, ShowEffect>> = { 'changed-outside': showOutside };
