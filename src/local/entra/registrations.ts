import { demo } from '../cast.ts';

/** An application as it is registered in the tenant, with the Graph application permissions an administrator consented to. */
export interface Registration {
  readonly appId: string;
  readonly name: string;
  readonly graphRoles: readonly string[];
}

/** Lantern's three identities. The permissions for roster, groups, calendars and transcripts are a school's choice, and this one made it. The bot's needs nothing of Graph; only provisioning may make lists. */
const registrations: readonly Registration[] = [
  {
    appId: demo.apiAppId,
    name: 'Lantern',
    graphRoles: [
      ...['Sites.Selected', 'EduRoster.Read.All', 'GroupMember.Read.All', 'Calendars.ReadWrite'],
      ...['OnlineMeetings.Read.All', 'OnlineMeetingTranscript.Read.All'],
    ],
  },
  { appId: demo.botAppId, name: 'Lantern bot', graphRoles: [] },
  { appId: demo.provisionAppId, name: 'Lantern provisioning', graphRoles: ['Sites.Manage.All'] },
];

/** The application with this id, however its letters are cased; undefined when the tenant has none. */
export function findRegistration(appId: string): Registration | undefined {
  return registrations.find((registration) => registration.appId === appId.toLowerCase());
}
