import { describe, expect, it } from 'vitest';
import { setupIdentity } from '../../../src/access/actor.ts';
import { listConcernsOfChild } from '../../../src/areas/concerns/list-concerns-of-child.ts';
import { listRelatedConcerns } from '../../../src/areas/concerns/list-related-concerns.ts';
import { reportConcern } from '../../../src/areas/concerns/report-concern.ts';
import { addAgency } from '../../../src/areas/people/add-agency.ts';
import { correctAgency } from '../../../src/areas/people/correct-agency.ts';
import { listAgencies } from '../../../src/areas/people/list-agencies.ts';
import { listFamily } from '../../../src/areas/people/list-family.ts';
import { listSameChild } from '../../../src/areas/people/list-same-child.ts';
import { mergeChildren } from '../../../src/areas/people/merge-children.ts';
import { readChild } from '../../../src/areas/people/read-child.ts';
import { setUpSchool } from '../../../src/areas/people/set-up-school.ts';
import { rollOfSchool, type RollEntry } from '../../../src/areas/people/queries.ts';
import { kernelOn, newForm, people, school, tenant } from '../../support/kernel.ts';
import type { EngineHarness } from './scene.ts';

const { daniel, priya } = people;
const child = (givenName: string) => ({ givenName, familyName: 'Hale', yearGroup: 'Year 8', formGroup: '8B' });

/** A child's page and the agencies say the same on every engine. */
export function familyContract(name: string, makeEngine: () => Promise<EngineHarness>): void {
  describe(`${name}: a child’s page and the agencies`, () => {
    it('hold contacts, brothers and sisters, concerns, and who is worked with', async () => {
      const engine = await makeEngine();
      const opened = await engine.open();
      const kernel = await kernelOn(opened.store);
      const parent = { contact: { givenName: 'Claire', familyName: 'Hale', phone: '01632 960310' } };
      const of = [0, 1].map((pupil) => ({ pupil, relationship: 'parent' as const }));
      const made = {
        ...{ school, staff: [], roles: [], pupils: [child('Rowan'), child('Juno')], contacts: [{ ...parent, of }] },
        duty: { personId: priya.person, personName: priya.name, phone: '01632 960114' },
      };
      expect(await kernel.perform(setUpSchool, setupIdentity(tenant), made, newForm())).toMatchObject({ ok: true });
      const form = { who: 'Rowan Hale', words: 'No coat.', safeNow: 'yes', when: 'just now' };
      const reported = await kernel.perform(reportConcern, daniel, form, newForm());
      if (!reported.ok) throw new Error(reported.problem.code);
      const roll = (await kernel.store.rows(tenant, rollOfSchool, { school })) as readonly RollEntry[];
      const id = roll.find(({ givenName }) => givenName === 'Rowan')?.id ?? '';
      const answerOf = <O>(seen: { ok: true; answer: { answer: O } } | { ok: false }) => seen.ok && seen.answer.answer;
      expect(answerOf(await kernel.read(readChild, priya, { id }))).toMatchObject({
        contacts: [{ name: 'Claire Hale', relationship: 'parent', phone: '01632 960310' }],
      });
      expect(answerOf(await kernel.read(listFamily, priya, { id }))).toMatchObject({
        children: [{ name: 'Juno Hale', shares: ['Claire Hale'] }],
        elsewhere: [],
      });
      expect(answerOf(await kernel.read(listConcernsOfChild, priya, { id }))).toMatchObject({
        about: [{ id: reported.answer.concern }],
        named: [],
      });
      const juno = roll.find(({ givenName }) => givenName === 'Juno')?.id ?? '';
      const said = { child: id, rev: 1, other: juno, otherRev: 1, reason: 'One child, entered twice.' };
      const aboutJuno = await kernel.perform(reportConcern, daniel, { ...form, who: 'Juno Hale' }, newForm());
      expect(await kernel.perform(mergeChildren, priya, said, newForm())).toMatchObject({ ok: true });
      const together = answerOf(await kernel.read(listConcernsOfChild, priya, { id }));
      expect(together && together.about).toHaveLength(2);
      const related = answerOf(await kernel.read(listRelatedConcerns, priya, { id: reported.answer.concern }));
      expect(related && related.items.map((item) => item.id)).toEqual([aboutJuno.ok && aboutJuno.answer.concern]);
      expect(answerOf(await kernel.read(listSameChild, priya, { id }))).toMatchObject({ merged: [{ id: juno }] });
      expect(answerOf(await kernel.read(listFamily, priya, { id }))).toEqual({ children: [], elsewhere: [] });
      expect(await kernel.store.rows(tenant, rollOfSchool, { school })).toHaveLength(roll.length - 1);
      const camhs = { kind: 'camhs', name: 'Vale CAMHS', phone: '01632 960704' };
      const added = await kernel.perform(addAgency, priya, { ...camhs, school }, newForm());
      if (!added.ok) throw new Error(added.problem.code);
      const { agency } = added.answer;
      const now = { kind: 'camhs', name: 'Vale CAMHS', email: 'camhs@vale.example', agency, rev: 1 };
      expect(await kernel.perform(correctAgency, priya, now, newForm())).toMatchObject({ ok: true });
      const listed = answerOf(await kernel.read(listAgencies, priya, {}));
      expect(listed).toMatchObject({ items: [{ name: 'Vale CAMHS', email: 'camhs@vale.example', rev: 2 }] });
      expect(listed && listed.items[0]).not.toHaveProperty('phone');
      await opened.close();
      await engine.end();
    });
  });
}
