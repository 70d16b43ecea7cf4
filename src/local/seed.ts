import { setupIdentity } from '../access/actor.ts';
import type { Identity } from '../access/types.ts';
import { reportConcern } from '../areas/concerns/report-concern.ts';
import { takeConcern } from '../areas/concerns/take-concern.ts';
import { readConcern } from '../areas/concerns/views.ts';
import { isLead } from '../areas/people/rules.ts';
import { reportStaffConcern } from '../areas/staff-concerns/report-staff-concern.ts';
import { setUpSchool } from '../areas/people/set-up-school.ts';
import type { PerformParts } from '../perform/perform.ts';
import type { Result } from '../perform/problem.ts';
import { createRead } from '../perform/read.ts';
import { cast, castMember, demo, schools, type CastMember, type SchoolId } from './cast.ts';
import { demoDays } from './clock/demo-days.ts';
import { schoolMoment } from './clock/school-moment.ts';
import { performAt } from './perform-at.ts';
import { accessSteps } from './seed-access.ts';
import { briefingSteps } from './seed-briefings.ts';
import { letterSteps } from './seed-letters.ts';
import { meetingSteps } from './seed-meetings.ts';
import { seedForm } from './seed-form.ts';
import { agenciesOf } from './trust/agencies.ts';
import { birthDateOf } from './trust/birth-date-of.ts';
import { householdsOf } from './trust/households.ts';
import type { RollRow } from './trust/roll-row.ts';
import { staffMatters, type ToldOfAdult } from './trust/staff-matters.ts';
import { theTrust, type Trust } from './trust/the-trust.ts';
import type { Told } from './trust/told.ts';

const identityOfCast = ({ id, name }: CastMember): Identity => ({
  tenant: demo.tenantId,
  person: id,
  name,
  door: 'command',
});
const duty: Readonly<Record<SchoolId, readonly [key: string, phone: string]>> = {
  harrowmere: ['priya', '01632 960114'],
  brackenfold: ['ruth', '01632 960220'],
};

/**
 * Makes the demonstration's schools and what was reported before it begins, through `perform` like everything else. What is
 * there stays as it is.
 * @param resume goes on where a start was cut off: each act has a form of its own, which is answered and not done again
 */
export async function seedDemonstration(
  parts: PerformParts,
  size: 'whole' | 'small' = 'small',
  resume?: 'resume',
): Promise<void> {
  const { actor } = await parts.actorOf(identityOfCast(castMember('priya')));
  if (actor.recognised && !resume) return;
  const trust = theTrust(size);
  const first = performAt(parts, demoDays.founded);
  for (const { id } of schools)
    must(await first(setUpSchool, setupIdentity(demo.tenantId), schoolOf(trust, id), seedForm(`school-${id}`)));
  for (const { run } of inOrder(parts, trust, size)) await run();
}

function schoolOf({ staff, rolls }: Trust, school: SchoolId) {
  const [key, phone] = duty[school];
  const lead = castMember(key);
  return {
    school,
    staff: staff.filter((one) => one.school === school).map(({ id, name, job }) => ({ personId: id, name, job })),
    roles: cast
      .filter((one) => one.school === school || one.everywhere)
      .flatMap(({ id, name, roles }) => roles.map((role) => ({ personId: id, personName: name, role }))),
    duty: { personId: lead.id, personName: lead.name, phone },
    pupils: rolls[school].map(pupilOf),
    contacts: householdsOf(rolls[school]),
    agencies: agenciesOf(school),
  };
}

const pupilOf = (row: RollRow) => {
  const [givenName, familyName, formGroup, knownAs] = row;
  return {
    givenName,
    familyName,
    yearGroup: /^\d/.test(formGroup) ? `Year ${parseInt(formGroup)}` : formGroup,
    formGroup,
    birthDate: birthDateOf(row),
    ...(knownAs !== undefined && { knownAs }),
  };
};

interface Step {
  readonly at: string;
  run(): Promise<void>;
}

