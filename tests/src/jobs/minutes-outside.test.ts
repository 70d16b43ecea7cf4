import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outsideIdentity } from '../../../src/access/actor.ts';
import { addMinuteAddendum } from '../../../src/areas/meetings/minutes/add-minute-addendum.ts';
import { giveMinutesOutside } from '../../../src/areas/meetings/outside/give-minutes-outside.ts';
import { openMinutesOutside } from '../../../src/areas/meetings/outside/open-minutes-outside.ts';
import { revokeMinutesLink } from '../../../src/areas/meetings/outside/revoke-minutes-link.ts';
import { createMinutesOutside } from '../../../src/jobs/minutes-outside.ts';
import { createPerform } from '../../../src/perform/perform.ts';
import { newForm, people, tenant } from '../../support/kernel.ts';
import { aunt, dana, outsideScene, wrong, type OutsideScene } from '../../support/outside-scene.ts';
import { readPdf } from '../../support/read-papers.ts';

const { daniel, priya, tom, zoe } = people;
let scene: OutsideScene;
beforeEach(async () => {
  scene = await outsideScene();
});
afterEach(() => scene.close());

const open = async (secret: string, code: string) => (await scene.door.open(secret, code)) !== undefined;
const codeOf = (result: Awaited<ReturnType<OutsideScene['send']>>) =>
  result.ok ? 'done' : (result.problem.fields?.[0]?.name ?? result.problem.code);

/** Every row of every table, as text. */
function everything(): string {
  const { sqlite } = scene.database;
  const tables = sqlite.prepare<[], { name: string }>("select name from sqlite_master where type = 'table'").all();
  return JSON.stringify(tables.map(({ name }) => sqlite.prepare(`select * from "${name}"`).all()));
}

describe('a lead sends minutes outside', () => {
  it('and is told an address and a code, of which nothing is kept', async () => {
    const { address, code, secret, link } = await scene.sent();
    expect(address).toMatch(/^https:\/\/lantern\.example\/outside\/[0-9a-f]{32}$/);
    expect(code).toMatch(/^\d{8}$/);
    const kept = everything();
    expect(kept).toContain(link);
    expect(kept).not.toContain(secret);
    expect(kept).not.toContain(code);
    expect(scene.journal()).toMatchObject([
      { act: 'send-minutes-outside', actor: priya.person, verb: 'transfer', outcome: 'done' },
    ]);
  });

  it('and the same form a second time makes no second link, and says no second code', async () => {
    const form = newForm();
    expect(codeOf(await scene.send(priya, dana.name, form))).toBe('done');
    expect(codeOf(await scene.send(priya, dana.name, form))).toBe('already-done');
    expect(await scene.links()).toHaveLength(1);
  });

  it('to professionals only, and to nobody who was not asked', async () => {
    expect(codeOf(await scene.send(priya, aunt.name))).toBe('invitation');
    expect(codeOf(await scene.send(priya, daniel.name))).toBe('invitation');
    expect(codeOf(await scene.send(priya, 'Nobody'))).toBe('not-found');
    expect(await scene.links()).toEqual([]);
  });

  it.each([zoe, tom, daniel])('and nobody else does: %o', async (who) => {
    const lead = who === tom;
    expect(codeOf(await scene.send(who))).toBe(lead ? 'done' : 'not-found');
  });

  it('but not one who is kept from a child of the meeting', async () => {
    await scene.keep(priya, scene.child('Ellie Marsden'));
    expect(codeOf(await scene.send())).toBe('not-found');
  });

  it('and proves anew that it is them, where the settings ask for it', async () => {
    const perform = createPerform({ ...scene.parts, stepUp: 'c1' });
    const { desk } = createMinutesOutside({ ...scene.parts, perform });
    const body = () => ({ form: newForm(), invitation: scene.invitationOf(dana.name) });
    expect(codeOf(await desk.send(priya, scene.meeting, body()))).toBe('step-up');
    expect(codeOf(await desk.send({ ...priya, contexts: ['c1'] }, scene.meeting, body()))).toBe('done');
  });

  it('once they are agreed, and not before', async () => {
    scene.close();
    scene = await outsideScene({ publish: false });
    expect(codeOf(await scene.send())).toBe('done');
    scene.close();
    scene = await outsideScene({ agree: false });
    expect(codeOf(await scene.send())).toBe('meeting');
  });
});

