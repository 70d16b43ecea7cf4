import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demo } from '../../src/local/cast.ts';
import type { DoctorScene } from '../support/doctor-scene.ts';
import { selfSigned } from '../support/self-signed.ts';
import { calendarFaults } from './planted-calendar-faults.ts';
import { groupFaults } from './planted-group-faults.ts';
import type { PlantedFault } from './planted-fault.ts';
import { school } from '../support/sharepoint-tenant.ts';
import {
  at,
  certificate,
  clock,
  day,
  ending,
  granted,
  inDatabase,
  oldBackup,
  remade,
  role,
  row,
  site,
} from './planting.ts';

const staff = 'staff-concerns';

/** Faults as they happen when a school is set up, or later: each must give one line that names it, and no other. */
export const plantedFaults: readonly PlantedFault[] = [
  {
    ...{ name: 'a site that is not there', check: 'site', says: /no site \/sites\/nowhere/ },
    plant: () => ({ env: { LANTERN_SCHOOLS: JSON.stringify([{ ...school, sitePath: '/sites/nowhere' }]) } }),
  },
  {
    ...{ name: 'no site for staff concerns', check: 'site', says: /no site \/sites\/nowhere/ },
    plant: () => ({ env: { LANTERN_SCHOOLS: JSON.stringify([{ ...school, staffSitePath: '/sites/nowhere' }]) } }),
  },
  {
    ...{ name: 'a list of staff concerns that is missing', check: 'lists', says: /staff-concerns: .*“Staff concerns”/ },
    plant: async ({ tenant }) => {
      const { must, list } = await site(tenant.origin, demo.provisionAppId, staff);
      await must('DELETE', list('Staff concerns'));
    },
  },
  {
    ...{ name: 'a column of staff concerns that is missing', check: 'columns', says: /SubjectId of “Staff concerns”/ },
    plant: async ({ tenant }) => {
      const { must, column } = await site(tenant.origin, demo.provisionAppId, staff);
      await must('DELETE', await column('Staff concerns', 'SubjectId'));
    },
  },
  {
    ...{ name: 'a list that is missing', check: 'lists', says: /“Agencies”/ },
    plant: async ({ tenant }) => {
      const { must, list } = await site(tenant.origin);
      await must('DELETE', list('Agencies'));
    },
  },
  {
    ...{ name: 'a library that is missing', check: 'library', says: /“Case files” is missing/ },
    plant: async ({ tenant }) => {
      const { must, list } = await site(tenant.origin);
      await must('DELETE', list('Case files'));
    },
  },
  {
    ...{ name: 'a column that is missing', check: 'columns', says: /FamilyName of “Pupils”/ },
    plant: async ({ tenant }) => {
      const { must, column } = await site(tenant.origin);
      await must('DELETE', await column('Pupils', 'FamilyName'));
    },
  },
  {
    ...{ name: 'a column of the wrong kind', check: 'kinds', says: /FormGroup of “Pupils” is number and not text/ },
    plant: remade('Pupils', 'FormGroup', { number: {} }),
  },
  {
    ...{ name: 'an index that is missing', check: 'indexes', says: /Status of “Concerns”/ },
    plant: async ({ tenant }) => {
      const { must, column } = await site(tenant.origin);
      await must('PATCH', await column('Concerns', 'Status'), { indexed: false });
    },
  },
  {
    ...{ name: 'uniqueness that is missing', check: 'uniqueness', says: /RequestKey of “Concerns”/ },
    plant: async ({ tenant }) => {
      const { must, column } = await site(tenant.origin);
      await must('PATCH', await column('Concerns', 'RequestKey'), { enforceUniqueValues: false });
    },
  },
  {
    ...{ name: 'a column that is too short', check: 'width', says: /GivenName of “Pupils”/ },
    plant: async ({ tenant }) => {
      const { must, column } = await site(tenant.origin);
      await must('PATCH', await column('Pupils', 'GivenName'), { text: { maxLength: 20 } });
    },
  },
  {
    ...{ name: 'a column that takes no other choices', check: 'choices', says: /Role of “Roles”/ },
    plant: async ({ tenant }) => {
      const { must, column } = await site(tenant.origin);
      await must('PATCH', await column('Roles', 'Role'), { choice: { allowTextEntry: false } });
    },
  },
  {
    ...{ name: 'a default view that filters', check: 'view', says: /1 rows of “Concerns”/ },
    plant: async ({ tenant }) => {
      const { must, list } = await site(tenant.origin);
      await must('POST', `${list('Concerns')}/items`, row('1', 'closed'));
      await must('POST', `${list('Concerns')}/items`, row('2', 'submitted'));
      tenant.core.quirks.set({ defaultView: { list: 'Concerns', column: 'Status', equals: 'submitted' } });
    },
  },
  {
    ...{
      name: 'a filter on staff concerns, told without a number',
      check: 'view',
      says: /hides rows of “Staff concerns”/,
    },
    plant: async ({ tenant }) => {
      const { must, list } = await site(tenant.origin, demo.provisionAppId, staff);
      await must('POST', `${list('Staff concerns')}/items`, row('1', 'closed'));
      await must('POST', `${list('Staff concerns')}/items`, row('2', 'submitted'));
      tenant.core.quirks.set({ defaultView: { list: 'Staff concerns', column: 'Status', equals: 'submitted' } });
    },
  },
  {
    ...{
      name: 'no grant on the site for staff concerns',
      check: 'grant',
      says: /Nothing is granted .*staff-concerns\.$/,
    },
    plant: role(undefined, staff),
  },
  {
    ...{ name: 'a grant there that only reads', check: 'grant', says: /staff-concerns Lantern may read and not write/ },
    plant: role('read', staff),
  },
  {
    ...{ name: 'a grant there that is too wide', check: 'grant', says: /staff-concerns Lantern holds more than/ },
    plant: role('manage', staff),
  },
  { ...{ name: 'a grant that only reads', check: 'grant', says: /read and not write/ }, plant: role('read') },
  { ...{ name: 'no grant', check: 'grant', says: /Nothing is granted/ }, plant: role(undefined) },
  { ...{ name: 'a grant that is too wide', check: 'grant', says: /more than the role write/ }, plant: role('manage') },
  {
    ...{ name: 'a grant of everything', check: 'grant', says: /more than the role write/ },
    plant: role('fullcontrol'),
  },
  {
    ...{ name: 'a permission for all sites', check: 'permissions', says: /holds Sites\.ReadWrite\.All/ },
    plant: (scene) => granted(scene, ['Sites.Selected', 'Sites.ReadWrite.All']),
  },
  {
    ...{ name: 'a permission of something else', check: 'permissions', says: /holds Mail\.Read/ },
    plant: (scene) => granted(scene, ['Sites.Selected', 'EduRoster.Read.All', 'Mail.Read']),
  },
  {
    ...{ name: 'a permission that is missing', check: 'permissions', says: /lacks Sites\.Selected/ },
    plant: (scene) => granted(scene, ['EduRoster.Read.All']),
  },
  {
    ...{ name: 'a registration of the API that is not there', check: 'api-sign-in', says: /gives the API no token/ },
    plant: () => ({ env: { API_APP_ID: '6b1c7a1e-eeee-4eee-8eee-000000000001' } }),
  },
  {
    ...{ name: 'a registration of the bot that is not there', check: 'bot-sign-in', says: /gives the bot no token/ },
    plant: () => ({ env: { BOT_APP_ID: '6b1c7a1e-eeee-4eee-8eee-000000000001' } }),
  },
  { ...{ name: 'a clock far ahead', check: 'clock', says: /ahead of/ }, plant: () => clock(400_000) },
  { ...{ name: 'a clock that lags', check: 'clock', says: /behind/ }, plant: () => clock(-90_000) },
  { ...{ name: 'a certificate near its end', check: 'certificate', says: /ends on/ }, plant: ending(20 * day) },
  { ...{ name: 'a certificate that has ended', check: 'certificate', says: /ended on/ }, plant: ending(-day) },
  {
    ...{ name: 'a certificate that nobody can read', check: 'certificate', says: /does not hold a certificate/ },
    plant: certificate(() => 'not a certificate'),
  },
  {
    ...{ name: 'a certificate whose file is gone', check: 'certificate', says: /cannot be read/ },
    plant: ({ data }) => ({ env: { API_CERTIFICATE_FILE: join(data, 'nowhere.pem') } }),
  },
  {
    ...{ name: 'a certificate of another key', check: 'certificate', says: /does not belong to the private key/ },
    plant: certificate(() => selfSigned().keyPem + selfSigned().certificatePem),
  },
  {
    ...{ name: 'a data key that others may read', check: 'data-key', says: /may read data\.key/ },
    plant: ({ data }) => chmodSync(join(data, 'data.key'), 0o644),
  },
  {
    ...{ name: 'a database that is damaged', check: 'database', says: /does not open/ },
    plant: ({ data }) => writeFileSync(join(data, 'lantern.db'), 'x'.repeat(8_192)),
  },
  {
    ...{ name: 'acts that wait for too long', check: 'filing', says: /wait to be filed/ },
    plant: inDatabase(`update outbox set createdAt = '${at(-16 * 60_000)}' where channel = 'sharepoint'`),
  },
  {
    ...{ name: 'a lane that has stopped', check: 'stopped', says: /1 filings have stopped/ },
    plant: inDatabase(
      `update outbox set state = 'stopped' where id = (select min(id) from outbox where channel = 'sharepoint')`,
    ),
  },
  {
    ...{ name: 'an entry of the journal that was changed', check: 'journal', says: /not as it was written/ },
    plant: inDatabase(`update journal set actor = 'somebody-else' where n = 1`),
  },
  {
    ...{ name: 'an anchor that was deleted', check: 'anchors', says: /missing in SharePoint/ },
    plant: async ({ tenant }) => {
      const { must, list } = await site(tenant.origin);
      const { value } = (await must('GET', `${list('Journal anchors')}/items`)) as { value: { id: string }[] };
      for (const { id } of value) await must('DELETE', `${list('Journal anchors')}/items/${id}`);
    },
  },
  {
    ...{ name: 'a journal that is anchored no more', check: 'anchors', says: /not been anchored for 20 hours/ },
    plant: ({ data }) => {
      inDatabase('update journalMark set anchoredN = 0')({ data } as DoctorScene);
      return { parts: { clock: { now: () => at(20 * 3_600_000 - 20 * 60_000) } } };
    },
  },
  {
    ...{ name: 'no backup', check: 'backup', says: /no backup/ },
    plant: ({ data }) => rmSync(join(data, 'backups'), { recursive: true }),
  },
  {
    ...{ name: 'a backup of the day before yesterday', check: 'backup', says: /2 days old|48 hours|50 hours/ },
    plant: oldBackup(50 * 3_600_000),
  },
  { ...{ name: 'a backup of last month', check: 'backup', says: /30 days old/ }, plant: oldBackup(30 * day) },
  {
    ...{ name: 'a disk that is nearly full', check: 'disk', says: /300 MB are free/ },
    plant: () => ({ parts: { freeFor: () => 300_000_000 } }),
  },
  {
    ...{ name: 'nobody on duty', check: 'duty', says: /Nobody is on duty/ },
    plant: inDatabase(`delete from duty`),
  },
  {
    ...{ name: 'somebody on duty who leads nothing', check: 'duty', says: /not a safeguarding lead/ },
    plant: inDatabase(`update duty set personId = '6b1c7a1e-1111-4111-8111-000000000099'`),
  },
  {
    ...{ name: 'somebody on duty without a telephone', check: 'telephone', says: /no telephone number/ },
    plant: inDatabase(`update duty set phone = 'ask the office'`),
  },
  {
    ...{ name: 'no lead in post', check: 'leads', says: /no safeguarding lead/ },
    plant: inDatabase(`delete from roleGrant where role in ('dsl', 'deputy')`),
  },
  {
    ...{ name: 'no head, who manages concerns about adults', check: 'heads', says: /no head in post/ },
    plant: inDatabase(`delete from roleGrant where role = 'head'`),
  },
  {
    ...{ name: 'a head who has left the school', check: 'heads', says: /no head in post/ },
    plant: inDatabase(`update roleGrant set until = '2026-01-01' where role = 'head'`),
  },
  {
    ...{ name: 'nobody for concerns about the head', check: 'chairs', says: /of a concern about the head/ },
    plant: inDatabase(`delete from roleGrant where role = 'chair-of-governors'`),
  },
  {
    ...{ name: 'a chair of governors who waits to be confirmed', check: 'chairs', says: /of a concern about the head/ },
    plant: inDatabase(`update roleGrant set state = 'to-confirm' where role = 'chair-of-governors'`),
  },
  {
    ...{ name: 'a head who would manage what is about them', check: 'chairs', says: /of a concern about the head/ },
    plant: inDatabase(
      `update roleGrant set personId = (select personId from roleGrant where role = 'head') where role = 'chair-of-governors'`,
    ),
  },
  ...groupFaults,
  ...calendarFaults,
  {
    ...{ name: 'hints of changes that Graph does not give', check: 'subscriptions', says: /hints of changes in 0 of/ },
    plant: () => ({ env: { LANTERN_SUBSCRIPTIONS: 'on' } }),
  },
  {
    ...{ name: 'a public address at which nobody answers', check: 'address', says: /ECONNREFUSED/ },
    plant: () => ({ env: { LANTERN_PUBLIC_ORIGIN: 'http://127.0.0.1:64999' } }),
  },
  {
    ...{ name: 'a public address at which somebody else answers', check: 'address', says: /it answers 404/ },
    plant: ({ tenant }) => ({ env: { LANTERN_PUBLIC_ORIGIN: `${tenant.origin}/elsewhere` } }),
  },
  {
    ...{ name: 'a tab that is not built', check: 'tab', says: /not built/ },
    plant: ({ data }) => ({ parts: { tabFile: join(data, 'nowhere.html') } }),
  },
  {
    ...{ name: 'a Node that is too old', check: 'node', says: /18\.20\.4 is too old/ },
    plant: () => ({ parts: { node: '18.20.4' } }),
  },
];
