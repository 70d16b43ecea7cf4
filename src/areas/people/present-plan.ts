import type { PlannedAnswer, RosterChangeKind, RosterSample } from './contract.ts';
import { pupilFields } from './fields.ts';
import { fullName } from './match-child.ts';
import type { KnownPupil } from './roster/plan-pupils.ts';
import type { KnownStaff } from './roster/plan-roster.ts';
import type { RosterChange, RosterPlan } from './roster/roster-plan.ts';

/** Examples of each kind. */
const most = 8;
const noChange: PlannedAnswer['kinds'] = {
  ...{ joiner: 0, leaver: 0, returner: 0, renamed: 0, moved: 0, changed: 0 },
  ...{ 'staff-joiner': 0, 'staff-leaver': 0, 'staff-changed': 0 },
};
/** What the journal and the roster keep for themselves: no person calls it a change of the child. */
const inward: ReadonlySet<string> = new Set(['sourceId', 'rosterSource', 'formerNames', 'earlierFile', 'leftAt']);

type Given = Readonly<Partial<Record<keyof KnownPupil, string | null>>>;
const has = (values: Given, ...fields: readonly (keyof KnownPupil)[]) => fields.some((field) => field in values);

function kindOf({ record, kind, values }: RosterChange): RosterChangeKind | undefined {
  const left = typeof values['leftAt'] === 'string';
  if (record === 'staffMember') return kind === 'create' ? 'staff-joiner' : left ? 'staff-leaver' : 'staff-changed';
  if (record !== 'pupil') return undefined;
  if (kind === 'create') return 'joiner';
  if (left) return 'leaver';
  if (values['leftAt'] === null) return 'returner';
  if (has(values, 'givenName', 'familyName')) return 'renamed';
  return has(values, 'yearGroup', 'formGroup') ? 'moved' : 'changed';
}

const labelsOf = (values: Given): string => {
  const fields = Object.keys(values).filter((field) => !inward.has(field));
  const labels = fields.map((field) => pupilFields[field as keyof typeof pupilFields]?.label ?? field);
  return labels.length > 0 ? labels.join(', ') : pupilFields.sourceId.label;
};

function pupilSample(kind: RosterChangeKind, values: Given, before: KnownPupil | undefined): RosterSample {
  const was = { givenName: '', familyName: '', knownAs: null, ...before };
  const now = {
    givenName: values.givenName ?? was.givenName,
    familyName: values.familyName ?? was.familyName,
    knownAs: values.knownAs ?? was.knownAs,
  };
  const form = values.formGroup ?? before?.formGroup ?? '';
  const details: Partial<Record<RosterChangeKind, string>> = {
    joiner: `${values.yearGroup ?? ''}, ${form}`,
    leaver: `${was.yearGroup ?? ''}, ${form}`,
    returner: `${values.yearGroup ?? was.yearGroup ?? ''}, ${form}`,
    renamed: `was ${fullName(was)}`,
    moved: `${was.yearGroup ?? ''}, ${was.formGroup ?? ''} to ${values.yearGroup ?? was.yearGroup ?? ''}, ${form}`,
    changed: labelsOf(values),
  };
  const detail = details[kind];
  return { kind, name: fullName(now), ...(detail !== undefined && { detail }) };
}

/** How many become what, and a few of each by name, so that a person sees whether it is the right roster. */
export function presentPlan(plan: RosterPlan, pupils: readonly KnownPupil[], staff: readonly KnownStaff[]) {
  const knownPupils = new Map(pupils.map((record) => [record.id, record]));
  const knownStaff = new Map(staff.map((record) => [record.id, record]));
  const kinds = { ...noChange };
  const samples: RosterSample[] = [];
  const ids: string[] = [];
  for (const change of plan.changes) {
    const kind = kindOf(change);
    if (!kind) continue;
    kinds[kind]++;
    if (kinds[kind] > most) continue;
    if (change.kind === 'update') ids.push(change.id);
    samples.push(
      change.record === 'pupil'
        ? pupilSample(kind, change.values, knownPupils.get(change.id))
        : { kind, name: change.values['name'] ?? knownStaff.get(change.id)?.name ?? '' },
    );
  }
  return { kinds, samples, ids };
}
