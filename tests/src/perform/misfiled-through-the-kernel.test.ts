import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Identity } from '../../../src/access/types.ts';
import { createAction } from '../../../src/areas/actions/create-action.ts';
import { listActionsOfConcern, listOpenActions, listOwnActions } from '../../../src/areas/actions/views.ts';
import { addAddendum } from '../../../src/areas/concerns/add-addendum.ts';
import { addPerson } from '../../../src/areas/concerns/add-person.ts';
import { listPersons } from '../../../src/areas/concerns/list-persons.ts';
import { markMisfiled } from '../../../src/areas/concerns/mark-misfiled.ts';
import { listMisfiled, readMisfiled } from '../../../src/areas/concerns/misfiled-views.ts';
import { readHistory } from '../../../src/areas/concerns/read-history.ts';
import { reportConcern } from '../../../src/areas/concerns/report-concern.ts';
import { resolveChild } from '../../../src/areas/concerns/resolve-child.ts';
import { listRouted, readRouted } from '../../../src/areas/concerns/routed-views.ts';
import { triageConcern } from '../../../src/areas/concerns/triage-concern.ts';
import {
  countConcerns,
  listCandidates,
  listConcerns,
  listOwnReports,
  readAlert,
  readConcern,
  readReceipt,
  searchConcerns,
} from '../../../src/areas/concerns/views.ts';
import type { UseCase, View } from '../../../src/perform/types.ts';
import { newForm, people, school, startKernel, type Kernel } from '../../support/kernel.ts';

const { daniel, priya, tom, kayleigh, zoe } = people;
let kernel: Kernel;
let minute = 10;
beforeEach(async () => {
  minute = 10;
  kernel = await startKernel({ now: () => `2026-12-10T08:${minute}:00.000Z` });
});
afterEach(() => kernel.close());

const act = <I, S, O>(useCase: UseCase<I, S, O>, who: Identity, input: object) =>
  kernel.perform(useCase, who, input, newForm());
async function done<I, S, O>(useCase: UseCase<I, S, O>, who: Identity, input: object): Promise<O> {
  const result = await act(useCase, who, input);
  if (!result.ok) throw new Error(`${useCase.verb}: ${JSON.stringify(result.problem)}`);
  return result.answer;
}
const look = async <P extends object, R, O>(view: View<P, R, O>, who: Identity, params: object = {}) => {
  const seen = await kernel.read(view, who, params);
  return seen.ok ? seen.answer.answer : undefined;
};
const words = 'Mia said \u201cplease do not tell Mum\u201d.';
const reason = 'Mia of 9D was off ill that day.';

/** A report about one of two girls of a name, settled on the wrong one. */
async function misfiledEntry() {
  const form = { who: 'Mia Hughes', words, safeNow: 'not-sure', when: 'yesterday' };
  const { concern } = await done(reportConcern, daniel, form);
  const offered = await look(listCandidates, priya, { id: concern });
  const [right, wrong] = ['9A', '9D'].map((of) => offered?.items.find(({ formGroup }) => formGroup === of)?.id ?? '');
  await done(resolveChild, priya, { concern, rev: 1, child: wrong });
  return { concern, right: right ?? '', wrong: wrong ?? '' };
}
const misfile = (concern: string, over: object, who = priya) =>
  act(markMisfiled, who, { concern, rev: 2, school, reason, ...over });

