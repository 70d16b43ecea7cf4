import { holdMeeting } from '../../src/areas/meetings/minutes/hold-meeting.ts';
import { refreshAgenda } from '../../src/areas/meetings/refresh-agenda.ts';
import type { Identity } from '../../src/access/types.ts';
import { createBudget } from '../../src/graph/budget.ts';
import { createGraph } from '../../src/graph/client.ts';
import type { GraphCall } from '../../src/graph/one-call.ts';
import { retryReads } from '../../src/graph/retry-reads.ts';
import { createTranscripts } from '../../src/graph/transcripts.ts';
import { createLookAtTranscript } from '../../src/jobs/look-at-transcript.ts';
import { demo } from '../../src/local/cast.ts';
import { localTransport } from '../../src/local/transport.ts';
import { systemClock } from '../../src/system/system-clock.ts';
import { calendarScene } from './calendar-scene.ts';
import { people } from './kernel.ts';

/** What a registration holds that may read transcripts. */
export const mayTranscribe = ['Calendars.ReadWrite', 'OnlineMeetings.Read.All', 'OnlineMeetingTranscript.Read.All'];
export const spoken = `WEBVTT

a1b2/12-0
00:00:04.120 --> 00:00:09.400
<v Priya Raman>Ellie first. How has the week been?</v>

a1b2/14-0
00:01:10.000 --> 00:01:16.080
<v Zoe Lund>She was in on four days &amp; late on two.</v>
`;

/** A meeting that stands in Priya's calendar as one in Teams, was held, and left a transcript. */
export async function transcriptScene() {
  const cal = await calendarScene();
  const { scene, tenant } = cal;

  /** Held at two o'clock; its minutes are open. */
  async function held(over: Parameters<typeof cal.call>[0] = {}): Promise<string> {
    const id = await cal.call(over);
    await cal.keeper().turn();
    await scene.act(refreshAgenda, people.priya, { meeting: id });
    cal.at.now = '2026-12-14T14:30:00.000Z';
    const said = await scene.act(holdMeeting, people.priya, {
      ...{ meeting: id, rev: (await cal.row(id)).rev, attendance: [] },
    });
    if (said !== 'done') throw new Error(said);
    return id;
  }
  const tell = (path: string, body: object) =>
    fetch(`${tenant.origin}${path}`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    });
  /** Teams wrote something down of it. */
  async function transcribe(id: string, text = spoken, over: object = {}): Promise<void> {
    const { eventId, calledById } = await cal.row(id);
    const said = await tell('/local/transcripts', {
      ...{
        user: calledById,
        event: eventId,
        startedAt: '2026-12-14T14:03:00.000Z',
        endedAt: '2026-12-14T14:55:00.000Z',
      },
      ...{ text, ...over },
    });
    if (!said.ok) throw new Error(`the transcript was not taken: ${said.status}`);
  }
  const policy = (who: Identity, granted: boolean) => tell('/local/meeting-policies', { user: who.person, granted });

  const heard: GraphCall[] = [];
  function door(roles: readonly string[] = mayTranscribe) {
    const token = async () => tenant.core.graphToken(demo.apiAppId, roles);
    const budget = createBudget({ licences: 100_000, clock: systemClock });
    const transport = localTransport(tenant.origin);
    const graph = createGraph({ token, budget, transport, userAgent: 'tests', onCall: (call) => heard.push(call) });
    const patient = retryReads(graph, { clock: systemClock, sleep: async () => undefined });
    return createLookAtTranscript({ transcripts: createTranscripts(patient), read: scene.read });
  }
  return { ...cal, held, tell, transcribe, policy, door, heard };
}
