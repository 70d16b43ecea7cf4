import { beforeEach, describe, expect, it } from 'vitest';
import type { Identity } from '../../../src/access/types.ts';
import { agreeMinutes } from '../../../src/areas/meetings/minutes/agree-minutes.ts';
import type { TranscriptLook } from '../../../src/areas/meetings/contract.ts';
import { people, tenant as tenantId } from '../../support/kernel.ts';
import { mayTranscribe, transcriptScene } from '../../support/transcript-scene.ts';

const { daniel, kayleigh, priya, tom, zoe } = people;
let here: Awaited<ReturnType<typeof transcriptScene>>;
beforeEach(async () => {
  here = await transcriptScene();
});
const seen = async (who: Identity, id: string, roles = mayTranscribe): Promise<TranscriptLook> => {
  const end = await here.door(roles)(who, id);
  if (!end.ok) throw new Error(end.problem.code);
  return end.answer;
};
const looks = () => [...here.scene.journalEntries(tenantId)].filter(({ act }) => act === 'look-at-transcript');
/** What Graph was asked for transcripts. */
const asked = () => here.calls().filter(({ url }) => url.includes('/onlineMeetings'));

describe('what Teams wrote down of a meeting', () => {
  it('is shown to whoever writes its minutes: who said what, and when', async () => {
    const id = await here.held();
    await here.transcribe(id);
    for (const who of [priya, zoe])
      expect(await seen(who, id)).toEqual({
        state: 'there',
        lines: [
          { at: '2026-12-14T14:03:04.120Z', speaker: 'Priya Raman', text: 'Ellie first. How has the week been?' },
          { at: '2026-12-14T14:04:10.000Z', speaker: 'Zoe Lund', text: 'She was in on four days & late on two.' },
        ],
      });
  });

  it('is one conversation, though it was stopped and begun again', async () => {
    const id = await here.held();
    const later = { startedAt: '2026-12-14T14:40:00.000Z', endedAt: '2026-12-14T14:50:00.000Z' };
    await here.transcribe(id, 'WEBVTT\n\n0:0:1.0 --> 0:0:2.0\n<v Tom Adeyemi>And then.</v>', later);
    await here.transcribe(id);
    const found = await seen(priya, id);
    expect('lines' in found && found.lines.map(({ at }) => at.slice(11, 16))).toEqual(['14:03', '14:04', '14:40']);
  });

  it('is kept nowhere, and no log and no address holds a word of it', async () => {
    const id = await here.held();
    await here.transcribe(id);
    await seen(priya, id);
    const tables = here.scene.database.sqlite
      .prepare<[], { name: string }>("select name from sqlite_master where type = 'table'")
      .all();
    const all = tables.map(({ name }) =>
      JSON.stringify(here.scene.database.sqlite.prepare(`select * from "${name}"`).all()),
    );
    expect(all.join('\n')).not.toMatch(/four days|How has the week/);
    expect(JSON.stringify(here.heard)).not.toMatch(/four days|meetup-join|@thread/);
    expect(here.heard.map(({ route }) => route)).toEqual([
      '/users/{}/events/{}',
      '/users/{}/onlineMeetings',
      '/users/{}/onlineMeetings/{}/transcripts',
      '/users/{}/onlineMeetings/{}/transcripts/{}/content',
    ]);
  });

  it('is journalled as a look each time, before Teams is asked', async () => {
    const id = await here.held();
    await here.transcribe(id);
    await seen(priya, id);
    await seen(zoe, id, ['Sites.Selected']);
    expect(looks()).toMatchObject([
      { actor: priya.person, verb: 'read', outcome: 'shown', subjects: [id] },
      { actor: zoe.person, verb: 'read', outcome: 'shown', subjects: [id] },
    ]);
  });

  it.each([
    ['a teacher who was asked to it', daniel],
    ['somebody who was not', kayleigh],
  ] as const)('is not shown to %s, and Teams is not asked', async (_who, who) => {
    const id = await here.held();
    await here.transcribe(id);
    const before = asked().length;
    expect(await here.door()(who, id)).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    expect(asked()).toHaveLength(before);
  });

  it('is not shown to a lead who is kept from a child of the meeting', async () => {
    const id = await here.held();
    await here.transcribe(id);
    expect(await seen(tom, id)).toMatchObject({ state: 'there' });
    expect(await here.scene.keep(tom, here.scene.child('Leo Tarrant'))).toBe('done');
    expect(await here.door()(tom, id)).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });

  it('is not there before the meeting was held, nor of one that was never in Teams', async () => {
    const room = await here.held({ online: false });
    expect(await seen(priya, room)).toEqual({ state: 'not-there' });
    here.at.now = '2026-12-10T08:10:00.000Z';
    const early = await here.call({ startsAt: '2026-12-16T14:00:00.000Z', endsAt: '2026-12-16T15:00:00.000Z' });
    await here.keeper().turn();
    expect(await here.door()(priya, early)).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });

  it('is shown no more once the minutes are agreed', async () => {
    const id = await here.held();
    await here.transcribe(id);
    here.scene.database.sqlite.prepare("update meeting set status = 'minutes-draft' where id = ?").run(id);
    expect(await here.scene.act(agreeMinutes, priya, { meeting: id, rev: (await here.row(id)).rev })).toBe('done');
    expect(await here.door()(priya, id)).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });
});

describe('where there is nothing to show', () => {
  it('is said when Teams wrote nothing down', async () => {
    expect(await seen(priya, await here.held())).toEqual({ state: 'none' });
  });

  it.each(mayTranscribe)('is said when Lantern does not hold %s', async (lacking) => {
    const id = await here.held();
    await here.transcribe(id);
    expect(
      await seen(
        priya,
        id,
        mayTranscribe.filter((role) => role !== lacking),
      ),
    ).toEqual({ state: 'not-allowed' });
  });

  it('is said when no policy of Teams reaches whoever called it', async () => {
    const id = await here.held();
    await here.transcribe(id);
    await here.policy(priya, false);
    expect(await seen(priya, id)).toEqual({ state: 'not-allowed' });
    await here.policy(priya, true);
    expect(await seen(priya, id)).toMatchObject({ state: 'there' });
  });

  it('is said when Teams keeps the meeting no longer', async () => {
    const id = await here.held();
    await here.transcribe(id, undefined, { expired: true });
    expect(await seen(priya, id)).toEqual({ state: 'not-there' });
  });

  it('is said when Teams asks to wait for longer than anybody would, or does not answer', async () => {
    const id = await here.held();
    await here.transcribe(id);
    for (const kind of ['throttle', 'unavailable']) {
      await here.tell('/local/faults', kind === 'throttle' ? { kind, retryAfterSeconds: 600 } : { kind });
      expect(await seen(priya, id)).toEqual({ state: 'no-answer' });
      await here.tell('/local/faults', { kind: 'none' });
    }
  });

  it('is said when what came is no transcript: half of one is not shown', async () => {
    const id = await here.held();
    await here.transcribe(id, 'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v A>Good.</v>\n\nand then rubbish');
    expect(await seen(priya, id)).toEqual({ state: 'unreadable' });
  });
});
