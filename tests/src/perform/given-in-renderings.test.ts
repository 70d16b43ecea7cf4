import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Identity } from '../../../src/access/types.ts';
import { triageConcern } from '../../../src/areas/concerns/triage-concern.ts';
import { beginContribution } from '../../../src/areas/meetings/contributions/begin-contribution.ts';
import { listContributions } from '../../../src/areas/meetings/contributions/contribution-views.ts';
import { giveContribution } from '../../../src/areas/meetings/contributions/give-contribution.ts';
import { writeContribution } from '../../../src/areas/meetings/contributions/write-contribution.ts';
import { readMinutesAsAttendee } from '../../../src/areas/meetings/renderings/read-as-attendee.ts';
import { readRenderings } from '../../../src/areas/meetings/renderings/read-renderings.ts';
import { listChildrenOfMeeting } from '../../../src/areas/meetings/views.ts';
import { people } from '../../support/kernel.ts';
import { papersScene, type PapersScene } from '../../support/papers-scene.ts';
import { readDocx, readPdf } from '../../support/read-papers.ts';

const { daniel, priya, tom, zoe } = people;
let scene: PapersScene;
let meeting: string;
let concern: string;
beforeEach(async () => {
  scene = await papersScene();
  concern = await scene.report('Ellie Marsden');
  meeting = await scene.agreed(
    { Ellie: { discussion: 'She had no coat again.', decision: 'Find a coat.' } },
    { children: [scene.child('Ellie Marsden'), scene.child('Leo Tarrant')] },
  );
});
afterEach(() => scene.close());

async function begin(name: string): Promise<void> {
  const children = (await scene.look(listChildrenOfMeeting, priya, { id: meeting })) ?? [];
  const child = children.find((one) => one.name === name)?.id ?? '';
  expect(await scene.act(beginContribution, priya, { meeting, child })).toBe('done');
}
const latest = async (name: string) =>
  (await scene.look(listContributions, priya, { id: meeting }))?.items.find(({ childName }) => childName === name);
async function give(name: string, by: Identity = priya, saw: 'yes' | 'no' = 'yes'): Promise<void> {
  await begin(name);
  const { id: contribution = '', rev = 0 } = (await latest(name)) ?? {};
  expect(await scene.act(writeContribution, by, { contribution, rev, texts: { voice: '“Leave my dog alone.”' } })).toBe(
    'done',
  );
  const said = { how: 'spoken' as const, on: '2026-12-10', familySaw: saw, whyNotSeen: 'Nobody was reached.' };
  const written = await latest(name);
  expect(await scene.act(giveContribution, by, { contribution, rev: written?.rev ?? 0, ...said })).toBe('done');
}
const renderings = () => scene.look(readRenderings, priya, { id: meeting });
const ellie = { childName: 'Ellie Marsden', on: '2026-12-10', byName: priya.name, familySaw: 'yes' };

describe('that the school brought something to a meeting', () => {
  it('stands in the whole rendering and that for attendees, without a word of it, and in none for a channel', async () => {
    await begin('Leo Tarrant');
    expect((await renderings())?.full.contributions, 'a draft').toEqual([]);
    const before = JSON.stringify((await renderings())?.channel);
    await give('Ellie Marsden');
    const shown = await renderings();
    expect(shown?.full.contributions).toEqual([ellie]);
    expect(shown?.attendees.contributions).toEqual([ellie]);
    expect(JSON.stringify(shown?.channel)).toBe(before);
    expect(JSON.stringify(shown)).not.toContain('dog');
    await scene.publish(meeting);
    expect((await scene.look(readMinutesAsAttendee, daniel, { id: meeting }))?.contributions).toEqual([ellie]);
  });

  it('is said of each child once, of the latest that was given', async () => {
    await give('Ellie Marsden');
    await give('Leo Tarrant');
    await give('Ellie Marsden', tom, 'no');
    await begin('Ellie Marsden');
    expect((await renderings())?.full.contributions).toEqual([
      { ...ellie, byName: tom.name, familySaw: 'no' },
      { ...ellie, childName: 'Leo Tarrant' },
    ]);
  });

  it('is not said of a child who was taken off, nor to whoever is named in a case of theirs', async () => {
    await give('Ellie Marsden');
    await give('Leo Tarrant');
    await scene.publish(meeting);
    const said = {
      ...{ concern: await scene.report('Leo Tarrant', zoe), rev: 1, urgency: 'routine' as const },
      ...{ outcome: 'staff-concern-register' as const, reason: 'About an adult.', parents: 'informed' as const },
      ...{
        nextStep: 'The head looks into it.',
        adult: { about: 'adult' as const, who: daniel.name, words: 'He shouted.' },
      },
    };
    expect(await scene.act(triageConcern, priya, said)).toBe('done');
    const seen = await scene.look(readMinutesAsAttendee, daniel, { id: meeting });
    expect(seen?.contributions).toEqual([ellie]);
    expect((await renderings())?.full.contributions).toHaveLength(2);
    scene.database.sqlite
      .prepare("update meetingChild set removedFromAt = '2026-12-10T09:45:00.000Z' where childId = ?")
      .run(scene.child('Leo Tarrant'));
    expect((await renderings())?.full.contributions).toEqual([ellie]);
  });

  it('stands in the paper in the file of its child, and names no other', async () => {
    await give('Leo Tarrant');
    await give('Ellie Marsden', tom);
    await scene.publish(meeting);
    await scene.fileMinutes();
    while ((await scene.fileDocuments()) > 0);
    const items = await scene.filesOf(concern);
    const bytes = (ending: string) => {
      const item = items.find(({ mediaType }) => mediaType.endsWith(ending === 'pdf' ? 'pdf' : 'document'));
      return scene.library.lying.get(`${item?.id}.${ending}`) ?? Buffer.alloc(0);
    };
    for (const text of [readDocx(bytes('docx')).text, (await readPdf(bytes('pdf'))).texts.join(' ')]) {
      expect(text.replace(/\s+/gu, ' ')).toContain(
        `Given on 10 December 2026, by ${tom.name}. The family, before the meeting: they have seen it`,
      );
      expect(text).not.toMatch(/Leo|Tarrant|dog/u);
    }
  });
});
