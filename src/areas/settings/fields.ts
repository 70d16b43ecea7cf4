/** Parts of a Lantern that are looked at, in the order in which they are shown. */
export const healthPart = {
  machine: 'This machine',
  data: 'What Lantern keeps',
  tenant: 'Microsoft 365',
  sharepoint: 'SharePoint',
  schools: 'Schools',
} as const;

interface Check {
  readonly part: keyof typeof healthPart;
  readonly label: string;
}

/** Everything that the doctor looks at: a closed list. */
export const healthCheck = {
  address: { part: 'machine', label: 'Public address' },
  node: { part: 'machine', label: 'Node' },
  disk: { part: 'machine', label: 'Disk' },
  tab: { part: 'machine', label: 'Tab' },
  certificate: { part: 'machine', label: 'Certificates' },
  'data-key': { part: 'data', label: 'Data key' },
  database: { part: 'data', label: 'Database' },
  'database-settings': { part: 'data', label: 'Database settings' },
  backup: { part: 'data', label: 'Backup' },
  filing: { part: 'data', label: 'Filing' },
  stopped: { part: 'data', label: 'Stopped filings' },
  journal: { part: 'data', label: 'Journal' },
  anchors: { part: 'data', label: 'Anchors of the journal' },
  'api-sign-in': { part: 'tenant', label: 'Sign-in of the API' },
  'bot-sign-in': { part: 'tenant', label: 'Sign-in of the bot' },
  permissions: { part: 'tenant', label: 'Permissions' },
  clock: { part: 'tenant', label: 'Clock' },
  subscriptions: { part: 'tenant', label: 'Hints of changes' },
  'role-groups': { part: 'tenant', label: 'Roles from groups' },
  calendars: { part: 'tenant', label: 'Meetings in calendars' },
  site: { part: 'sharepoint', label: 'Site' },
  grant: { part: 'sharepoint', label: 'Grant on the site' },
  lists: { part: 'sharepoint', label: 'Lists' },
  library: { part: 'sharepoint', label: 'Library of files' },
  columns: { part: 'sharepoint', label: 'Columns' },
  kinds: { part: 'sharepoint', label: 'Kinds of columns' },
  indexes: { part: 'sharepoint', label: 'Indexes' },
  uniqueness: { part: 'sharepoint', label: 'Unique columns' },
  width: { part: 'sharepoint', label: 'Room in columns' },
  choices: { part: 'sharepoint', label: 'Choices' },
  view: { part: 'sharepoint', label: 'Default view' },
  'time-zone': { part: 'sharepoint', label: 'Time zone of the site' },
  'by-hand': { part: 'sharepoint', label: 'Set by hand' },
  leads: { part: 'schools', label: 'Safeguarding leads' },
  duty: { part: 'schools', label: 'On duty' },
  telephone: { part: 'schools', label: 'Telephone' },
  heads: { part: 'schools', label: 'Concerns about adults' },
  chairs: { part: 'schools', label: 'Concerns about heads' },
} as const satisfies Readonly<Record<string, Check>>;

/** How a check ended, with the word that is shown for it. */
export const healthState = {
  fault: 'Fault',
  warning: 'Warning',
  unseen: 'Cannot be seen',
  ok: 'In order',
} as const;
