import { z } from 'zod';
import { one, rows } from '../../records/need.ts';
import type { UseCase } from '../../perform/types.ts';
import { create, update } from '../../records/patch.ts';
import { schoolDay } from '../../records/school-day.ts';
import { conflictsAtConcern } from '../need-to-know/queries.ts';
import { fullName } from '../people/match-child.ts';
import { pupil, type Pupil } from '../people/record.ts';
import { answerAnew } from './answer-anew.ts';
import { mostPersons, othersNamed, standing, type Named } from './others-named.ts';
import { personsOfConcern, type PersonRow } from './person-queries.ts';
import { concern, concernPerson, type Concern } from './record.ts';
import type { Answering } from './rules.ts';
import { allRolesAtConcern, onDutyAtConcern } from './triage-queries.ts';

const input = z.strictObject({
  concern: z.string(),
  /** The revision that the person saw, where the screen shows one. */
  rev: z.exactOptional(z.int()),
  /** A pupil's id, or `not-on-list`. */
  child: z.string(),
  /** Ids of the other pupils who are named in it. */
  others: z.exactOptional(z.array(z.string()).max(mostPersons)),
});

interface State extends Answering {
  readonly subject: Concern | undefined;
  readonly child: Pupil | undefined;
  readonly persons: readonly PersonRow[];
  readonly [other: `other ${string}`]: Pupil | undefined;
}

/**
 * Says which child an unsettled report is about. It only settles: the report and its words stay as they are. Where a reporter
 * named several children, one is the concern's child and the others are put into it as children of concern.
 */
export const resolveChild: UseCase<
  z.infer<typeof input>,
  State,
  { readonly childState: 'resolved' | 'not-on-list' }
> = {
  verb: 'resolve-child',
  input,
  needs: ({ concern: id, child, others = [] }, _actor, now) => ({
    ...Object.fromEntries(others.map((other) => [`other ${other}`, one(pupil, other)])),
    subject: one(concern, id),
    child: one(pupil, child),
    persons: rows(personsOfConcern, { id }),
    duty: rows(onDutyAtConcern, { id }),
    holders: rows(allRolesAtConcern, { id, today: schoolDay(now) }),
    conflicts: rows(conflictsAtConcern, { id }),
  }),
  decide(state, { rev, child: chosen, others = [] }, context) {
    const { actor, now, newId } = context;
    const { subject, child, persons } = state;
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    if (subject.childState !== 'unresolved') return { ok: false, problem: { code: 'already-done' } };
    if (rev !== undefined && rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    const effects = [{ kind: 'refresh', to: '', about: subject.id }];
    if (chosen === 'not-on-list' && others.length === 0) {
      const put = [update(concern, subject, { childState: 'not-on-list' })];
      return { ok: true, change: { put, entries: [], effects }, answer: { childState: 'not-on-list' } };
    }
    const named = others.flatMap((id) => {
      const other = state[`other ${id}`];
      return other && mayBeMeant(other, subject) ? [other] : [];
    });
    const children = new Set([chosen, ...others]);
    if (!child || !mayBeMeant(child, subject) || named.length < others.length || children.size <= others.length) {
      const fields = [{ name: 'child', message: 'Choose a child from the list, or “Not on our list”.' }];
      return { ok: false, problem: { code: 'invalid-input', fields } };
    }
    const standsAlready = standing(persons);
    const added = named.filter((other) => !standsAlready.some((row) => isChildOfConcern(row, other)));
    const linked = added.map((other) => ({
      ...{ role: 'child-of-concern' as const, name: nameOf(other), pupilId: other.id, yearGroup: other.yearGroup },
    }));
    const by = { addedAt: now, addedById: actor.person, addedByName: actor.name };
    const anew = answerAnew(state, subject, persons, [child.id, ...others], context);
    const put = [
      ...anew.put,
      ...linked.map((person) =>
        create(concernPerson, { id: newId(), school: subject.school }, { concernId: subject.id, ...person, ...by }),
      ),
      update(concern, subject, {
        ...{ childState: 'resolved', childId: child.id, childName: nameOf(child), yearGroup: child.yearGroup },
        // Who was put into it before may be this very child.
        ...(standsAlready.length + linked.length > 0 && othersNamed([...standsAlready, ...linked], child.id)),
        ...anew.values,
      }),
    ];
    return {
      ok: true,
      change: { put, entries: [], effects: [...effects, ...anew.effects] },
      answer: { childState: 'resolved' },
    };
  },
};

/** Of two records that are one child only the one that goes on; a card from before may still offer the other. */
const mayBeMeant = (child: Pupil, { school }: Concern) => child.school === school && child.mergedInto === undefined;

const nameOf = (child: Pupil) => fullName({ knownAs: null, ...child });

const isChildOfConcern = ({ pupilId, role }: Named, { id }: Pupil) => pupilId === id && role === 'child-of-concern';
