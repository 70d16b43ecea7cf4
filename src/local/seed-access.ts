import type { Identity } from '../access/types.ts';
import { breakGlass } from '../areas/need-to-know/break-glass.ts';
import { declareOwnConflict } from '../areas/need-to-know/declare-conflict.ts';
import { giveCase } from '../areas/need-to-know/give-case.ts';
import { seeBreakGlass } from '../areas/need-to-know/see-break-glass.ts';
import { listNeedToKnow, lookUpChildByName } from '../areas/need-to-know/views.ts';
import type { PerformParts } from '../perform/perform.ts';
import type { Result } from '../perform/problem.ts';
import { createRead } from '../perform/read.ts';
import type { UseCase, View } from '../perform/types.ts';
import { schoolMoment } from './clock/school-moment.ts';
import { performAt } from './perform-at.ts';
import { seedForm } from './seed-form.ts';

const school = 'harrowmere';

/** A moment at the schools and what was done then. */
export interface AccessStep {
  readonly at: string;
  run(): Promise<void>;
}

/**
 * Who was given a single case, opened a file, or is kept from a child, before the demonstration begins.
 * @param concernOf id of what was reported under a key
 */
export function accessSteps(
  parts: PerformParts,
  identityOf: (who: string) => Identity,
  concernOf: (key: string) => string,
): readonly AccessStep[] {
  const as = (who: string, at: string) => ({
    act: async <I, S, O>(useCase: UseCase<I, S, O>, input: I) =>
      must(await performAt(parts, at)(useCase, identityOf(who), input, seedForm(`access-${at}`))),
    look: async <P extends object, R, O>(view: View<P, R, O>, params: P): Promise<O> =>
      must(await createRead({ ...parts, clock: { now: () => schoolMoment(at) } })(view, identityOf(who), params))
        .answer,
  });
  const step = (who: string, at: string, what: (by: ReturnType<typeof as>) => Promise<unknown>): AccessStep => ({
    at,
    run: async () => void (await what(as(who, at))),
  });
  const childOf = async ({ look }: ReturnType<typeof as>, words: string) =>
    (await look(lookUpChildByName, { words })).items.find((child) => child.school === school)?.id ?? '';
  return [
    step('kayleigh', '2026-09-14T08:32', async (by) => {
      // Looked up by somebody else: a start that goes on where it was cut off must find the child whom Kayleigh no longer sees.
      const child = await childOf(as('margaret', '2026-09-14T08:32'), 'Ruby Kestle');
      await by.act(declareOwnConflict, { child, school, conflict: 'related', reason: 'Ruby is my sister’s daughter.' });
    }),
    step('margaret', '2026-11-19T16:41', async (by) => {
      const reason =
        'A police officer is at reception about Connor’s brother and asks what we know. Priya is at the hospital and Tom does not answer.';
      await by.act(breakGlass, { child: await childOf(by, 'Connor Blythe'), school, reason, confirmed: true });
    }),
    step('priya', '2026-11-20T08:12', async (by) => {
      const { items } = await by.look(listNeedToKnow, {});
      const opened = items.find(({ kind, maySee }) => kind === 'break-glass' && maySee);
      if (opened) await by.act(seeBreakGlass, { access: opened.id, rev: opened.rev });
    }),
    step('tom', '2026-12-08T09:24', (by) =>
      by.act(giveCase, {
        concern: concernOf('report-3'),
        person: identityOf('ines').person,
        reason: 'Alex talks to Ines and asked that it stays with her.',
        task: 'See Alex on Friday and write down how the evenings were.',
        until: '2026-12-18',
      }),
    ),
  ];
}

function must<O>(result: Result<O>): O {
  if (result.ok) return result.answer;
  throw new Error(`the demonstration could not be made: ${result.problem.code}`);
}
