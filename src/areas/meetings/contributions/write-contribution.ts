import { z } from 'zod';
import type { UseCase } from '../../../perform/types.ts';
import { one, rows } from '../../../records/need.ts';
import { contributionFields, contributionTexts } from '../fields.ts';
import { contribution, type Contribution, type Meeting } from '../record.ts';
import { contributionShut } from './contribution-queries.ts';
import { meetingOfContribution } from './meeting-of-contribution.ts';
import { contributionTemplates, type ContributionText } from './templates.ts';

const texts = Object.keys(contributionTexts) as readonly ContributionText[];
const words = (part: ContributionText) =>
  z.exactOptional(
    z
      .string()
      .trim()
      .max(
        contributionFields[part].max,
        `Write at most ${contributionFields[part].max.toLocaleString('en-GB')} characters.`,
      ),
  );

const input = z.strictObject({
  contribution: z.string(),
  rev: z.int(),
  texts: z.strictObject(
    Object.fromEntries(texts.map((part) => [part, words(part)])) as Record<ContributionText, ReturnType<typeof words>>,
  ),
});
type Input = z.infer<typeof input>;

interface State {
  readonly subject: Contribution | undefined;
  readonly held: readonly Pick<Meeting, 'kind' | 'status'>[];
  readonly shut: readonly object[];
}

/** Keeps what was written of what the school brings, all of it at once. Who has a version that is no longer the latest is told so. */
export const writeContribution: UseCase<Input, State, { readonly rev: number }> = {
  verb: 'write-contribution',
  input,
  needs: ({ contribution: id }, { person }) => ({
    subject: one(contribution, id),
    held: rows(meetingOfContribution, { contribution: id }),
    shut: rows(contributionShut, { id, person }),
  }),
  decide({ subject, held: [held], shut }, { rev, texts: written }, { actor, now }) {
    if (!subject || !held || shut.length > 0) return { ok: false, problem: { code: 'not-found' } };
    if (subject.status !== 'draft') return { ok: false, problem: { code: 'already-done' } };
    if (rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    const parts = contributionTemplates[held.kind]?.parts ?? [];
    const strange = texts.filter((part) => !parts.includes(part) && written[part]);
    if (strange.length > 0) {
      const message = 'Meetings of this kind do not ask for this part.';
      return { ok: false, problem: { code: 'invalid-input', fields: strange.map((name) => ({ name, message })) } };
    }
    const changed = parts.flatMap((part) => {
      const [before, after] = [subject[part] ?? null, written[part] || null];
      return before === after ? [] : [[part, after] as const];
    });
    const values = { ...Object.fromEntries(changed), writtenByName: actor.name, writtenAt: now };
    const put = [{ kind: 'update' as const, type: contribution, id: subject.id, rev, values }];
    const change = { put: changed.length === 0 ? [] : put, lane: subject.meetingId, entries: [], effects: [] };
    return { ok: true, change, answer: { rev: changed.length === 0 ? rev : rev + 1 } };
  },
};
