import type { Gate, TenantRoute } from '../tenant-route.ts';
import { sendActivityNotification } from './activity-notification.ts';
import { getTeamApps, getUserApps, installForUser, installInTeam } from './installed-apps.ts';
import { getMessages, getReplies } from './channel-messages.ts';
import { getPresence, getPresences } from './presence.ts';
import { getChannel, getChannels, getTeam, getTeamMembers, postMessage } from './teams.ts';
import { needsTeams } from './teams-fault.ts';

const writeOwnInTeam = ['TeamsAppInstallation.ReadWriteSelfForTeam.All', 'TeamsAppInstallation.ReadWriteForTeam.All'];
const whole = ['Group.Read.All', 'Group.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'];
const settings = needsTeams(
  ['Team.ReadBasic.All', 'TeamSettings.Read.All', 'TeamSettings.ReadWrite.All', ...whole],
  ['TeamSettings.Read.Group', 'TeamSettings.ReadWrite.Group'],
);
const channels = needsTeams(
  ['Channel.ReadBasic.All', 'ChannelSettings.Read.All', 'ChannelSettings.ReadWrite.All', ...whole],
  ['ChannelSettings.Read.Group', 'ChannelSettings.ReadWrite.Group'],
);
const messages = needsTeams(
  ['ChannelMessage.Read.All', 'Group.Read.All', 'Group.ReadWrite.All'],
  ['ChannelMessage.Read.Group'],
);
const members = needsTeams(['TeamMember.Read.All', 'TeamMember.ReadWrite.All', ...whole], ['TeamMember.Read.Group']);
const apps = needsTeams(
  ['TeamsAppInstallation.ReadForTeam.All', ...writeOwnInTeam, ...whole],
  ['TeamsAppInstallation.Read.Group'],
);
const writeOwn = ['TeamsAppInstallation.ReadWriteSelfForUser.All', 'TeamsAppInstallation.ReadWriteForUser.All'];
const presence = needsTeams(['Presence.Read.All', 'Presence.ReadWrite.All']);

/** Refused by its handler, whatever the application holds. */
const anybody: Gate = () => undefined;

/** Teams, presence, the activity feed and installed apps, and the application permissions that each call asks for. */
export const teamsRoutes: readonly TenantRoute[] = [
  ['get', '/users/:user/presence', presence, getPresence],
  ['post', '/communications/getPresencesByUserId', presence, getPresences],
  [
    'post',
    '/users/:user/teamwork/sendActivityNotification',
    needsTeams(['TeamsActivity.Send'], ['TeamsActivity.Send.User']),
    sendActivityNotification,
  ],
  [
    'get',
    '/users/:user/teamwork/installedApps',
    needsTeams(['TeamsAppInstallation.ReadForUser.All', ...writeOwn]),
    getUserApps,
  ],
  ['post', '/users/:user/teamwork/installedApps', needsTeams(writeOwn), installForUser],
  ['get', '/teams/:team', settings, getTeam],
  ['get', '/teams/:team/channels', channels, getChannels],
  ['get', '/teams/:team/channels/:channel', channels, getChannel],
  ['get', '/teams/:team/members', members, getTeamMembers],
  ['get', '/teams/:team/installedApps', apps, getTeamApps],
  ['post', '/teams/:team/installedApps', needsTeams(writeOwnInTeam), installInTeam],
  ['get', '/teams/:team/channels/:channel/messages', messages, getMessages],
  ['get', '/teams/:team/channels/:channel/messages/:message/replies', messages, getReplies],
  ['post', '/teams/:team/channels/:channel/messages', anybody, postMessage],
];