describe('an entry under the wrong child', () => {
  it('goes on under the right one, by its reporter, at its time, unjudged and taken; each names the other', async () => {
    const { concern, right } = await misfiledEntry();
    await done(addAddendum, daniel, { concern, words: 'Her bag was gone as well.' });
    const entry = await misfile(concern, { child: right });
    if (!entry.ok) throw new Error(JSON.stringify(entry.problem));
    const now = await look(readConcern, priya, { id: entry.answer.concern });
    const before = await look(readMisfiled, priya, { id: concern });
    expect(entry.answer.ref).not.toBe(before?.ref);
    expect(now).toMatchObject({
      ...{ ref: entry.answer.ref, correctsRef: before?.ref, child: 'Mia Hughes', childState: 'resolved', words },
      ...{ reporterName: daniel.name, reportedAt: before?.reportedAt, takenByName: priya.name },
      ...{ status: 'acknowledged', urgency: 'urgent-today', addenda: [{ words: 'Her bag was gone as well.' }] },
    });
    expect(now?.triageOutcome).toBeUndefined();
    expect(before).toMatchObject({ words, reason, continuedAsRef: entry.answer.ref, misfiledByName: priya.name });
    expect(before?.addenda).toHaveLength(1);
    // Why it was wrong may name the other child: the new entry's history does not say it.
    const history = await look(readHistory, tom, { id: entry.answer.concern });
    expect(history?.items).toMatchObject([{ what: 're-entered', by: priya.name }]);
    expect(JSON.stringify([now, history])).not.toContain('9D');
    minute += 5;
    await done(addAddendum, daniel, { concern: entry.answer.concern, words: 'And her coat.' });
    const added = await look(readConcern, priya, { id: entry.answer.concern });
    expect(added?.addenda.map((one) => one.words)).toEqual(['Her bag was gone as well.', 'And her coat.']);
  });

  it('is hidden at once from every list, search, count, card and act, and stands in the register of the lead', async () => {
    const { concern, right } = await misfiledEntry();
    const counted = await look(countConcerns, tom);
    expect((await misfile(concern, { child: right })).ok).toBe(true);
    for (const who of [priya, tom]) {
      expect(await look(readConcern, who, { id: concern })).toBeUndefined();
      expect(await look(readAlert, who, { id: concern })).toBeUndefined();
      expect(await look(listCandidates, who, { id: concern })).toBeUndefined();
      expect((await look(listConcerns, who, { show: 'all' }))?.items.map(({ id }) => id)).not.toContain(concern);
      expect((await look(searchConcerns, who, { words: 'Mia' }))?.items.map(({ id }) => id)).not.toContain(concern);
      expect(await act(addAddendum, who, { concern, words: 'More.' })).toMatchObject({
        problem: { code: 'not-found' },
      });
    }
    expect((await look(countConcerns, tom))?.open).toBe(counted?.open);
    expect((await look(listMisfiled, priya))?.items.map(({ id }) => id)).toEqual([concern]);
    for (const who of [tom, daniel, kayleigh, zoe]) {
      expect(await look(listMisfiled, who)).toBeUndefined();
      expect(await look(readMisfiled, who, { id: concern })).toBeUndefined();
    }
  });

  it('tells its reporter where it goes on, and nothing else', async () => {
    const { concern, right } = await misfiledEntry();
    const entry = await misfile(concern, { child: right });
    const ref = entry.ok ? entry.answer.ref : '';
    expect(await look(readReceipt, daniel, { id: concern })).toMatchObject({ state: `Goes on as ${ref}` });
    const mine = await look(listOwnReports, daniel);
    expect(mine?.items.map(({ state }) => state).sort()).toEqual([`Goes on as ${ref}`, `With ${priya.name}`].sort());
    expect(await act(addAddendum, daniel, { concern, words: 'More.' })).toMatchObject({
      problem: { code: 'not-found' },
    });
  });

  it('takes its lines to teams and its actions out of sight with it: nobody acts upon the wrong child', async () => {
    const { concern, right } = await misfiledEntry();
    const judged = { urgency: 'routine', reason: 'Seen.', parents: 'informed', levelOfNeed: '2-additional' };
    const line = 'Please sit with Mia at lunch.';
    await done(triageConcern, priya, { concern, rev: 2, outcome: 'route-pastoral', line, ...judged });
    const order = {
      what: 'Ring Mia\u2019s mother.',
      whatOutside: 'See Priya.',
      owner: kayleigh.person,
      priority: 'today',
    };
    await done(createAction, priya, { concern, ...order });
    const lines = (await look(listRouted, kayleigh))?.items ?? [];
    expect(lines).toHaveLength(1);
    expect((await look(listOwnActions, kayleigh))?.items).toHaveLength(1);
    expect((await misfile(concern, { child: right, rev: 3 })).ok).toBe(true);
    expect((await look(listRouted, kayleigh))?.items).toEqual([]);
    expect(await look(readRouted, kayleigh, { id: lines[0]?.id })).toBeUndefined();
    expect((await look(listOwnActions, kayleigh))?.items).toEqual([]);
    expect(JSON.stringify(await look(listOpenActions, priya))).not.toContain('mother');
    expect(JSON.stringify(await look(listActionsOfConcern, tom, { id: concern }))).not.toContain('mother');
  });

  it('keeps whoever else is in it, but for the child it turns out to be about', async () => {
    const { concern, right } = await misfiledEntry();
    const witness = { role: 'other-adult', name: 'Jakub O\u2019Brien' };
    await done(addPerson, priya, { concern, ...witness });
    await done(addPerson, priya, { concern, role: 'harmed', pupil: right });
    const entry = await misfile(concern, { child: right, rev: 4 });
    const id = entry.ok ? entry.answer.concern : '';
    expect((await look(listPersons, priya, { id }))?.items).toMatchObject([witness]);
    expect((await look(searchConcerns, tom, { words: 'Jakub' }))?.items.map((one) => one.id)).toEqual([id]);
    expect((await look(readMisfiled, priya, { id: concern }))?.others).toContain(witness.name);
    expect(await look(listPersons, priya, { id: concern })).toBeUndefined();
  });

  it('may be about a child who is not settled yet, whom one then settles as always', async () => {
    const { concern } = await misfiledEntry();
    const entry = await misfile(concern, { who: 'Mya Hewes' });
    const id = entry.ok ? entry.answer.concern : '';
    expect(await look(readConcern, priya, { id })).toMatchObject({ child: 'Mya Hewes', childState: 'unresolved' });
  });

  it('is settled at once where the written name fits one child, who is not the one it stood under', async () => {
    const { concern, right } = await misfiledEntry();
    expect(await misfile(concern, { who: 'Mia Hughes 9D' })).toMatchObject({ problem: { code: 'invalid-input' } });
    const entry = await misfile(concern, { who: 'Hughes, Mia 9A' });
    const id = entry.ok ? entry.answer.concern : '';
    expect(await look(readConcern, priya, { id })).toMatchObject({ childState: 'resolved', childId: right });
  });

  it('is put right by leads only, once, and only onto another child of the school', async () => {
    const { concern, right, wrong } = await misfiledEntry();
    for (const who of [daniel, kayleigh, zoe])
      expect(await misfile(concern, { child: right }, who)).toMatchObject({ problem: { code: 'not-found' } });
    for (const over of [{}, { child: wrong }, { child: 'nobody' }, { child: right, who: 'Mia' }])
      expect(await misfile(concern, over)).toMatchObject({ problem: { code: 'invalid-input' } });
    expect(await misfile(concern, { child: right, school: 'another' })).toMatchObject({
      problem: { code: 'not-found' },
    });
    expect(await misfile(concern, { child: right, rev: 1 })).toMatchObject({ problem: { code: 'changed-meanwhile' } });
    expect((await misfile(concern, { child: right }, tom)).ok).toBe(true);
    expect(await misfile(concern, { child: right, rev: 3 })).toMatchObject({ problem: { code: 'not-found' } });
  });

  it('files the new entry in a lane of its own, behind which whatever is done with it stands', async () => {
    const { concern, right } = await misfiledEntry();
    const entry = await misfile(concern, { child: right });
    const id = entry.ok ? entry.answer.concern : '';
    const rows = kernel.database.sqlite
      .prepare<[], { lane: string; payload: string }>(`select lane, payload from outbox where channel = 'sharepoint'`)
      .all();
    const lanesOf = (record: string) =>
      rows.filter(({ payload }) => (JSON.parse(payload) as { id: string }).id === record).map(({ lane }) => lane);
    expect(lanesOf(id)).toEqual([id]);
    expect(new Set(lanesOf(concern))).toEqual(new Set([concern]));
  });
});
