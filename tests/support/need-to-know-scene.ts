import { setupIdentity } from '../../src/access/actor.ts';
import type { Identity } from '../../src/access/types.ts';
import { reportConcern } from '../../src/areas/concerns/report-concern.ts';
import { declareConflict } from '../../src/areas/need-to-know/declare-conflict.ts';
import { setUpSchool } from '../../src/areas/people/set-up-school.ts';
import type { UseCase, View } from '../../src/perform/types.ts';
import { newForm, people, school, schoolOfTests, startKernel, tenant, type KernelOptions } from './kernel.ts';

/** The head of the school of the tests. */
export const margaret: Identity = {
  tenant,
  person: '6b1c7a1e-1111-4111-8111-000000000005',
  name: 'Margaret Eaves',
  door: 'tab',
};

/** The school of the tests with a head and two more children, and short words for what is done there. */
export async function needToKnowScene(options: KernelOptions = {}) {
  const kernel = await startKernel(options);
  const staff = [{ personId: margaret.person, name: margaret.name }];
  const roles = [{ personId: margaret.person, personName: margaret.name, role: 'head' as const }];
  const placed = { familyName: 'Tarrant', yearGroup: 'Year 7', formGroup: '7B' };
  const pupils = [
    { givenName: 'Leo', ...placed },
    { givenName: 'Nell', ...placed },
  ];
  const made = await kernel.perform(
    setUpSchool,
    setupIdentity(tenant),
    { school, staff, roles, duty: schoolOfTests.duty, pupils },
    newForm(),
  );
  if (!made.ok) throw new Error(made.problem.code);
  const children = kernel.database.sqlite
    .prepare<[], { id: string; givenName: string; familyName: string }>('select id, givenName, familyName from pupil')
    .all();

  async function act<I, S, O>(useCase: UseCase<I, S, O>, who: Identity, input: I): Promise<string> {
    const result = await kernel.perform(useCase, who, input, newForm());
    return result.ok ? 'done' : (result.problem.fields?.[0]?.name ?? result.problem.code);
  }
  async function look<P extends object, R, O>(view: View<P, R, O>, who: Identity, params: P): Promise<O | undefined> {
    const seen = await kernel.read(view, who, params);
    return seen.ok ? seen.answer.answer : undefined;
  }
  return {
    ...kernel,
    act,
    look,
    child: (name: string) => children.find((one) => `${one.givenName} ${one.familyName}` === name)?.id ?? '',
    async report(who = 'Ellie Marsden', by: Identity = people.daniel): Promise<string> {
      const typed = { who, words: 'She had no coat.', safeNow: 'not-sure' as const, when: 'just now' };
      const result = await kernel.perform(reportConcern, by, typed, newForm());
      if (!result.ok) throw new Error(result.problem.code);
      return result.answer.concern;
    },
    keep: (who: Identity, from: string, by: Identity = who) =>
      act(declareConflict, by, {
        ...{ school, person: who.person, child: from, conflict: 'own-child' },
        reason: 'Her own daughter.',
      }),
    /** Who was sent what, about what, in order. */
    sent: () =>
      kernel.database.sqlite
        .prepare<[], { payload: string }>("select payload from outbox where channel = 'message' order by id")
        .all()
        .map(({ payload }) => JSON.parse(payload) as { kind: string; to: string; about: string }),
  };
}
export type NeedToKnowScene = Awaited<ReturnType<typeof needToKnowScene>>;
