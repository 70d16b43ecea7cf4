import type { Presence } from '@microsoft/microsoft-graph-types';
import { z } from 'zod';
import type { Person } from '../directory/person.ts';
import { ok } from '../graph/answer.ts';
import { onlyOptions } from '../graph/known-options.ts';
import type { TenantHandler } from '../tenant-route.ts';
import { happenings } from '../outlook/calendar-view.ts';
import { showsAs } from '../outlook/shows-as.ts';
import type { Workloads } from '../workloads.ts';
import type { Shown } from './presence-store.ts';
import { teamsBadRequest, teamsNotFound } from './teams-fault.ts';

/** By hand, or by the calendar; staff of the demonstration are at their desks, pupils and others away. */
function shownNow({ presence, events }: Workloads, person: Person, now: number): Shown {
  const set = presence.of(person.id);
  if (set) return set;
  const inMeeting = happenings(events, person.id, now, now + 1).some(({ event }) => showsAs(event) === 'busy');
  if (inMeeting) return { availability: 'Busy', activity: 'InAMeeting' };
  const atDesk = person.accountEnabled && person.jobTitle !== null;
  return atDesk
    ? { availability: 'Available', activity: 'Available' }
    : { availability: 'Offline', activity: 'Offline' };
}

const present = (id: string, shown: Shown): Presence => ({ id, ...shown, statusMessage: null });
const unknown: Shown = { availability: 'PresenceUnknown', activity: 'PresenceUnknown' };

/** `GET /users/{id}/presence`, by object id only: https://learn.microsoft.com/graph/api/presence-get */
export const getPresence: TenantHandler = (call, tenant) => {
  onlyOptions(call.query, []);
  const id = call.params['user'] ?? '';
  if (!z.guid().safeParse(id).success) throw teamsBadRequest('The user must be named by object id.');
  const person = tenant.directory.person(id);
  if (!person) throw teamsNotFound('The user could not be found.');
  const context = `https://graph.microsoft.com/v1.0/$metadata#users('${person.id}')/presence/$entity`;
  return ok({ '@odata.context': context, ...present(person.id, shownNow(tenant, person, call.now)) });
};

const most = 650;
const request = z.strictObject({ ids: z.array(z.guid()).min(1) });

/** `POST /communications/getPresencesByUserId`: https://learn.microsoft.com/graph/api/cloudcommunications-getpresencesbyuserid */
export const getPresences: TenantHandler = (call, tenant) => {
  onlyOptions(call.query, []);
  const parsed = request.safeParse(call.body);
  if (!parsed.success) throw teamsBadRequest("The parameter 'ids' must hold object ids.");
  if (parsed.data.ids.length > most) throw teamsBadRequest(`At most ${most} users can be asked for at once.`);
  return ok({
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#Collection(microsoft.graph.presence)',
    value: parsed.data.ids.map((id) => {
      const person = tenant.directory.person(id);
      return person ? present(person.id, shownNow(tenant, person, call.now)) : present(id, unknown);
    }),
  });
};
