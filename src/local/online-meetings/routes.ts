import { ok } from '../graph/answer.ts';
import { badRequest, GraphFault, notModelled } from '../graph/graph-fault.ts';
import { onlyOptions } from '../graph/known-options.ts';
import { option } from '../graph/query-option.ts';
import { holdsAny, type TenantCall } from '../graph/tenant-call.ts';
import type { StoredEvent } from '../outlook/event-store.ts';
import type { Gate, TenantHandler, TenantRoute } from '../tenant-route.ts';
import type { Workloads } from '../workloads.ts';
import type { StoredTranscript } from './transcript-store.ts';

const notThere = () => new GraphFault(404, 'NotFound', 'The requested meeting or artifact was not found.');

/** Teams' own gate: a permission, and a policy that lets the application reach what this person organises. */
const needsTeams =
  (...sets: readonly string[]): Gate =>
  (call, { directory, transcripts }) => {
    if (!holdsAny(call, sets))
      throw new GraphFault(403, 'Forbidden', 'Application does not have permission to perform this operation.');
    const person = directory.person(call.params['user'] ?? '');
    if (!person) throw new GraphFault(404, 'NotFound', 'The requested user was not found.');
    if (!transcripts.isGranted(person.id))
      throw new GraphFault(
        403,
        'Forbidden',
        `Application is not allowed to perform operations on the user '${person.id}'.`,
      );
  };

const organiserOf = (call: TenantCall, { directory }: Workloads) =>
  directory.person(call.params['user'] ?? '')?.id ?? '';
/** As long and as meaningless as Teams' own; the same for the same meeting. */
const meetingId = ({ mailbox, uid }: StoredEvent) =>
  `MSo${Buffer.from(`1*${mailbox}*0**19:meeting_${uid.slice(-32)}@thread.v2`).toString('base64url')}`;

const organised = (user: string, { events }: Workloads) =>
  events.ofMailbox(user).filter(({ isOrganizer, joinUrl }) => isOrganizer && joinUrl !== null);

function meetingOf(call: TenantCall, tenant: Workloads): StoredEvent {
  const event = organised(organiserOf(call, tenant), tenant).find((one) => meetingId(one) === call.params['meeting']);
  if (!event || tenant.transcripts.ofMeeting(event.uid).some(({ expired }) => expired)) throw notThere();
  return event;
}

const metadata = (path: string) => `https://graph.microsoft.com/v1.0/$metadata#${path}`;
const iso = (ms: number) => new Date(ms).toISOString();

/** `GET /users/{id}/onlineMeetings?$filter=JoinWebUrl eq '…'`: https://learn.microsoft.com/graph/api/onlinemeeting-get */
const findMeeting: TenantHandler = (call, tenant) => {
  onlyOptions(call.query, ['filter']);
  const filter = option(call.query, 'filter');
  if (filter === undefined)
    throw badRequest("Filter expression expected - /onlineMeetings?$filter=JoinWebUrl eq '{joinWebUrl}'.");
  const [property = '', operator = '', ...rest] = filter.split(' ');
  if (property.toLowerCase() !== 'joinweburl' || operator !== 'eq') throw notModelled('this filter of online meetings');
  const quoted = rest.join(' ');
  if (!quoted.startsWith("'") || !quoted.endsWith("'")) throw badRequest('Invalid filter clause.');
  const url = quoted.slice(1, -1).replaceAll("''", "'");
  const user = organiserOf(call, tenant);
  const found = organised(user, tenant).filter(({ joinUrl }) => joinUrl === url);
  const value = found.map((event) => ({
    id: meetingId(event),
    creationDateTime: event.createdAt,
    startDateTime: iso(event.start),
    endDateTime: iso(event.end),
    joinWebUrl: event.joinUrl,
    subject: event.asked.subject,
    participants: { organizer: { upn: event.organizer.address, role: 'presenter', identity: { user: { id: user } } } },
  }));
  return ok({ '@odata.context': metadata(`users('${user}')/onlineMeetings`), value });
};

const presented = (call: TenantCall, { id, startedAt, endedAt }: StoredTranscript) => ({
  id,
  meetingId: call.params['meeting'],
  createdDateTime: startedAt,
  endDateTime: endedAt,
  transcriptContentUrl: `https://graph.microsoft.com/v1.0/users/${call.params['user']}/onlineMeetings/${call.params['meeting']}/transcripts/${id}/content`,
  meetingOrganizer: { application: null, device: null, user: { id: call.params['user'], displayName: null } },
});

/** https://learn.microsoft.com/graph/api/onlinemeeting-list-transcripts */
const listTranscripts: TenantHandler = (call, tenant) => {
  onlyOptions(call.query, []);
  const value = tenant.transcripts.ofMeeting(meetingOf(call, tenant).uid).map((one) => presented(call, one));
  const of = `users('${call.params['user']}')/onlineMeetings('${call.params['meeting']}')/transcripts`;
  return ok({ '@odata.context': metadata(of), '@odata.count': value.length, value });
};

function transcriptOf(call: TenantCall, tenant: Workloads): StoredTranscript {
  const all = tenant.transcripts.ofMeeting(meetingOf(call, tenant).uid);
  const found = all.find(({ id }) => id === call.params['transcript']);
  if (!found) throw notThere();
  return found;
}

/** https://learn.microsoft.com/graph/api/calltranscript-get */
const getTranscript: TenantHandler = (call, tenant) => {
  onlyOptions(call.query, []);
  return ok(presented(call, transcriptOf(call, tenant)));
};

/** The same, with `/content`: a stream. */
const getContent: TenantHandler = (call, tenant) => {
  onlyOptions(call.query, ['format']);
  const format = option(call.query, 'format') ?? 'text/vtt';
  if (format !== 'text/vtt') throw notModelled(`transcripts as ${format}`);
  const { text } = transcriptOf(call, tenant);
  return { status: 200, content: { type: 'text/vtt', bytes: Buffer.from(text) } };
};

const meetings = needsTeams('OnlineMeetings.Read.All', 'OnlineMeetings.ReadWrite.All');
const transcripts = needsTeams('OnlineMeetingTranscript.Read.All');
const ofMeeting = '/users/:user/onlineMeetings/:meeting/transcripts';

/** Online meetings of calendar events and their transcripts, and the application permissions that each call asks for. */
export const onlineMeetingRoutes: readonly TenantRoute[] = [
  ['get', '/users/:user/onlineMeetings', meetings, findMeeting],
  ['get', ofMeeting, transcripts, listTranscripts],
  ['get', `${ofMeeting}/:transcript`, transcripts, getTranscript],
  ['get', `${ofMeeting}/:transcript/content`, transcripts, getContent],
];
