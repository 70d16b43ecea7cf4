import { z } from 'zod';
import type { Instant } from '../../ports/clock.ts';
import type { View } from '../../perform/types.ts';
import type { PlannedAnswer, RosterSample } from './contract.ts';
import { presentPlan } from './present-plan.ts';
import { contactsOfSchool, pupilsOfSchool, relationshipsOfSchool, staffOfSchool } from './queries.ts';
import type { KnownPupil } from './roster/plan-pupils.ts';
import { planRoster, type KnownContact, type KnownPeople, type KnownStaff } from './roster/plan-roster.ts';
import type { KnownRelationship } from './roster/plan-relationships.ts';
import type { SchoolRoster } from './roster/roster-of-school.ts';
import type { RosterPlan, RosterRecord } from './roster/roster-plan.ts';

const bySchool = z.strictObject({ school: z.string() });
type BySchool = z.infer<typeof bySchool>;

/** A comparison: it goes to the plan and not to a person, so that it names nobody in the journal. */
const comparison = <R extends object>(
  verb: string,
  query: View<BySchool, R, readonly R[]>['query'],
): View<BySchool, R, readonly R[]> => ({
  verb,
  shape: 'page',
  fields: ['*'],
  params: bySchool,
  query,
  values: ({ school }) => ({ school }),
  present: (rows) => ({ answer: rows, ids: [] }),
});

export const compareStaff = comparison<KnownStaff>('compare-staff', staffOfSchool);
export const compareContacts = comparison<KnownContact>('compare-contacts', contactsOfSchool);
export const compareRelationships = comparison<KnownRelationship>('compare-relationships', relationshipsOfSchool);

/** What a roster is held against beside the children, and what it says. */
export interface PreviewParams {
  readonly school: string;
  readonly now: Instant;
  readonly rows: SchoolRoster;
  readonly others: Omit<KnownPeople, 'pupils'>;
  readonly idOf: (record: RosterRecord, key: string) => string;
}

export interface PlannedRoster {
  readonly plan: RosterPlan;
  readonly kinds: PlannedAnswer['kinds'];
  readonly samples: readonly RosterSample[];
}

/** What would change. Named in the journal are the people whose names are shown as examples. */
export const previewRoster: View<PreviewParams, KnownPupil, PlannedRoster> = {
  verb: 'preview-roster',
  shape: 'page',
  fields: ['givenName', 'familyName', 'knownAs'],
  params: z.custom<PreviewParams>((value) => typeof value === 'object' && value !== null),
  query: pupilsOfSchool,
  values: ({ school }) => ({ school }),
  present(pupils, { params: { now, rows, others, idOf } }) {
    const plan = planRoster(now, { pupils, ...others }, rows, idOf);
    const { kinds, samples, ids } = presentPlan(plan, pupils, others.staff);
    return { answer: { plan, kinds, samples }, ids };
  },
};