describe('whoever has the link and its code', () => {
  it('gets the minutes as a PDF, with the children of the meeting and no other child', async () => {
    const { secret, code } = await scene.sent();
    const file = await scene.door.open(secret, code);
    expect(file).toMatchObject({ name: 'Minutes M-2026-0001.pdf', mediaType: 'application/pdf' });
    const { texts } = await readPdf(file!.bytes[0]!);
    const text = texts.join(' ');
    expect(text).toContain('Ellie Marsden sees the nurse');
    expect(text).not.toMatch(/Leo|Tarrant/);
    expect(text).toContain('M-2026-0001');
    expect(Buffer.from(file!.bytes[0]!).toString('latin1')).not.toMatch(/Tarrant/);
  });

  it('opens it several times, and each time stands in the journal', async () => {
    const { secret, code } = await scene.sent();
    for (let i = 0; i < 3; i++) expect(await open(secret, code)).toBe(true);
    expect(await scene.links()).toMatchObject([{ state: 'works', opened: 3, triesLeft: 5 }]);
    const opened = scene.journal().filter(({ act }) => act === 'open-minutes-outside');
    expect(opened).toHaveLength(3);
    expect(opened[0]).toMatchObject({
      ...{ actor: 'lantern-outside', verb: 'transfer', outcome: 'done' },
      fields: ['minutesLink.opened', 'minutesLink.openedAt'],
    });
    expect(scene.journal().filter(({ act }) => act === 'give-minutes-outside')).toHaveLength(3);
  });

  it('is not given what was added to the minutes later', async () => {
    const { secret, code } = await scene.sent();
    scene.forward(60);
    const added = { meeting: scene.meeting, words: 'Her aunt rang afterwards.' };
    expect(await scene.act(addMinuteAddendum, priya, added)).toBe('done');
    const before = await scene.door.open(secret, code);
    expect((await readPdf(before!.bytes[0]!)).texts.join(' ')).not.toContain('Her aunt rang');
    const again = await scene.sent();
    const after = await scene.door.open(again.secret, again.code);
    expect((await readPdf(after!.bytes[0]!)).texts.join(' ')).toContain('Her aunt rang afterwards.');
  });
});