/** All that happened, in the order in which it happened, so that references count as they would have. */
function inOrder(parts: PerformParts, { staff, past }: Trust, size: 'whole' | 'small'): readonly Step[] {
  const identityOf = (who: string): Identity => {
    const found = cast.find(({ key }) => key === who) ?? staff.find(({ name }) => name === who);
    if (!found) throw new Error(`nobody in the demonstration is called ${who}`);
    return { tenant: demo.tenantId, person: found.id, name: found.name, door: 'command' };
  };
  const made = new Map<string, string>();
  const whole = size === 'whole';
  const steps = [
    ...past.flatMap((told) => stepsOf(parts, told, identityOf, made)),
    ...(whole ? accessSteps(parts, identityOf, (key) => made.get(key) ?? '') : []),
    ...(whole ? meetingSteps(parts, identityOf) : []),
    ...(whole ? letterSteps(parts, identityOf) : []),
    ...(whole ? briefingSteps(parts, identityOf) : []),
    ...(whole ? staffMatters.flatMap((told) => matterSteps(parts, told, identityOf)) : []),
  ];
  return steps.toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));
}

function stepsOf(
  parts: PerformParts,
  told: Told,
  identityOf: (who: string) => Identity,
  /** Key of a report to the id of its concern. */
  made: Map<string, string>,
): readonly Step[] {
  const { key, at, reporter, taken, later = [], ...report } = told;
  let concern = '';
  const reporting: Step = {
    at,
    async run() {
      const answer = await performAt(parts, at)(reportConcern, identityOf(reporter), report, seedForm(key));
      ({ concern } = must(answer));
      made.set(key, concern);
    },
  };
  const taking = taken && {
    at: taken.at,
    async run() {
      must(await performAt(parts, taken.at)(takeConcern, identityOf(taken.by), { concern }, seedForm(`${key}-taken`)));
      await opened(parts, taken.at, identityOf(taken.by), concern);
    },
  };
  const following = later.map(({ by, at: when, run }, n): Step => {
    const perform = performAt(parts, when);
    let acts = 0;
    return {
      at: when,
      async run() {
        // By the time it is judged, every lead of the school has read it.
        if (n === 0) for (const lead of leadsBeside(by)) await opened(parts, when, identityOfCast(lead), concern);
        await run(
          async (useCase, input) =>
            must(await perform(useCase, identityOf(by), input, seedForm(`${key}-${n}-${acts++}`))),
          concern,
        );
      },
    };
  });
  return [reporting, ...(taking ? [taking] : []), ...following];
}

/** A concern about an adult, and what who manages it has done. */
function matterSteps(parts: PerformParts, told: ToldOfAdult, identityOf: (who: string) => Identity): readonly Step[] {
  const { key, at, reporter, later = [], ...report } = told;
  let matter = '';
  const reporting = {
    at,
    async run() {
      const done = await performAt(parts, at)(reportStaffConcern, identityOf(reporter), report, seedForm(key));
      matter = must(done).id;
    },
  };
  return [
    reporting,
    ...later.map(({ by, at: when, run }, n) => ({
      at: when,
      run: async () => {
        let acts = 0;
        await run(
          async (useCase, input) =>
            must(await performAt(parts, when)(useCase, identityOf(by), input, seedForm(`${key}-${n}-${acts++}`))),
          matter,
        );
      },
    })),
  ];
}

/** The leads of the school where somebody of the cast works. */
function leadsBeside(who: string): readonly CastMember[] {
  const { school } = castMember(who);
  return cast.filter((one) => one.school === school && one.roles.some((role) => isLead({ role })));
}

/** Somebody opened a concern at an earlier moment, so that it is not unread to them. */
async function opened(parts: PerformParts, wall: string, who: Identity, id: string): Promise<void> {
  must(await createRead({ ...parts, clock: { now: () => schoolMoment(wall) } })(readConcern, who, { id }));
}

function must<O>(result: Result<O>): O {
  if (result.ok) return result.answer;
  throw new Error(`the demonstration could not be made: ${result.problem.code}`);
}
