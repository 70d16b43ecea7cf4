import { onDuty, type OnDuty } from '../areas/alerts/queries.ts';
import { leadsOfSchool } from '../areas/people/queries.ts';
import { managersOfSchool, managingRole, type Manager } from '../areas/staff-concerns/who-manages.ts';
import type { School } from '../config.ts';
import type { Instant } from '../ports/clock.ts';
import type { Store } from '../perform/store.ts';
import type { SchoolFacts } from './facts.ts';
import { schoolDay } from '../records/school-day.ts';

/** Fewer digits nobody can dial. */
const fewestDigits = 6;

const holdersOf = (managers: readonly Manager[], wanted: string): ReadonlySet<string> =>
  new Set(managers.flatMap(({ personId, role }) => (role === wanted ? [personId] : [])));

/** Whether each school has somebody who is told of a concern. Who it is does not leave this function. */
export async function gatherSchools(
  { tenant, schools, now }: { readonly tenant: string; readonly schools: readonly School[]; readonly now: Instant },
  store: Pick<Store, 'rows'> | undefined,
): Promise<readonly SchoolFacts[]> {
  const today = schoolDay(now);
  const found: SchoolFacts[] = [];
  for (const { id, name } of schools) {
    if (!store) found.push({ id, name });
    else {
      const leads = (await store.rows(tenant, leadsOfSchool, { school: id, today })) as readonly {
        readonly personId: string;
      }[];
      const people = new Set(leads.map(({ personId }) => personId));
      const [duty] = (await store.rows(tenant, onDuty, { school: id })) as readonly OnDuty[];
      const telephone = (duty?.phone ?? '').replaceAll(/\D/g, '').length >= fewestDigits;
      const onDutyNow = duty && { leads: people.has(duty.personId), telephone };
      const managers = (await store.rows(tenant, managersOfSchool, { school: id, today })) as readonly Manager[];
      const heads = holdersOf(managers, managingRole.head);
      const chairs = [...holdersOf(managers, managingRole.chair)].filter((person) => !heads.has(person));
      const adults = { heads: heads.size, chairs: chairs.length };
      found.push({ id, name, people: { leads: people.size, ...adults, ...(onDutyNow && { onDuty: onDutyNow }) } });
    }
  }
  return found;
}
