import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import type { Instant } from '../ports/clock.ts';
import { setupIdentity } from '../access/actor.ts';
import type { Identity } from '../access/types.ts';
import { reportConcern } from '../areas/concerns/report-concern.ts';
import { takeConcern } from '../areas/concerns/take-concern.ts';
import { setUpSchool } from '../areas/people/set-up-school.ts';
import { createPerform, type Perform, type PerformParts } from '../perform/perform.ts';
import type { Result } from '../perform/problem.ts';
import type { Store } from '../perform/store.ts';
import { cast, castMember, demo, type CastMember } from './cast.ts';
import { earlierConcerns } from './earlier-concerns.ts';
import { roll } from './roll.ts';

const identity = ({ id, name }: CastMember): Identity => ({ tenant: demo.tenantId, person: id, name });
/** The same form each time: a second start finds its act done. */
const form = (step: string) => createHash('sha256').update(`demonstration:${step}`).digest('hex').slice(0, 32);

/**
 * Makes the demonstration's school and what was reported before today, through `perform` like everything else.
 * A school that is there stays as it is.
 */
export async function seedDemonstration(parts: PerformParts): Promise<void> {
  const perform = createPerform(parts);
  const priya = castMember('priya');
  const school = {
    school: demo.school.id,
    staff: cast.map(({ id, name, job }) => ({ personId: id, name, job })),
    roles: cast.flatMap(({ id, name, role }) => (role ? [{ personId: id, personName: name, role }] : [])),
    duty: { personId: priya.id, personName: priya.name, phone: '01632 960114' },
    pupils: roll.map(([givenName, familyName, formGroup, knownAs]) => ({
      givenName,
      familyName,
      yearGroup: `Year ${parseInt(formGroup)}`,
      formGroup,
      ...(knownAs !== undefined && { knownAs }),
    })),
  };
  const { actor } = await parts.actorOf(identity(priya));
  if (actor.recognised) return;
  must(await perform(setUpSchool, setupIdentity(demo.tenantId), school, form('school')));
  await reportEarlier(parts);
}

async function reportEarlier(parts: PerformParts): Promise<void> {
  for (const [i, { daysAgo, at, reporter, takenBy, ...report }] of earlierConcerns.entries()) {
    const then = schoolDay(parts.clock.now(), daysAgo, at);
    const reported = performAt(parts, then);
    const { concern } = must(
      await reported(reportConcern, identity(castMember(reporter)), report, form(`report-${i}`)),
    );
    const taken = performAt(parts, then.plus({ minutes: 4 + 3 * i }));
    if (takenBy) must(await taken(takeConcern, identity(castMember(takenBy)), { concern }, form(`take-${i}`)));
  }
}

/** A time at the school so many days with lessons before today; holidays come with the calendar. */
function schoolDay(now: Instant, daysAgo: number, at: string): DateTime {
  let day = DateTime.fromISO(now, { zone: 'Europe/London' });
  for (let left = daysAgo; left > 0;) {
    day = day.minus({ days: 1 });
    if (day.weekday <= 5) left--;
  }
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  return day.set({ hour, minute, second: 0, millisecond: 0 });
}

/** Performs at an earlier moment. People were told at the time, so nobody gets a week's cards at the first start. */
function performAt(parts: PerformParts, moment: DateTime): Perform {
  const store: Store = { ...parts.store, commit: (commit) => parts.store.commit({ ...commit, effects: [] }) };
  return createPerform({ ...parts, store, clock: { now: () => moment.toJSDate().toISOString() } });
}

function must<O>(result: Result<O>): O {
  if (result.ok) return result.answer;
  throw new Error(`the demonstration could not be made: ${result.problem.code}`);
}
