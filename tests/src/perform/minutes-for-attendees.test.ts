import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Identity } from '../../../src/access/types.ts';
import { listMeetingsAskedTo, readInvitation } from '../../../src/areas/meetings/invitations.ts';
import { acknowledgeMinutes } from '../../../src/areas/meetings/minutes/acknowledge-minutes.ts';
import { addMinuteAddendum } from '../../../src/areas/meetings/minutes/add-minute-addendum.ts';
import { readMinutesAsAttendee } from '../../../src/areas/meetings/renderings/read-as-attendee.ts';
import { readRenderings } from '../../../src/areas/meetings/renderings/read-renderings.ts';
import { people, tenant } from '../../support/kernel.ts';
import { margaret } from '../../support/need-to-know-scene.ts';
import { papersScene, type PapersScene } from '../../support/papers-scene.ts';

const { daniel, kayleigh, priya, tom, zoe } = people;
let scene: PapersScene;
let meeting: string;
beforeEach(async () => {
  scene = await papersScene();
  await scene.report('Ellie Marsden');
  meeting = await agreed();
});
afterEach(() => scene.close());

const agreed = (over: object = {}) =>
  scene.agreed(
    { Ellie: { discussion: 'Ellie Marsden and Leo Tarrant fell out.', decision: 'Ring her mother @Priya by Friday' } },
    { children: [scene.child('Ellie Marsden')], ...over },
  );
const look = (who: Identity, id = meeting) => scene.look(readMinutesAsAttendee, who, { id });
const setPlace = (who: Identity, column: string, value: string) =>
  scene.database.sqlite
    .prepare(`update meetingPerson set ${column} = ? where meetingId = ? and personId = ?`)
    .run(value, meeting, who.person);
const placeOf = (who: Identity) =>
  scene.database.sqlite
    .prepare<[string, string], { id: string }>('select id from meetingPerson where meetingId = ? and personId = ?')
    .get(meeting, who.person)?.id ?? '';
const acknowledges = (who: Identity, invitation = placeOf(who)) =>
  scene.act(acknowledgeMinutes, who, { meeting, invitation });

