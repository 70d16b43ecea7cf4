import type { RosterSample } from './contract.ts';
import { pupilFields } from './fields.ts';
import { fullName } from './match-child.ts';
import type { KnownPupil } from './roster/plan-pupils.ts';
import type { RosterChange, RosterPlan } from './roster/roster-plan.ts';

/** Examples of each kind. */
const most = 8;

const labelOf = (field: string): string =>
  Object.hasOwn(pupilFields, field) ? pupilFields[field as keyof typeof pupilFields].label : field;

function sampleOf(change: RosterChange, known: ReadonlyMap<string, KnownPupil>): RosterSample {
  const given = change.values as Readonly<Record<keyof KnownPupil, string | null>>;
  const { givenName = '', familyName = '', knownAs = null } = known.get(change.id) ?? {};
  const now = { givenName: given.givenName ?? givenName, familyName: given.familyName ?? familyName, knownAs };
  const what = change.kind === 'create' ? 'created' : given.leftAt ? 'left' : 'changed';
  const fields = what === 'changed' ? Object.keys(change.values).map(labelOf) : [];
  return { what, name: fullName({ ...now, ...(given.knownAs && { knownAs: given.knownAs }) }), fields };
}

/** A few children of each kind by name, so that a person sees whether it is the right file. */
export function presentPlan(plan: RosterPlan, pupils: readonly KnownPupil[]) {
  const known = new Map(pupils.map((record) => [record.id, record]));
  const all = plan.changes
    .filter(({ record }) => record === 'pupil')
    .map((change) => ({ id: change.id, sample: sampleOf(change, known) }));
  const few = (['left', 'changed', 'created'] as const).flatMap((what) =>
    all.filter(({ sample }) => sample.what === what).slice(0, most),
  );
  return { samples: few.map(({ sample }) => sample), ids: few.map(({ id }) => id).filter((id) => known.has(id)) };
}
