import type { AadUserConversationMember, Channel, Team } from '@microsoft/microsoft-graph-types';
import { castMember, demo } from '../cast.ts';
import { groupIds } from '../directory/directory-data.ts';
import { directoryPage } from '../directory/users.ts';
import { ok } from '../graph/answer.ts';
import { pageOf } from '../graph/collection-page.ts';
import { notModelled } from '../graph/graph-fault.ts';
import { onlyOptions } from '../graph/known-options.ts';
import { option, selectFrom } from '../graph/query-option.ts';
import { holdsAny, type TenantCall } from '../graph/tenant-call.ts';
import type { TenantHandler } from '../tenant-route.ts';
import { stableGuid } from '../stable-guid.ts';
import { teamsForbidden, teamsNotFound } from './teams-fault.ts';

/** A team; its members are those of its group. */
interface LocalTeam {
  readonly id: string;
  readonly displayName: string;
  readonly description: string;
  readonly owners: readonly string[];
  readonly channels: readonly (Channel & { id: string })[];
}

const channel = (
  name: string,
  membershipType: 'standard' | 'private',
  description: string,
): Channel & { id: string } => ({
  id: `19:${stableGuid(`channel ${name}`).replaceAll('-', '')}@thread.tacv2`,
  createdDateTime: '2026-09-01T08:00:00Z',
  displayName: name,
  description,
  email: '',
  tenantId: demo.tenantId,
  isArchived: false,
  membershipType,
  webUrl: `https://teams.microsoft.com/l/channel/19%3A${stableGuid(`channel ${name}`).replaceAll('-', '')}%40thread.tacv2/${encodeURIComponent(name)}?groupId=${groupIds.team}&tenantId=${demo.tenantId}`,
});

const teams: readonly LocalTeam[] = [
  {
    id: groupIds.team,
    displayName: 'Harrowmere Safeguarding',
    description: 'Safeguarding leads of Harrowmere Academy',
    owners: [castMember('priya').id],
    channels: [
      channel('General', 'standard', 'Safeguarding leads of Harrowmere Academy'),
      channel('Minutes', 'standard', 'Minutes of safeguarding meetings'),
      channel('Leads only', 'private', 'The lead and the deputies'),
    ],
  },
];

/** @throws GraphFault 404 */
export function teamOf(call: TenantCall): LocalTeam {
  const team = teams.find(({ id }) => id === call.params['team']?.toLowerCase());
  if (!team) throw teamsNotFound(`No team found with Group Id ${call.params['team'] ?? ''}`);
  return team;
}

function channelOf(call: TenantCall): Channel & { id: string } {
  const found = teamOf(call).channels.find(({ id }) => id === call.params['channel']);
  if (!found) throw teamsNotFound('The channel could not be found.');
  return found;
}

/** `GET /teams/{id}`: https://learn.microsoft.com/graph/api/team-get */
export const getTeam: TenantHandler = (call) => {
  onlyOptions(call.query, ['select']);
  const { id, displayName, description, channels } = teamOf(call);
  const team: Team = {
    id,
    createdDateTime: '2026-09-01T08:00:00Z',
    displayName,
    description,
    internalId: channels[0]?.id ?? '',
    classification: null,
    specialization: null,
    visibility: 'private',
    webUrl: `https://teams.microsoft.com/l/team/${encodeURIComponent(channels[0]?.id ?? '')}/conversations?groupId=${id}&tenantId=${demo.tenantId}`,
    isArchived: false,
    tenantId: demo.tenantId,
  };
  const context = { '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#teams/$entity' };
  return ok(selectFrom({ ...context, ...team }, option(call.query, 'select'), 'team'));
};

/** `GET /teams/{id}/channels`: https://learn.microsoft.com/graph/api/channel-list. Of `$filter` only the kind of channel. */
export const getChannels: TenantHandler = (call) => {
  onlyOptions(call.query, ['select', 'filter']);
  const { id, channels } = teamOf(call);
  const filter = option(call.query, 'filter');
  const kind = /^membershipType eq '(standard|private|shared)'$/.exec(filter?.trim() ?? '')?.[1];
  if (filter !== undefined && kind === undefined) throw notModelled(`this filter on channels: ${filter}`);
  const found = channels.filter(({ membershipType }) => kind === undefined || membershipType === kind);
  return ok({
    '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#teams('${id}')/channels`,
    '@odata.count': found.length,
    value: found.map((one) => selectFrom({ ...one }, option(call.query, 'select'), 'channel')),
  });
};

/** `GET /teams/{id}/channels/{id}`: https://learn.microsoft.com/graph/api/channel-get */
export const getChannel: TenantHandler = (call) => {
  onlyOptions(call.query, ['select']);
  const context = `https://graph.microsoft.com/v1.0/$metadata#teams('${teamOf(call).id}')/channels/$entity`;
  const found = { '@odata.context': context, ...channelOf(call) };
  return ok(selectFrom(found, option(call.query, 'select'), 'channel'));
};

/** `GET /teams/{id}/members`: https://learn.microsoft.com/graph/api/team-list-members */
export const getTeamMembers: TenantHandler = (call, { directory }) => {
  onlyOptions(call.query, ['top', 'skiptoken']);
  const { id, owners } = teamOf(call);
  const group = directory.group(id);
  const people = (group ? directory.members(group) : []).flatMap((member) => directory.person(member) ?? []);
  const { items, link } = pageOf(call, people, directoryPage);
  return ok({
    '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#teams('${id}')/members`,
    '@odata.count': items.length,
    ...link,
    value: items.map((person): AadUserConversationMember & { '@odata.type': string } => ({
      '@odata.type': '#microsoft.graph.aadUserConversationMember',
      id: Buffer.from(`${demo.tenantId}##${id}##${person.id}`).toString('base64'),
      roles: owners.includes(person.id) ? ['owner'] : [],
      displayName: person.displayName,
      visibleHistoryStartDateTime: '0001-01-01T00:00:00Z',
      userId: person.id,
      email: person.mail,
      tenantId: demo.tenantId,
    })),
  });
};

/**
 * `POST …/channels/{id}/messages`: https://learn.microsoft.com/graph/api/channel-post-messages. Without a signed-in person only
 * for import during a migration, so never for an application that wants to tell somebody something.
 */
export const postMessage: TenantHandler = (call) => {
  channelOf(call);
  if (holdsAny(call, ['Teamwork.Migrate.All'])) throw notModelled('the import of messages');
  throw teamsForbidden(
    `Missing role permissions on the request. API requires one of 'Teamwork.Migrate.All'. Roles on the request '${call.caller.roles.join(', ')}'.`,
  );
};
