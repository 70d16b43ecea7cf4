/** What Lantern may be granted in Microsoft Graph, and by which of its app registrations it is held. */
export interface PermissionRow {
  readonly feature: string;
  readonly of: 'API' | 'bot' | 'provisioning';
  /** Application permission of Microsoft Graph; absent where a registration needs none. */
  readonly permission?: string;
  /** `needed`: Lantern is no use without it. `choice`: the tenant’s. `once`: taken away again when the lists are made. */
  readonly wanted: 'needed' | 'choice' | 'once';
  readonly narrowed: string;
  readonly without: string;
}

/** The only permissions there are: the doctor holds the tokens against it, and env/permissions.md shows it. */
export const permissionTable: readonly PermissionRow[] = [
  {
    ...{ feature: 'Records in SharePoint', of: 'API', permission: 'Sites.Selected', wanted: 'needed' },
    narrowed: 'Reaches no site by itself: the role `write` is granted on each school’s two sites, and nothing wider',
    without: 'Nothing is filed. Concerns are taken, kept safe in Lantern’s own database, and alerted',
  },
  {
    ...{ feature: 'Roster from School Data Sync', of: 'API', permission: 'EduRoster.Read.All', wanted: 'choice' },
    narrowed: 'Reads only; Microsoft knows no narrower one',
    without: 'The roster comes from the school’s files',
  },
  {
    ...{ feature: 'Roles from Entra groups', of: 'API', permission: 'GroupMember.Read.All', wanted: 'choice' },
    narrowed: 'Reads who is in a group, not who they are; only the groups of `LANTERN_ROLE_GROUPS` are asked for',
    without: 'Roles are given and ended in Lantern, by the head and the leads',
  },
  {
    ...{ feature: 'Meetings in calendars', of: 'API', permission: 'Calendars.ReadWrite', wanted: 'choice' },
    narrowed:
      'Not in Entra, where it would reach every mailbox: Exchange’s RBAC for Applications grants it for a group of those who call meetings and are asked to them. `LANTERN_CALENDAR` switches it on. Free and busy of staff are read by it, too',
    without:
      'Nothing stands in calendars. Whoever is asked to a meeting is told in chat and answers there; guests are told by whoever called it',
  },
  {
    ...{ feature: 'Posts in doubt', of: 'API', permission: 'ChannelMessage.Read.Group', wanted: 'choice' },
    narrowed:
      'Resource-specific, in the app’s manifest: whoever adds the app to a team grants it for that team alone. `LANTERN_CHANNEL_READING` switches it on; a channel is read only while it is not known whether a post of Lantern’s lies there',
    without: 'Whoever posted it looks into the channel and says whether the post is there',
  },
  {
    ...{ feature: 'Finding meetings in Teams', of: 'API', permission: 'OnlineMeetings.Read.All', wanted: 'choice' },
    narrowed:
      'By an application access policy in Teams, granted to those who call meetings: without one Teams lets Lantern reach nobody’s. `LANTERN_TRANSCRIPTS` switches it on',
    without: 'No transcript is found. Minutes are written by hand',
  },
  {
    ...{
      feature: 'Transcripts of meetings',
      of: 'API',
      permission: 'OnlineMeetingTranscript.Read.All',
      wanted: 'choice',
    },
    narrowed: 'By the same policy. Read when somebody looks who writes the minutes; nothing of it is kept',
    without: 'No transcript is shown. Minutes are written by hand',
  },
  {
    ...{ feature: 'Making lists and columns', of: 'provisioning', permission: 'Sites.Manage.All', wanted: 'once' },
    narrowed: 'A registration of its own, used by `npm run provision`; take the consent away afterwards',
    without: 'Lists that are there go on; a new version’s columns wait, and what needs them with them',
  },
  {
    ...{ feature: 'Chat', of: 'bot', wanted: 'needed' },
    narrowed: 'The bot holds no permission in Graph: Teams brings it its messages',
    without: 'Nothing changes',
  },
];