describe('a link gives nothing', () => {
  it('for a wrong code, which takes one of its tries and stands in the journal', async () => {
    const { secret, code } = await scene.sent();
    expect(await open(secret, wrong(code))).toBe(false);
    expect(await scene.links()).toMatchObject([{ state: 'works', opened: 0, triesLeft: 4 }]);
    expect(scene.journal().at(-1)).toMatchObject({
      ...{ act: 'open-minutes-outside', actor: 'lantern-outside', outcome: 'done' },
      fields: ['minutesLink.triesLeft'],
    });
  });

  it('after five wrong codes, not even for the right one', async () => {
    const { secret, code } = await scene.sent();
    for (let i = 0; i < 5; i++) expect(await open(secret, wrong(code))).toBe(false);
    expect(await open(secret, code)).toBe(false);
    expect(await scene.links()).toMatchObject([{ state: 'locked', opened: 0, triesLeft: 0 }]);
    expect(scene.journal().at(-1)).toMatchObject({ verb: 'deny', outcome: 'refused', fields: ['already-done'] });
  });

  it('after five wrong codes that come at once', async () => {
    const { secret, code } = await scene.sent();
    const many = await Promise.all(Array.from({ length: 12 }, () => open(secret, wrong(code))));
    expect(many).toEqual(Array.from({ length: 12 }, () => false));
    expect(await scene.links()).toMatchObject([{ state: 'locked', triesLeft: 0 }]);
  });

  it('after ten openings', async () => {
    const { secret, code } = await scene.sent();
    for (let i = 0; i < 10; i++) expect(await open(secret, code)).toBe(true);
    expect(await open(secret, code)).toBe(false);
    expect(await scene.links()).toMatchObject([{ state: 'used-up', opened: 10 }]);
  });

  it('after seven days', async () => {
    const { secret, code } = await scene.sent();
    scene.forward(7 * 86_400 - 1);
    expect(await open(secret, code)).toBe(true);
    scene.forward(1);
    expect(await open(secret, code)).toBe(false);
    expect(await scene.links()).toMatchObject([{ state: 'expired' }]);
  });

  it('once it was ended by a lead, and by nobody else', async () => {
    const { secret, code, link } = await scene.sent();
    const asked = { meeting: scene.meeting, link };
    expect(await scene.act(revokeMinutesLink, zoe, asked)).toBe('not-found');
    expect(await open(secret, code)).toBe(true);
    expect(await scene.act(revokeMinutesLink, tom, { ...asked, meeting: 'another' })).toBe('not-found');
    expect(await scene.act(revokeMinutesLink, tom, asked)).toBe('done');
    expect(await open(secret, code)).toBe(false);
    expect(await scene.act(revokeMinutesLink, tom, asked)).toBe('already-done');
  });

  it('once another was sent to the same person', async () => {
    const [first, second] = [await scene.sent(), await scene.sent()];
    expect(await open(first.secret, first.code)).toBe(false);
    expect(await open(second.secret, first.code)).toBe(false);
    expect(await open(second.secret, second.code)).toBe(true);
  });

  it('where there is none; a guess fills no journal', async () => {
    await scene.sent();
    const before = scene.journal().length;
    expect(await open('f'.repeat(32), '12345678')).toBe(false);
    expect(await open('', '12345678')).toBe(false);
    expect(scene.journal()).toHaveLength(before);
    expect(scene.lines.filter(({ event }) => event === 'outside.unknown-link')).toHaveLength(2);
  });

  it('to a person who asks as themselves, whatever they lead', async () => {
    const { link } = await scene.sent();
    expect(await scene.act(openMinutesOutside, priya, { link, codeDigest: '' })).toBe('not-found');
    const upto = '2027-01-01T00:00:00.000Z';
    expect(await scene.look(giveMinutesOutside, priya, { id: scene.meeting, upto })).toBeUndefined();
    expect(await scene.look(giveMinutesOutside, outsideIdentity(tenant), { id: scene.meeting, upto })).toBeDefined();
  });
});

it('no line of the log holds a secret, a code or a name', async () => {
  const { secret, code } = await scene.sent();
  await open(secret, wrong(code));
  await open(secret, code);
  const said = JSON.stringify(scene.lines);
  expect(said).toContain('wrong-code');
  expect(said).not.toMatch(new RegExp(`${secret}|${code}|Ellie|Dana`));
});

it('an answer takes as long for an address that never was as for a wrong code', async () => {
  const slow = createMinutesOutside({ ...scene.parts, leastMs: 300 });
  const { secret, code } = await scene.sent();
  const timed = async (...asked: [string, string]) => {
    const begun = performance.now();
    await slow.door.open(...asked);
    return performance.now() - begun;
  };
  const known: number[] = [];
  const unknown: number[] = [];
  for (let i = 0; i < 4; i++) {
    known.push(await timed(secret, wrong(code)));
    unknown.push(await timed('e'.repeat(32), wrong(code)));
  }
  for (const ms of [...known, ...unknown]) expect(ms).toBeGreaterThanOrEqual(295);
  const [one, other] = [Math.min(...known), Math.min(...unknown)];
  expect(Math.abs(one - other)).toBeLessThan(30);
});
