import { z } from 'zod';
import { one } from '../../records/need.ts';
import type { UseCase } from '../../perform/types.ts';
import { update } from '../../records/patch.ts';
import { fullName } from '../people/match-child.ts';
import { pupil, type Pupil } from '../people/record.ts';
import { concern, type Concern } from './record.ts';

const input = z.strictObject({
  concern: z.string(),
  /** The revision that the person saw, where the screen shows one. */
  rev: z.exactOptional(z.int()),
  /** A pupil's id, or `not-on-list`. */
  child: z.string(),
});

interface State {
  readonly subject: Concern | undefined;
  readonly child: Pupil | undefined;
}

/** Says which child an unsettled report is about. It only settles: the report and its words stay as they are. */
export const resolveChild: UseCase<
  z.infer<typeof input>,
  State,
  { readonly childState: 'resolved' | 'not-on-list' }
> = {
  verb: 'resolve-child',
  input,
  needs: ({ concern: id, child }) => ({ subject: one(concern, id), child: one(pupil, child) }),
  decide({ subject, child }, { rev, child: chosen }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    if (subject.childState !== 'unresolved') return { ok: false, problem: { code: 'already-done' } };
    if (rev !== undefined && rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    const effects = [{ kind: 'refresh', to: '', about: subject.id }];
    if (chosen === 'not-on-list') {
      const put = [update(concern, subject, { childState: 'not-on-list' })];
      return { ok: true, change: { put, entries: [], effects }, answer: { childState: 'not-on-list' } };
    }
    if (child?.school !== subject.school) {
      const fields = [{ name: 'child', message: 'Choose a child from the list, or “Not on our list”.' }];
      return { ok: false, problem: { code: 'invalid-input', fields } };
    }
    const settled = { childId: child.id, childName: fullName({ knownAs: null, ...child }), yearGroup: child.yearGroup };
    const put = [update(concern, subject, { childState: 'resolved', ...settled })];
    return { ok: true, change: { put, entries: [], effects }, answer: { childState: 'resolved' } };
  },
};
