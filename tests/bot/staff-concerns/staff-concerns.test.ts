import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Identity } from '../../../src/access/types.ts';
import { createBot, type Bot } from '../../../bot/bot.ts';
import type { BotReply } from '../../../bot/framework/events.ts';
import { createSeals } from '../../../bot/seal.ts';
import { setupIdentity } from '../../../src/access/actor.ts';
import { listConcerns } from '../../../src/areas/concerns/views.ts';
import { setUpSchool } from '../../../src/areas/people/set-up-school.ts';
import { listStaffConcerns } from '../../../src/areas/staff-concerns/views.ts';
import type { Card } from '../../../src/ports/card.ts';
import { newForm, people, school, schoolOfTests, startKernel, tenant, type Kernel } from '../../support/kernel.ts';
import { recordedLog } from '../../support/recorded-log.ts';

const margaret: Identity = {
  tenant,
  person: '6b1c7a1e-1111-4111-8111-000000000005',
  name: 'Margaret Eaves',
  door: 'chat',
};
const words = 'He shouted at a child until she cried.';
const filled = { about: 'adult', who: 'Daniel Osei', words, when: 'just now' };

let kernel: Kernel;
let bot: Bot;
let lines: ReturnType<typeof recordedLog>['lines'];
beforeEach(async () => {
  kernel = await startKernel();
  const recorded = recordedLog();
  lines = recorded.lines;
  const { perform, read, ids, clock } = kernel;
  const seals = createSeals(() => Buffer.alloc(32, 7), ids, clock);
  const linkTo = (id: string) => `https://lantern.example/${id}`;
  bot = createBot({ perform, read, seals, ids, clock, log: recorded.log, linkTo });
  const made = {
    ...{ school, duty: schoolOfTests.duty, pupils: [], staff: [] },
    roles: [{ personId: margaret.person, personName: margaret.name, role: 'head' as const }],
    agencies: [{ name: 'Kestrel Vale LADO', kind: 'lado' as const, phone: '01632 960777' }],
  };
  expect(await perform(setUpSchool, setupIdentity(tenant), made, newForm())).toMatchObject({ ok: true });
});
afterEach(() => kernel.close());

const says = (actor: Identity, text: string) => bot.handle({ kind: 'message', actor, conversation: 'personal', text });
const presses = (actor: Identity, verb: string, data: object, cardActivityId = 'card-1') =>
  bot.handle({ kind: 'action', actor, conversation: 'personal', verb, data, cardActivityId });
function cardOf(reply: BotReply): Card {
  if (reply.kind !== 'card') throw new Error(`no card: ${JSON.stringify(reply)}`);
  return reply.card;
}
function dataOf(card: Card, verb: string): object {
  const sets = card.body.flatMap((element) => (element.type === 'ActionSet' ? element.actions : []));
  const button = [...(card.actions ?? []), ...sets].find((action) => 'verb' in action && action.verb === verb);
  if (!button || !('data' in button)) throw new Error(`no button ${verb}`);
  return button.data;
}
const staffForm = async (actor: Identity, typed = 'report') =>
  cardOf(await presses(actor, 'open-staff-report', dataOf(cardOf(await says(actor, typed)), 'open-staff-report')));
const send = async (actor: Identity, over: object = {}) =>
  presses(actor, 'report-staff-concern', {
    ...dataOf(await staffForm(actor), 'report-staff-concern'),
    ...filled,
    ...over,
  });
async function managed() {
  const page = await kernel.read(listStaffConcerns, margaret, {});
  return page.ok ? page.answer.answer.items : [];
}

describe('the first choice of every report', () => {
  it('is whom it is about: an adult has a form of its own, which says who reads it and whom to call', async () => {
    const form = await staffForm(people.zoe);
    const text = JSON.stringify(form);
    expect(text).toContain('This goes to the head alone.');
    expect(text).toContain('01632 960777');
    expect(text).not.toContain('Priya Raman');
    expect(form.body.filter((element) => 'label' in element).map(({ id }) => id)).toEqual([
      ...['about', 'who', 'words', 'when'],
    ]);
  });

  it('takes along what was typed to the bot, and leads back to the form about a child', async () => {
    const form = await staffForm(people.zoe, words);
    expect(form.body.find(({ id }) => id === 'words')).toMatchObject({ value: words });
    const back = await presses(people.zoe, 'open-report', dataOf(form, 'open-report'));
    expect(JSON.stringify(back)).toContain('Which child?');
  });
});

describe('a report about an adult', () => {
  it('becomes a receipt without a name or a word of it, and is nothing that a lead could see', async () => {
    const receipt = JSON.stringify(await send(people.zoe));
    expect(receipt).toContain('received and safe');
    expect(receipt).not.toMatch(/Daniel|Osei|shouted/);
    expect(await managed()).toMatchObject([{ subject: 'Daniel Osei', reporterName: 'Zoe Lund' }]);
    const ofLead = await kernel.read(listConcerns, people.priya, {});
    expect(ofLead.ok && ofLead.answer.answer.items).toEqual([]);
  });

  it('counts from a form that is not ours, once', async () => {
    for (let i = 0; i < 2; i++) await presses(people.zoe, 'report-staff-concern', filled, 'card-7');
    expect(await managed()).toHaveLength(1);
    expect(lines.filter(({ event }) => event === 'card.not-ours')).toHaveLength(2);
  });

  it('about the head shows the LADO’s number and that nobody was told where no chair is named', async () => {
    const receipt = JSON.stringify(await send(people.zoe, { about: 'head' }));
    expect(receipt).toContain('01632 960777');
    expect(receipt).toContain('nobody was told');
    expect(await managed()).toEqual([]);
  });

  it('calls the head with a reference alone; nobody else has a card of it, and none whom it is about', async () => {
    await send(people.zoe);
    const [matter] = await managed();
    const rendered = (who: Identity) => bot.render('staff-concern-reported', who, matter?.id ?? '');
    const card = JSON.stringify(await rendered(margaret));
    expect(card).toContain('A matter needs you');
    expect(card).toContain(`https://lantern.example/m-${matter?.id}`);
    expect(card).not.toMatch(/Daniel|Osei|Zoe|shouted|adult|staff/i);
    for (const who of [people.priya, people.tom, people.daniel, people.zoe])
      expect(await rendered(who)).toBeUndefined();
  });

  it('stands among one’s own reports with its reference', async () => {
    await send(people.zoe);
    const [matter] = await managed();
    // References are shown letter for letter, so their hyphens are escaped.
    const shown = JSON.stringify(await says(people.zoe, 'my reports')).replaceAll('\\', '');
    expect(shown).toContain(matter?.ref);
    expect(shown).not.toMatch(/Daniel|Osei|shouted/);
  });
});
