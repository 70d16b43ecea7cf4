import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Identity } from '../../../src/access/types.ts';
import { createAction } from '../../../src/areas/actions/create-action.ts';
import { addPerson } from '../../../src/areas/concerns/add-person.ts';
import { markMisfiled } from '../../../src/areas/concerns/mark-misfiled.ts';
import { concern as concernType } from '../../../src/areas/concerns/record.ts';
import { triageConcern } from '../../../src/areas/concerns/triage-concern.ts';
import { addDocument } from '../../../src/areas/files/add-document.ts';
import { breakGlass } from '../../../src/areas/need-to-know/break-glass.ts';
import { giveCase } from '../../../src/areas/need-to-know/give-case.ts';
import { mergeChildren } from '../../../src/areas/people/merge-children.ts';
import { pupil } from '../../../src/areas/people/record.ts';
import { everyView } from '../../support/inventory.ts';
import { newForm, people, school, tenant } from '../../support/kernel.ts';
import { margaret, needToKnowScene, type NeedToKnowScene } from '../../support/need-to-know-scene.ts';

/**
 * The roll as a roster is held against it, and a reporter’s receipts of their own words: they say nothing of any case. What somebody
 * declared themselves names the child, and is looked at by itself.
 */
const exempt = ['preview-roster', 'compare-staff', 'compare-contacts', 'compare-relationships'];
/** It says again what Lantern itself puts into it, never a request, and that is no record. */
const ofLanternItself = ['look-at-proof'];
const ownReceipts = ['read-receipt', 'list-own-reports'];

const staff = [people.priya, people.tom, margaret, people.kayleigh, people.zoe] as const;
const names = ['Ellie Marsden', 'Leo Tarrant', 'Nell Tarrant', "Jakub O'Brien-Łukasz"] as const;

