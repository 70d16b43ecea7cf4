import { z } from 'zod';
import { GraphUnreachable, type Graph, type GraphAnswer } from '../ports/graph.ts';
import type { SpokenLine, TranscriptEnd, TranscriptFault, Transcripts } from '../ports/transcripts.ts';
import { collect } from './pages.ts';
import { readWebVtt } from './web-vtt.ts';

const joined = z.object({ onlineMeeting: z.object({ joinUrl: z.string().min(1) }).nullish() });
const meetings = z.object({ value: z.array(z.object({ id: z.string().min(1) })) });
const made = z.object({ id: z.string().min(1), createdDateTime: z.string() });

/** Characters of all transcripts of a meeting: a long day has a tenth of it. */
const mostText = 4_000_000;
/** Somebody may stop it and begin again; not more often than this. */
const mostTranscripts = 12;

/** Why it ends there; what is said of it goes by the answer’s status alone. */
class Ended extends Error {
  constructor(readonly why: TranscriptFault) {
    super(why);
  }
}

function whyOf({ status }: GraphAnswer): TranscriptFault {
  if (status === 401 || status === 403) return 'not-allowed';
  if (status === 404 || status === 410) return 'not-there';
  return status < 300 ? 'unreadable' : 'no-answer';
}

/**
 * Teams transcripts over Microsoft Graph. Needs Calendars.ReadWrite as meetings in calendars do, OnlineMeetings.Read.All and
 * OnlineMeetingTranscript.Read.All, and an application access policy in Teams for whoever organises the meetings.
 * https://learn.microsoft.com/graph/api/event-get, onlinemeeting-get, onlinemeeting-list-transcripts, calltranscript-get,
 * https://learn.microsoft.com/graph/cloud-communication-online-meeting-application-access-policy
 * @param graph one that asks again where it only reads
 */
export function createTranscripts(graph: Graph): Transcripts {
  async function ask(path: string): Promise<GraphAnswer> {
    const answer = await graph.call({ method: 'GET', path });
    if (answer.status === 200) return answer;
    throw new Ended(whyOf(answer));
  }
  function readAs<T>(schema: z.ZodType<T>, body: unknown): T {
    const read = schema.safeParse(body);
    if (read.success) return read.data;
    throw new Ended('unreadable');
  }

  /** The online meeting that belongs to an event: Graph knows the one by the other’s way in alone. */
  async function meetingOf(user: string, event: string): Promise<string> {
    const { body } = await ask(`${user}/events/${encodeURIComponent(event)}?$select=onlineMeeting`);
    const url = readAs(joined, body).onlineMeeting?.joinUrl;
    if (url === undefined) throw new Ended('not-there');
    const filter = encodeURIComponent(`JoinWebUrl eq '${url.replaceAll("'", "''")}'`);
    const found = readAs(meetings, (await ask(`${user}/onlineMeetings?$filter=${filter}`)).body).value[0];
    if (!found) throw new Ended('not-there');
    return `${user}/onlineMeetings/${encodeURIComponent(found.id)}`;
  }

  async function linesOf(meeting: string): Promise<readonly SpokenLine[]> {
    const listed = await collect(graph, `${meeting}/transcripts`);
    if (!listed.ok) throw new Ended(whyOf(listed.answer));
    if (listed.values.length > mostTranscripts) throw new Ended('unreadable');
    const all: SpokenLine[] = [];
    let length = 0;
    for (const { id, createdDateTime } of readAs(z.array(made), listed.values)) {
      const path = `${meeting}/transcripts/${encodeURIComponent(id)}/content?$format=text/vtt`;
      const text = readAs(z.string(), (await ask(path)).body);
      length += text.length;
      const cues = length > mostText ? undefined : readWebVtt(text);
      const begins = Date.parse(createdDateTime);
      if (!cues || Number.isNaN(begins)) throw new Ended('unreadable');
      all.push(...cues.map(({ ms, ...said }) => ({ at: new Date(begins + ms).toISOString(), ...said })));
    }
    return all.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  }

  return {
    async of(organiser, event): Promise<TranscriptEnd> {
      try {
        return { ok: true, lines: await linesOf(await meetingOf(`/users/${encodeURIComponent(organiser)}`, event)) };
      } catch (error) {
        if (error instanceof Ended) return { ok: false, why: error.why };
        if (error instanceof GraphUnreachable) return { ok: false, why: 'no-answer' };
        throw error;
      }
    },
  };
}
