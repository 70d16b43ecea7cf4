import { describe, expect, it } from 'vitest';
import { setupIdentity } from '../../../src/access/actor.ts';
import type { Identity } from '../../../src/access/types.ts';
import { addProcedure } from '../../../src/areas/briefings/add-procedure.ts';
import { chaseBriefing } from '../../../src/areas/briefings/chase-briefing.ts';
import { confirmRead } from '../../../src/areas/briefings/confirm-read.ts';
import { listProcedures } from '../../../src/areas/briefings/list-procedures.ts';
import { sendBriefing } from '../../../src/areas/briefings/send-briefing.ts';
import {
  listBriefings,
  listBriefingsToRead,
  listReceipts,
  readOwnBriefing,
} from '../../../src/areas/briefings/views.ts';
import { withdrawBriefing } from '../../../src/areas/briefings/withdraw-briefing.ts';
import { setUpSchool } from '../../../src/areas/people/set-up-school.ts';
import { schoolDay } from '../../../src/records/school-day.ts';
import { newForm, people, school, schoolOfTests, tenant } from '../../support/kernel.ts';
import { startScene, type EngineHarness } from './scene.ts';

const { daniel, priya, tom, zoe } = people;
const today = schoolDay(new Date().toISOString());

/** How far a briefing came with whom: worked out of records and of the store's own tables. Runs on every engine. */
export function briefingsContract(name: string, makeEngine: () => Promise<EngineHarness>): void {
  describe(`briefings, on ${name}`, () => {
    const scene = startScene(makeEngine);
    const asked = {
      ...{ school, heading: 'The gate', words: 'It is shut at nine.', readBy: today },
      ...{ audience: 'everybody' as const, roles: [], people: [] },
    };
    const chatWith = ({ person }: Identity) =>
      scene.operational.references.save({
        ...{ tenant, person, conversationId: `a:${person}`, serviceUrl: 'https://smba.trafficmanager.net/uk/' },
        ...{ botId: '28:bot', teamsUserId: '29:person' },
      });
    async function send(): Promise<string> {
      const sent = await scene.kernel.perform(sendBriefing, priya, asked, newForm());
      if (!sent.ok) throw new Error(sent.problem.code);
      return sent.answer.briefing;
    }
    async function states(id: string) {
      const seen = await scene.kernel.read(listReceipts, priya, { id });
      return Object.fromEntries(seen.ok ? seen.answer.answer.map((one) => [one.name, one.state]) : []);
    }
    const listed = async () => {
      const seen = await scene.kernel.read(listBriefings, priya, {});
      return seen.ok ? seen.answer.answer.items : [];
    };

    it('say who was reached, who opened, who read, and who has no chat', async () => {
      for (const who of [daniel, tom, zoe]) await chatWith(who);
      const id = await send();
      expect(await states(id)).toMatchObject({ [daniel.name]: 'on-its-way', [people.kayleigh.name]: 'unreachable' });
      const [first, second, third] = await scene.operational.messageQueue.claim(10, 60);
      if (!first || !second || !third) throw new Error('three messages wait');
      await scene.operational.messageQueue.confirm(first, 'a-1');
      await scene.operational.messageQueue.postpone(second, 300, 'blocked', 'free');
      const named = (personId: string) =>
        [daniel, tom, zoe].find(({ person }) => person === personId)?.name ?? personId;
      expect(await states(id)).toMatchObject({
        [named(first.payload.to)]: 'delivered',
        [named(second.payload.to)]: 'unreachable',
        [named(third.payload.to)]: 'on-its-way',
      });
      const own = await scene.kernel.read(readOwnBriefing, people.kayleigh, { id });
      expect(await states(id)).toMatchObject({ [people.kayleigh.name]: 'opened' });
      const receipt = own.ok ? own.answer.answer.receipt : '';
      const read = await scene.kernel.perform(confirmRead, people.kayleigh, { briefing: id, receipt }, newForm());
      expect(read.ok).toBe(true);
      expect(await listed()).toMatchObject([{ asked: 4, read: 1, unreachable: 1 }]);
      const mine = await scene.kernel.read(listBriefingsToRead, people.kayleigh, {});
      expect(mine.ok && mine.answer.answer.map(({ readAt }) => readAt !== undefined)).toEqual([true]);
      const chased = await scene.kernel.perform(chaseBriefing, priya, { briefing: id, rev: 1 }, newForm());
      expect(chased).toMatchObject({ ok: false, problem: { code: 'already-done' } });
      const back = { briefing: id, rev: 1, reason: 'Another day.' };
      expect((await scene.kernel.perform(withdrawBriefing, tom, back, newForm())).ok).toBe(true);
      const left = await scene.operational.messageQueue.claim(10, 60);
      expect(left.map(({ payload }) => payload.kind)).toContain('refresh');
    });

    it('go to three hundred in one act', async () => {
      const staff = Array.from({ length: 300 }, (_, i) => ({
        personId: `6b1c7a1e-2222-4222-8222-${String(i).padStart(12, '0')}`,
        name: `Colleague ${String(i)}`,
      }));
      const more = { school, staff, roles: [], duty: schoolOfTests.duty, pupils: [] };
      expect((await scene.kernel.perform(setUpSchool, setupIdentity(tenant), more, newForm())).ok).toBe(true);
      const id = await send();
      expect(Object.keys(await states(id))).toHaveLength(304);
      expect(await listed()).toMatchObject([{ asked: 304, read: 0, unreachable: 304 }]);
    });

    it('the local procedures stand in their order', async () => {
      const one = (heading: string, kind: 'number' | 'form' | 'escalation') => ({
        ...{ school, heading, kind, partnership: 'Westmarch', words: 'As agreed.', reviewOn: today, inHelp: false },
      });
      for (const given of [
        one('Referral', 'form'),
        one('Dissent', 'escalation'),
        one('Night', 'number'),
        one('Day', 'number'),
      ])
        expect((await scene.kernel.perform(addProcedure, priya, given, newForm())).ok).toBe(true);
      const seen = await scene.kernel.read(listProcedures, daniel, {});
      const headings = seen.ok ? seen.answer.answer.items.map(({ heading }) => heading) : [];
      expect(headings).toEqual(['Day', 'Night', 'Dissent', 'Referral']);
    });
  });
}
