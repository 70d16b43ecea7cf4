import { setupIdentity } from '../../src/access/actor.ts';
import type { GrantedRole, Identity } from '../../src/access/types.ts';
import { setUpSchool } from '../../src/areas/people/set-up-school.ts';
import { reportStaffConcern } from '../../src/areas/staff-concerns/report-staff-concern.ts';
import { addStaffNote } from '../../src/areas/staff-concerns/add-staff-note.ts';
import { readStaffConcern } from '../../src/areas/staff-concerns/views.ts';
import { newForm, people, schoolOfTests, tenant } from './kernel.ts';
import { school, type SharePointTenant } from './sharepoint-tenant.ts';
import { syncScene } from './sync-scene.ts';

const oid = (n: number) => `6b1c7a1e-1111-4111-8111-0000000000${String(n).padStart(2, '0')}`;
export const margaret: Identity = { tenant, person: oid(5), name: 'Margaret Eaves', door: 'tab' };
export const alan: Identity = { tenant, person: oid(15), name: 'Alan Fairweather', door: 'tab' };

/** A school with a head and a chair of governors beside its leads, its lists, and one concern about an adult, filed and seen. */
export async function staffScene(sharePoint: SharePointTenant) {
  const scene = await syncScene(sharePoint);
  const { kernel } = scene;
  const held = (who: Identity, role: GrantedRole) => ({ personId: who.person, personName: who.name, role });
  const made = {
    ...{ school: school.id, duty: schoolOfTests.duty, pupils: [] },
    staff: [{ personId: margaret.person, name: margaret.name, job: 'Head' }],
    roles: [held(margaret, 'head'), held(alan, 'chair-of-governors')],
  };
  const setUp = await kernel.perform(setUpSchool, setupIdentity(tenant), made, newForm());
  if (!setUp.ok) throw new Error(setUp.problem.code);
  const report = async (about: 'adult' | 'head', who: string) => {
    const typed = { about, who, words: 'He drove a pupil home alone.', when: 'yesterday' };
    const result = await kernel.perform(reportStaffConcern, people.daniel, typed, newForm());
    if (!result.ok) throw new Error(result.problem.code);
    return result.answer.id;
  };
  const id = await report('adult', 'Zoe Lund');
  await kernel.perform(addStaffNote, margaret, { concern: id, words: 'Spoken to on Monday.' }, newForm());
  await scene.file();
  await scene.sync.runOnce();
  const forget = () => kernel.database.sqlite.exec(`delete from outbox where channel = 'message'`);
  forget();
  return {
    ...scene,
    ...{ id, report, forget, reportOfChild: scene.report },
    /** Messages that wait, in the order in which they were committed. */
    sent: () =>
      kernel.database.sqlite
        .prepare<[], { kind: string; to: string; about: string }>(
          `select payload ->> 'kind' as kind, payload ->> 'to' as "to", payload ->> 'about' as about from outbox where channel = 'message' order by id`,
        )
        .all(),
    /** What stands beside a matter, as whoever manages it sees it. */
    async notes(who: Identity, matter = id) {
      const shown = await kernel.read(readStaffConcern, who, { id: matter });
      if (!shown.ok) throw new Error(shown.problem.code);
      return shown.answer.answer.notes;
    },
    noteId: () =>
      kernel.database.sqlite.prepare('select id from staffNote where matterId = ?').pluck().get(id) as string,
  };
}
