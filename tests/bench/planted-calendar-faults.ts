import { people, tenant } from '../support/kernel.ts';
import { granted, inDatabase } from './planting.ts';
import type { PlantedFault } from './planted-fault.ts';

const wished = { env: { LANTERN_CALENDAR: 'on' } };
/** A meeting that begins in an hour, called by somebody. */
const calledBy = (person: string) =>
  `insert into meeting (tenant, id, school, rev, kind, status, startsAt, endsAt, calledById, calledByName, calledAt)
    select '${tenant}', '${'f'.repeat(32)}', 'harrowmere', 1, 'taf', 'invited', strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '+1 hour'),
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '+2 hours'), '${person}', 'Somebody', strftime('%Y-%m-%dT%H:%M:%fZ', 'now');`;

/** What goes wrong between meetings and calendars. */
export const calendarFaults: readonly PlantedFault[] = [
  {
    ...{
      name: 'a calendar that Lantern may not use',
      check: 'calendars',
      says: /does not let Lantern use the calendars/,
    },
    plant: (scene) => {
      inDatabase(calledBy(people.priya.person))(scene);
      return { ...granted(scene, ['Sites.Selected']), ...wished };
    },
  },
  {
    ...{ name: 'a meeting of somebody without a mailbox', check: 'calendars', says: /1 meetings has no mailbox/ },
    plant: (scene) => {
      inDatabase(calledBy('6b1c7a1e-9999-4999-8999-000000000001'))(scene);
      return wished;
    },
  },
];