describe('minutes for those who were there', () => {
  it('are that rendering and nothing more: the meeting’s child by name, no other, and no id that leads to a record', async () => {
    await scene.publish(meeting);
    await scene.act(addMinuteAddendum, zoe, { meeting, words: 'Nell Tarrant saw it; Ellie did not.' });
    const seen = await look(daniel);
    expect(seen).toMatchObject({
      kind: 'taf',
      heldOn: '2026-12-10',
      mayAcknowledge: true,
      invitation: placeOf(daniel),
    });
    expect(seen?.points).toEqual([
      {
        heading: 'New since the last meeting: Ellie Marsden',
        discussion: 'Ellie Marsden and another child fell out.',
        decision: 'Ring her mother @Priya by Friday',
        actions: [{ what: 'Ring her mother', ownerName: priya.name, dueOn: '2026-12-11', status: 'open' }],
      },
    ]);
    expect(seen?.addenda).toMatchObject([{ words: 'another child saw it; Ellie did not.' }]);
    const { invitation, ...rest } = seen ?? {};
    expect(invitation).toHaveLength(32);
    expect(JSON.stringify(rest)).not.toMatch(/Leo|Nell|Tarrant|C-2026|[0-9a-f]{32}/u);
  });

  it('are there once they are published; of a kind that is never published, once they are agreed', async () => {
    expect(await look(daniel)).toBeUndefined();
    await scene.publish(meeting);
    expect(await look(daniel)).toBeDefined();
    await scene.report('Ellie Marsden');
    const closed = await agreed({ kind: 'professionals' });
    expect((await look(daniel, closed))?.kind).toBe('professionals');
  });

  it('are for whoever came or sent apologies, and for nobody who stayed away, was taken off, has left or was not asked', async () => {
    await scene.publish(meeting);
    for (const said of ['attended', 'apologies']) {
      setPlace(daniel, 'attendance', said);
      expect(await look(daniel), said).toBeDefined();
    }
    for (const said of ['asked', 'accepted', 'declined', 'absent']) {
      setPlace(daniel, 'attendance', said);
      expect(await look(daniel), said).toBeUndefined();
      expect(await scene.look(readInvitation, daniel, { id: meeting }), said).toMatchObject({
        ...{ mayRead: false, mayAcknowledge: false },
      });
      expect(await acknowledges(daniel), said).toBe('not-found');
    }
    setPlace(daniel, 'attendance', 'attended');
    for (const who of [kayleigh, margaret, people.stranger]) expect(await look(who)).toBeUndefined();
    setPlace(zoe, 'removedAt', '2026-12-10T09:45:00.000Z');
    expect(await look(zoe)).toBeUndefined();
    expect(await acknowledges(zoe)).toBe('not-found');
    scene.database.sqlite.prepare("update staffMember set leftAt = '2026-12-10' where personId = ?").run(daniel.person);
    scene.database.sqlite.prepare('delete from roleGrant where personId = ?').run(daniel.person);
    expect(await look(daniel)).toBeUndefined();
  });

  it('are not for a guest whose place names a person of the tenant', async () => {
    await scene.publish(meeting);
    setPlace(daniel, 'invitedAs', 'family');
    expect(await look(daniel)).toBeUndefined();
  });

  it('are kept from whoever is kept from a child of the meeting, and they cannot say that they have read them', async () => {
    await scene.publish(meeting);
    expect(await scene.keep(daniel, scene.child('Ellie Marsden'), priya)).toBe('done');
    expect(await look(daniel)).toBeUndefined();
    expect(await acknowledges(daniel)).toBe('not-found');
    expect(await look(zoe)).toBeDefined();
  });

  it('are kept from whoever is kept from a concern on its agenda, though the meeting does not name the child', async () => {
    await scene.report('Leo Tarrant');
    const team = await scene.agreed(
      { Leo: { decision: 'Watched at lunch.' } },
      { kind: 'safeguarding-team', children: [] },
    );
    await scene.publish(team);
    const asked = async () => (await scene.look(listMeetingsAskedTo, daniel, {}))?.items.find(({ id }) => id === team);
    expect(await asked()).toMatchObject({ mayRead: true });
    expect(await scene.keep(daniel, scene.child('Leo Tarrant'), priya)).toBe('done');
    expect(await asked()).toMatchObject({ mayRead: false });
    expect(await look(daniel, team)).toBeUndefined();
    const invitation = (await asked())?.invitation ?? '';
    expect(await scene.act(acknowledgeMinutes, daniel, { meeting: team, invitation })).toBe('not-found');
  });

  it('stand among what one was asked to after the meeting, for those who may read them', async () => {
    scene.forward(86_400);
    const items = async (who: Identity) => (await scene.look(listMeetingsAskedTo, who, {}))?.items ?? [];
    expect(await items(daniel)).toEqual([]);
    await scene.publish(meeting);
    expect(await items(daniel)).toMatchObject([{ id: meeting, mayRead: true, mayAnswer: false }]);
    setPlace(daniel, 'attendance', 'absent');
    expect(await items(daniel)).toEqual([]);
  });

  it('are read on the journal, each look and each refusal, by what is one’s own', async () => {
    await scene.publish(meeting);
    await look(daniel);
    await look(kayleigh);
    const rows = [...scene.journalEntries(tenant)].filter(({ act }) => act === 'read-minutes-as-attendee');
    expect(rows.map(({ outcome, subjects }) => [outcome, subjects])).toEqual([
      ['shown', [meeting]],
      ['refused', []],
    ]);
    expect(rows[0]?.rights).toEqual(['own']);
  });

  it('are acknowledged once, for oneself', async () => {
    await scene.publish(meeting);
    expect(await acknowledges(daniel, placeOf(zoe))).toBe('not-found');
    expect(await acknowledges(tom, placeOf(daniel))).toBe('not-found');
    expect(await acknowledges(daniel)).toBe('done');
    expect(await look(daniel)).toMatchObject({ mayAcknowledge: false, acknowledgedAt: expect.any(String) as string });
    expect(await acknowledges(daniel)).toBe('already-done');
  });

  it('show less than whoever leads sees, never more', async () => {
    await scene.publish(meeting);
    const whole = await scene.look(readRenderings, priya, { id: meeting });
    const texts = whole?.attendees.points.flatMap(({ discussion }) => (discussion === undefined ? [] : [discussion]));
    expect((await look(daniel))?.points.flatMap((point) => ('discussion' in point ? [point.discussion] : []))).toEqual(
      texts,
    );
  });
});
