import type { AttendeeMinutes } from '../renderings-contract.ts';
import { createNameFinder } from './find-names.ts';
import type { RenderingMaterial } from './material-of.ts';
import { hidingForAttendees, wholeRendering } from './render-minutes.ts';

/**
 * Agreed minutes for those who were there: the children of the meeting by name, no other child of the school. A second look goes over
 * what hiding has left, and what still tells of another child is left out whole.
 */
export function forAttendees(
  material: RenderingMaterial,
): Pick<AttendeeMinutes, 'heldOn' | 'points' | 'addenda' | 'contributions'> {
  const { points, addenda, contributions, names, heldOn } = wholeRendering(
    material,
    hidingForAttendees(material),
    createNameFinder(lookingForOthers(material)),
  );
  const left = new Set(names.map(({ point }) => point));
  return {
    heldOn,
    contributions,
    points: points
      .filter(({ id, heading, actions, ...texts }) => actions.length > 0 || Object.keys(texts).length > 0)
      .map(({ id, actions, ...said }) =>
        left.has(id) ? { leftOut: true } : { ...said, actions: actions.map(({ id: _action, ...action }) => action) },
      ),
    addenda: addenda.map(({ id, ...added }) => (left.has(id) ? { leftOut: true } : added)),
  };
}

/** The names that may stand here are no find: those of the meeting’s children and of their relatives. */
function lookingForOthers(material: RenderingMaterial): RenderingMaterial {
  const { children, professionals, relatives } = material;
  const named = children.flatMap(({ givenName, familyName, knownAs, middleNames, formerNames, family = [] }) =>
    [givenName, familyName, knownAs, middleNames, formerNames, ...family].filter((name) => typeof name === 'string'),
  );
  return { ...material, children: [], professionals: [...professionals, ...relatives, ...named] };
}
