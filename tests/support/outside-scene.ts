import type { callMeeting } from '../../src/areas/meetings/call-meeting.ts';
import type { SentOutside } from '../../src/areas/meetings/contract.ts';
import { listMinutesLinks } from '../../src/areas/meetings/outside/list-minutes-links.ts';
import { listPeopleOfMeeting } from '../../src/areas/meetings/views.ts';
import { createMinutesOutside } from '../../src/jobs/minutes-outside.ts';
import { newForm, people, tenant } from './kernel.ts';
import { needToKnowScene } from './need-to-know-scene.ts';
import { publishedMeeting } from './published-meeting.ts';
import { recordedLog } from './recorded-log.ts';

const { priya } = people;
type Asked = Parameters<typeof callMeeting.decide>[1];

export const dana = { as: 'professional', name: 'Dana Whitlock', agency: 'Children’s social care' } as const;
export const aunt = { as: 'family', name: 'Ruth Marsden' } as const;
/** What is decided names a child of the school whom the meeting is not about. */
export const decision = 'Ellie Marsden sees the nurse. Leo Tarrant does not come with her.';

/** Final minutes of a meeting to which somebody of another agency was asked, and what sends them outside. */
export async function outsideScene({ leastMs = 0, publish = true, agree = true, over = {} as Partial<Asked> } = {}) {
  let now = '2026-12-10T09:30:00.000Z';
  const scene = await needToKnowScene({ now: () => now });
  const { log, lines } = recordedLog();
  const meeting = await publishedMeeting(scene, { decision, publish, agree, over: { guests: [dana, aunt], ...over } });
  const asked = (await scene.look(listPeopleOfMeeting, priya, { id: meeting })) ?? [];
  const invitationOf = (name: string) => asked.find((one) => one.name === name)?.id ?? '';
  const parts = { tenant, origin: 'https://lantern.example', ...scene, log, leastMs };
  const { desk, door } = createMinutesOutside(parts);
  return {
    ...{ ...scene, desk, door, meeting, lines, parts, invitationOf },
    forward: (seconds: number) => void (now = new Date(Date.parse(now) + seconds * 1_000).toISOString()),
    send: (who = priya, name: string = dana.name, form = newForm()) =>
      desk.send(who, meeting, { form, invitation: invitationOf(name) }),
    async sent(): Promise<SentOutside & { secret: string }> {
      const done = await desk.send(priya, meeting, { form: newForm(), invitation: invitationOf(dana.name) });
      if (!done.ok) throw new Error(JSON.stringify(done.problem));
      return { ...done.answer, secret: done.answer.address.split('/').at(-1) ?? '' };
    },
    links: async () => (await scene.look(listMinutesLinks, priya, { id: meeting }))?.items ?? [],
    journal: () =>
      [...scene.journalEntries(tenant)]
        .filter(({ act }) => act.endsWith('-outside') || act === 'revoke-minutes-link')
        .map(({ act, actor, verb, outcome, fields }) => ({ act, actor, verb, outcome, fields })),
  };
}
export type OutsideScene = Awaited<ReturnType<typeof outsideScene>>;
/** Another code than the right one. */
export const wrong = (code: string): string => (code === '00000000' ? '00000001' : '00000000');
