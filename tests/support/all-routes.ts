import { actionRoutes } from '../../src/areas/actions/routes.ts';
import { alertRoutes } from '../../src/areas/alerts/routes.ts';
import { briefingRoutes } from '../../src/areas/briefings/routes.ts';
import { channelRoutes } from '../../src/areas/channels/routes.ts';
import { concernRoutes } from '../../src/areas/concerns/routes.ts';
import { deskRoutes } from '../../src/areas/desk/routes.ts';
import { fileRoutes } from '../../src/areas/files/routes.ts';
import { journalRoutes } from '../../src/areas/journal/routes.ts';
import { letterRoutes } from '../../src/areas/letters/routes.ts';
import { meetingRoutes } from '../../src/areas/meetings/routes.ts';
import { needToKnowRoutes } from '../../src/areas/need-to-know/routes.ts';
import { peopleRoutes } from '../../src/areas/people/routes.ts';
import { roleRoutes } from '../../src/areas/roles/routes.ts';
import { settingsRoutes } from '../../src/areas/settings/routes.ts';
import { staffConcernRoutes } from '../../src/areas/staff-concerns/routes.ts';
import type { Route } from '../../src/http/route.ts';

const noPerson = () => Promise.reject(new Error('nobody is asked for here'));
// Only the schemas are looked at: what stands behind is not called.
const door = {} as never;
/** The routes of every area, as they are mounted; what stands behind them is not there. */
export const ofAreas: Readonly<Record<string, readonly Route[]>> = {
  deskRoutes: deskRoutes(noPerson),
  concernRoutes: concernRoutes(noPerson),
  actionRoutes: actionRoutes(noPerson),
  alertRoutes,
  fileRoutes: fileRoutes(door),
  briefingRoutes: briefingRoutes([], noPerson),
  letterRoutes: letterRoutes([]),
  meetingRoutes: meetingRoutes([], door, door, door, door),
  channelRoutes: channelRoutes(door),
  needToKnowRoutes: needToKnowRoutes([]),
  peopleRoutes: peopleRoutes(door, []),
  roleRoutes: roleRoutes([], 10),
  settingsRoutes: settingsRoutes(door),
  journalRoutes: journalRoutes(door),
  staffConcernRoutes: staffConcernRoutes(noPerson),
};
