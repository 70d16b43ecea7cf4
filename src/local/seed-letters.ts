import type { Identity } from '../access/types.ts';
import { keepTemplate } from '../areas/letters/keep-template.ts';
import { mergeLetterOfMeeting } from '../areas/letters/merge-letter.ts';
import { sendLetterOfMeeting } from '../areas/letters/send-letter.ts';
import { listChildrenOfMeeting, listMeetingsToCome, listPeopleOfMeeting } from '../areas/meetings/views.ts';
import type { PerformParts } from '../perform/perform.ts';
import type { Result } from '../perform/problem.ts';
import { createRead } from '../perform/read.ts';
import type { UseCase, View } from '../perform/types.ts';
import { demo, schools } from './cast.ts';
import { schoolMoment } from './clock/school-moment.ts';
import { performAt } from './perform-at.ts';
import { seedForm } from './seed-form.ts';

/** A letter of the demonstration, as its template is filled in, to somebody who was asked to a meeting. */
interface ToldLetter {
  readonly at: string;
  readonly by: string;
  /** When the meeting begins, as the clock at the school shows it. */
  readonly meeting: string;
  readonly to: string;
  readonly child: string;
  readonly template: string;
  readonly how: 'post' | 'email';
  /** `YYYY-MM-DD`. */
  readonly reportDueOn?: string;
}

const family = '2026-12-14T14:00';
const told: readonly ToldLetter[] = [
  {
    ...{ at: '2026-12-08T12:05', by: 'priya', meeting: family, to: 'Caroline Finch', child: 'Nell Finch' },
    ...({ template: 'standard-invite-family', how: 'post' } as const),
  },
  {
    ...{ at: '2026-12-08T12:20', by: 'priya', meeting: family, to: 'Ama Boateng', child: 'Orla Finch' },
    ...({ template: 'standard-report-request', how: 'email', reportDueOn: '2026-12-11' } as const),
  },
];

const thanks = {
  at: '2026-11-30T10:15',
  by: 'sheila',
  values: {
    ...({ heading: 'Thanks after a meeting', purpose: 'thanks', addressee: 'family' } as const),
    subject: 'Thank you for coming to {{school.name}}',
    words:
      'Dear {{addressee.name}}\n\nThank you for coming on {{meeting.day}}. What was agreed about {{child.name}} is on its way to you on paper. If anything changes at home before we meet again, ring us on {{school.telephone}}.\n\nYours sincerely\n\n{{sender.name}}\n{{sender.role}}',
  },
} as const;

/**
 * Letters that were written before the demonstration begins, and a template of the school’s own.
 * @param identityOf whom a key of the cast means
 */
export function letterSteps(
  parts: PerformParts,
  identityOf: (who: string) => Identity,
): readonly { readonly at: string; run(): Promise<void> }[] {
  const act = async <I, S, O>(at: string, who: string, useCase: UseCase<I, S, O>, input: I): Promise<O> =>
    must(await performAt(parts, at)(useCase, identityOf(who), input, seedForm(`letter-${at}`)));
  return [
    {
      at: thanks.at,
      run: async () => {
        await act(thanks.at, thanks.by, keepTemplate, { school: demo.school.id, ...thanks.values });
      },
    },
    ...told.map((one) => ({ at: one.at, run: () => write(parts, identityOf(one.by), one) })),
  ];
}

async function write(parts: PerformParts, who: Identity, letter: ToldLetter): Promise<void> {
  const { at, meeting: from, to, child: about, template, how, reportDueOn } = letter;
  const read = createRead({ ...parts, clock: { now: () => schoolMoment(at) } });
  const look = async <P extends object, R, O>(view: View<P, R, O>, params: P): Promise<O> =>
    must(await read(view, who, params)).answer;
  const { items } = await look(listMeetingsToCome, {});
  const id = items.find(({ startsAt }) => startsAt === schoolMoment(from))?.id ?? '';
  const invitation = (await look(listPeopleOfMeeting, { id })).find(({ name }) => name === to)?.id ?? '';
  const child = (await look(listChildrenOfMeeting, { id })).find(({ name }) => name === about)?.childId ?? '';
  const due = { ...(reportDueOn !== undefined && { reportDueOn }) };
  const asked = { id, invitation, template, child, ...due };
  const { subject, words } = await look(mergeLetterOfMeeting(schools), asked);
  const said = { meeting: id, invitation, template, child, subject, words, how, sentOn: at.slice(0, 10), ...due };
  must(await performAt(parts, at)(sendLetterOfMeeting, who, said, seedForm(`letter-${at}`)));
}

function must<O>(result: Result<O>): O {
  if (result.ok) return result.answer;
  throw new Error(`the demonstration’s letters could not be made: ${JSON.stringify(result.problem)}`);
}
