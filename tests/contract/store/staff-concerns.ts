import { describe, expect, it } from 'vitest';
import { setupIdentity } from '../../../src/access/actor.ts';
import type { GrantedRole, Identity } from '../../../src/access/types.ts';
import { reportConcern } from '../../../src/areas/concerns/report-concern.ts';
import { triageConcern } from '../../../src/areas/concerns/triage-concern.ts';
import { readConcern } from '../../../src/areas/concerns/views.ts';
import { setUpSchool } from '../../../src/areas/people/set-up-school.ts';
import { addStaffNote } from '../../../src/areas/staff-concerns/add-staff-note.ts';
import { giveStaffConcern } from '../../../src/areas/staff-concerns/give-staff-concern.ts';
import { judgeStaffConcern } from '../../../src/areas/staff-concerns/judge-staff-concern.ts';
import { reportStaffConcern } from '../../../src/areas/staff-concerns/report-staff-concern.ts';
import { saySubject } from '../../../src/areas/staff-concerns/say-subject.ts';
import {
  listColleagues,
  listGivenMatters,
  listOwnStaffReports,
  listStaffConcerns,
  readLado,
  readStaffConcern,
} from '../../../src/areas/staff-concerns/views.ts';
import type { UseCase, View } from '../../../src/perform/types.ts';
import { newForm, people, school, schoolOfTests, tenant } from '../../support/kernel.ts';
import { startScene, type EngineHarness } from './scene.ts';

const { daniel, priya, tom, zoe } = people;
const oid = (n: number) => `6b1c7a1e-1111-4111-8111-0000000000${n}`;
const margaret: Identity = { tenant, person: oid(55), name: 'Margaret Eaves', door: 'tab' };
const alan: Identity = { tenant, person: oid(65), name: 'Alan Fairweather', door: 'tab' };

/** Concerns about adults are managed, kept and shown alike on every engine. */
export function staffConcernsContract(name: string, makeEngine: () => Promise<EngineHarness>): void {
  describe(`${name}: concerns about adults`, () => {
    const scene = startScene(makeEngine);
    async function act<I, S, O>(useCase: UseCase<I, S, O>, who: Identity, input: I): Promise<O> {
      const result = await scene.kernel.perform(useCase, who, input, newForm());
      if (!result.ok) throw new Error(`${useCase.verb}: ${JSON.stringify(result.problem)}`);
      return result.answer;
    }
    async function look<P extends object, R, O>(view: View<P, R, O>, who: Identity, params: P): Promise<O | undefined> {
      const seen = await scene.kernel.read(view, who, params);
      return seen.ok ? seen.answer.answer : undefined;
    }
    const prepare = () => {
      const held = (who: Identity, role: GrantedRole) => ({ personId: who.person, personName: who.name, role });
      return act(setUpSchool, setupIdentity(tenant), {
        ...{ school, duty: schoolOfTests.duty, pupils: [] },
        staff: [{ personId: margaret.person, name: margaret.name, job: 'Head' }],
        roles: [held(margaret, 'head'), held(alan, 'chair-of-governors')],
        agencies: [{ name: 'Kestrel Vale LADO', kind: 'lado', phone: '01632 960777' }],
      });
    };
    const report = (who: Identity, typed: string) =>
      act(reportStaffConcern, who, { about: 'adult', who: typed, words: 'At the gate.', when: 'today' });
    const listed = async (who: Identity) =>
      [await look(listStaffConcerns, who, {}), await look(listGivenMatters, who, {})].flatMap(
        (page) => page?.items.map(({ id }) => id) ?? [],
      );

    it('one is shown with its notes in order and the LADO, to whoever manages it or was given it, and to nobody else', async () => {
      await prepare();
      const { id } = await report(zoe, 'the new one');
      const colleague = (await look(listColleagues, margaret, { id }))?.find((one) => one.name === 'Daniel Osei');
      const reason = 'Seen on camera.';
      await act(saySubject, margaret, { concern: id, rev: 1, colleague: colleague?.id ?? '', reason });
      await act(giveStaffConcern, margaret, { concern: id, rev: 2, person: priya.person, reason: 'Investigates.' });
      await act(judgeStaffConcern, priya, {
        concern: id,
        rev: 3,
        kind: 'low-level',
        lado: 'consulted',
        reason: 'Below.',
      });
      await act(addStaffNote, zoe, { concern: id, words: 'Two lines:\nit happened again.' });
      const shown = await look(readStaffConcern, margaret, { id });
      expect(shown).toMatchObject({
        subject: 'Daniel Osei',
        ladoContact: { phone: '01632 960777' },
        kind: 'low-level',
      });
      expect(shown?.notes.map(({ what, words, lado }) => [what, words, lado])).toEqual([
        ['subject', 'Daniel Osei\nSeen on camera.', undefined],
        ['case-manager', 'Priya Raman\nInvestigates.', undefined],
        ['judged', 'Below.', 'consulted'],
        ['note', 'Two lines:\nit happened again.', undefined],
      ]);
      for (const who of [daniel, tom, alan, zoe]) expect(await listed(who), who.name).toEqual([]);
      expect([await listed(margaret), await listed(priya)]).toEqual([[id], [id]]);
      expect((await look(listOwnStaffReports, zoe, {}))?.items).toMatchObject([{ id, state: 'Being looked into' }]);
      expect(await look(readLado, zoe, {})).toEqual({ lado: { name: 'Kestrel Vale LADO', phone: '01632 960777' } });
    });

    it('a name that may be the head’s goes to the chair of governors', async () => {
      await prepare();
      const { id } = await report(daniel, 'Mrs Eaves');
      expect([await listed(margaret), await listed(alan)]).toEqual([[], [id]]);
    });

    it('the adult whom a judgement names no longer sees the child’s concern', async () => {
      await prepare();
      const said = { who: 'Ellie Marsden', words: 'He shouted at her.', safeNow: 'yes' as const, when: '' };
      const { concern } = await act(reportConcern, daniel, said);
      expect(await look(readConcern, tom, { id: concern })).toBeDefined();
      await act(triageConcern, priya, {
        ...{ concern, rev: 1, outcome: 'staff-concern-register', urgency: 'routine', reason: 'About an adult.' },
        ...{ parents: 'informed', nextStep: 'The head looks into it.' },
        adult: { about: 'adult', who: 'Tom Whitlock', words: 'He shouted.' },
      });
      expect(await look(readConcern, tom, { id: concern })).toBeUndefined();
      expect(await look(readConcern, priya, { id: concern })).toBeDefined();
      expect((await listed(margaret)).length).toBe(1);
    });
  });
}
