import * as Y from 'yjs';
import { callMeeting } from '../../src/areas/meetings/call-meeting.ts';
import { minutesDraft } from '../../src/areas/meetings/contract.ts';
import { agreeMinutes } from '../../src/areas/meetings/minutes/agree-minutes.ts';
import { holdMeeting } from '../../src/areas/meetings/minutes/hold-meeting.ts';
import { publishMinutes } from '../../src/areas/meetings/minutes/publish-minutes.ts';
import { writeMinutes } from '../../src/areas/meetings/minutes/write-minutes.ts';
import { meeting as meetingType } from '../../src/areas/meetings/record.ts';
import { refreshAgenda } from '../../src/areas/meetings/refresh-agenda.ts';
import { listAgenda } from '../../src/areas/meetings/views.ts';
import { newForm, people, school, tenant } from './kernel.ts';
import type { NeedToKnowScene } from './need-to-know-scene.ts';

type Asked = Parameters<typeof callMeeting.decide>[1];

const { daniel, priya, zoe } = people;

/** A meeting about Ellie and her concern, chaired by Priya and minuted by Zoe, with one decision that gives Daniel something to do. */
export async function publishedMeeting(
  scene: NeedToKnowScene,
  {
    decision = 'Ring her mother @Daniel by 2026-12-18',
    publish = true,
    agree = true,
    over = {} as Partial<Asked>,
  } = {},
): Promise<string> {
  const asked: Asked = {
    ...{ school, kind: 'taf', startsAt: '2026-12-10T09:00:00.000Z', endsAt: '2026-12-10T10:00:00.000Z' },
    ...{ chair: priya.person, minuteTaker: zoe.person, staff: [daniel.person], guests: [] },
    ...{ children: [scene.child('Ellie Marsden')], ...over },
  };
  await scene.report();
  const called = await scene.perform(callMeeting, priya, asked, newForm());
  if (!called.ok) throw new Error(JSON.stringify(called.problem));
  const id = called.answer.meeting;
  const rev = async () => (await scene.store.record(tenant, meetingType, id))?.rev ?? 0;
  const must = async (done: Promise<string>) => {
    const said = await done;
    if (said !== 'done') throw new Error(said);
  };
  await must(scene.act(refreshAgenda, priya, { meeting: id }));
  await must(scene.act(holdMeeting, priya, { meeting: id, rev: await rev(), attendance: [] }));
  const points = (await scene.look(listAgenda, priya, { id })) ?? [];
  const point = points.find(({ concern }) => concern !== undefined) ?? points[0];
  const document = new Y.Doc();
  document.getText(minutesDraft.textOf(point?.id ?? '', 'decision')).insert(0, decision);
  const bytes = Buffer.from(Y.encodeStateAsUpdate(document)).toString('base64');
  await must(scene.act(writeMinutes, priya, { meeting: id, update: bytes }));
  if (agree) await must(scene.act(agreeMinutes, priya, { meeting: id, rev: await rev() }));
  if (agree && publish) await must(scene.act(publishMinutes, priya, { meeting: id, rev: await rev() }));
  return id;
}