const nth = fc.nat({ max: 7 });
const who = fc.constantFrom(...staff);
const child = fc.constantFrom(...names);
const step = fc.oneof(
  fc.record({ do: fc.constant('report' as const), child }),
  fc.record({ do: fc.constant('person' as const), nth, child }),
  fc.record({ do: fc.constant('merge' as const), child, other: child }),
  fc.record({ do: fc.constant('misfile' as const), nth, child }),
  fc.record({ do: fc.constant('conflict' as const), who, child }),
  fc.record({ do: fc.constant('give' as const), nth, who }),
  fc.record({ do: fc.constant('glass' as const), who, child }),
  fc.record({ do: fc.constant('act' as const), nth, who }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const rowsIn = <R>(scene: NeedToKnowScene, sql: string) => scene.database.sqlite.prepare<[], R>(sql).all();
const concernsIn = (scene: NeedToKnowScene) =>
  rowsIn<{ id: string; childId: string | null; continuedAsId: string | null }>(
    scene,
    'select id, childId, continuedAsId from concern order by ref',
  );

/** Does one thing, as somebody who may; what is refused just now stays undone. */
async function take(scene: NeedToKnowScene, one: Step): Promise<void> {
  const all = concernsIn(scene);
  const lead = people.tom;
  const concern = 'nth' in one ? all[one.nth % Math.max(1, all.length)]?.id : undefined;
  const rev = concern === undefined ? 0 : ((await scene.store.record(tenant, concernType, concern))?.rev ?? 0);
  if (one.do === 'report') await scene.report(one.child);
  if (one.do === 'conflict') await scene.keep(one.who, scene.child(one.child), one.who === margaret ? lead : margaret);
  if (one.do === 'glass') {
    const asked = {
      child: scene.child(one.child),
      school,
      reason: 'Nobody answers the phone.',
      confirmed: true as const,
    };
    await scene.act(breakGlass, one.who, asked);
  }
  if (one.do === 'merge') {
    const [to, other] = [scene.child(one.child), scene.child(one.other)];
    const revOf = async (id: string) => (await scene.store.record(tenant, pupil, id))?.rev ?? 0;
    const [toRev, otherRev] = [await revOf(to), await revOf(other)];
    await scene.act(mergeChildren, lead, { child: to, other, rev: toRev, otherRev, reason: 'One child.' });
  }
  if (concern === undefined) return;
  if (one.do === 'person')
    await scene.act(addPerson, lead, { concern, pupil: scene.child(one.child), role: 'sibling' });
  if (one.do === 'misfile') {
    const reason = 'Another child.';
    await scene.act(markMisfiled, lead, { concern, rev, school, reason, child: scene.child(one.child) });
  }
  if (one.do === 'give') await scene.act(giveCase, lead, { concern, person: one.who.person, reason: 'To help.' });
  if (one.do === 'act') {
    const order = { what: 'Ring home.', whatOutside: 'Ring home.', priority: 'today' as const };
    await scene.act(createAction, lead, { concern, ...order, owner: one.who.person });
    const judged = {
      outcome: 'route-pastoral',
      urgency: 'routine',
      reason: 'Seen.',
      parents: 'informed',
      line: 'Look out.',
    };
    await scene.act(triageConcern, lead, { concern, rev, ...judged } as never);
    const bytes = { ending: 'txt', mediaType: 'text/plain', size: 1, digest: newForm(), originalDigest: 'same' };
    const file = addDocument({ concern, ...bytes, state: 'not-scanned' });
    await scene.act(file, lead, {
      upload: newForm(),
      kind: 'other',
      name: 'Note',
      source: 'staff',
      again: true,
    } as never);
  }
}

/** What somebody is kept from, worked out a second time and by plain loops. */
function keptFrom(scene: NeedToKnowScene, { person }: Identity) {
  const roll = rowsIn<{ id: string; mergedInto: string | null; givenName: string }>(
    scene,
    'select id, mergedInto, givenName from pupil',
  );
  const goesOnAs = (id: string | null) => roll.find((one) => one.id === id)?.mergedInto ?? id;
  const said = rowsIn<{ personId: string; childId: string; kind: string }>(
    scene,
    'select personId, childId, kind from caseAccess',
  )
    .filter(({ kind, personId }) => kind === 'conflict' && personId === person)
    .map(({ childId }) => goesOnAs(childId));
  const isKept = (id: string | null) => id !== null && said.includes(goesOnAs(id));
  const named = rowsIn<{ concernId: string; pupilId: string | null }>(
    scene,
    'select concernId, pupilId from concernPerson',
  );
  const all = concernsIn(scene);
  const concerns = new Set(all.filter(({ childId }) => isKept(childId)).map(({ id }) => id));
  for (const { concernId, pupilId } of named) if (isKept(pupilId)) concerns.add(concernId);
  for (let before = -1; before < concerns.size;) {
    before = concerns.size;
    for (const { id, continuedAsId } of all)
      if (continuedAsId !== null && concerns.has(continuedAsId)) concerns.add(id);
  }
  const children = roll.filter(({ id }) => isKept(id));
  return {
    concerns: [...concerns],
    children: children.map(({ id }) => id),
    names: children.map(({ givenName }) => givenName),
  };
}

/** Everything that can be asked with what there is. */
function questions(scene: NeedToKnowScene): readonly object[] {
  const ids = ['concern', 'pupil', 'action', 'routedLine', 'document', 'caseAccess']
    .flatMap((table) => rowsIn<{ id: string }>(scene, `select id from ${table}`))
    .map(({ id }) => ({ id }));
  const words = names.map((name) => ({ words: name }));
  return [{}, { show: 'all' }, ...ids, ...words, ...ids.flatMap(({ id }) => words.map((said) => ({ id, ...said })))];
}

it('shows nobody, in any view, an id or a name of a case or a child from which they are kept', async () => {
  const views = (await everyView()).filter(({ verb }) => ![...exempt, ...ofLanternItself].includes(verb));
  expect(views.length).toBeGreaterThan(40);
  let kept = 0;
  const answered = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      const scene = await needToKnowScene({ now: () => '2026-12-10T08:05:00.000Z' });
      try {
        // Something is there, and somebody is kept, whatever else happens.
        for (const one of [
          { do: 'report', child: names[0] },
          { do: 'act', nth: 0, who: people.zoe },
        ] as const)
          await take(scene, one);
        for (const one of steps) await take(scene, one);
        await take(scene, { do: 'conflict', who: people.priya, child: names[0] });
        const asked = questions(scene);
        for (const looking of staff) {
          const hidden = keptFrom(scene, looking);
          kept += hidden.concerns.length;
          for (const view of views) {
            const fitting = asked.filter((params) => view.params.safeParse(params).success);
            await Promise.all(
              fitting.map(async (params) => {
                const seen = await scene.read(view, looking, params);
                if (!seen.ok) return;
                answered.add(view.verb);
                const shown = withoutOwnWords(view.verb, seen.answer.answer);
                const found = [
                  ...hidden.children,
                  ...hidden.names,
                  ...(ownReceipts.includes(view.verb) ? [] : hidden.concerns),
                ];
                for (const one of found)
                  if (shown.includes(one)) throw new Error(`${view.verb} shows ${looking.name} ${one}: ${shown}`);
              }),
            );
          }
        }
      } finally {
        scene.close();
      }
    }),
    { numRuns: 5 },
  );
  expect(kept).toBeGreaterThan(0);
  // It was looked at, and not only refused.
  for (const verb of [
    'read-concern',
    'list-open-actions',
    'list-own-actions',
    'list-routed',
    'list-documents',
    'read-child',
  ])
    expect([...answered]).toContain(verb);
}, 240_000);

/**
 * What a person declared themselves is left out, and the name that a reporter wrote before it turned out to be another child: words
 * of a report may name anybody.
 */
function withoutOwnWords(verb: string, answer: unknown): string {
  if (verb !== 'list-need-to-know')
    return JSON.stringify(answer, (key, value: unknown) => (key === 'childAsTyped' ? undefined : value));
  const { items } = answer as { readonly items: readonly { readonly mine: boolean; readonly kind: string }[] };
  return JSON.stringify(items.filter(({ mine, kind }) => !mine || kind !== 'conflict'));
}
