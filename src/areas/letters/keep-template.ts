import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { rows } from '../../records/need.ts';
import { create, type RecordPatch } from '../../records/patch.ts';
import type { KeptTemplate } from './contract.ts';
import { standardTemplate, templateValues } from './letter-values.ts';
import { otherNames } from './other-names.ts';
import { versionsOfTemplate, type TemplateRow } from './queries.ts';
import { letterTemplate } from './record.ts';
import { rollForLetter, staffForLetter, type RollRow } from './roll-queries.ts';
import { faultsOfTemplate } from './rules.ts';

const input = z.strictObject({
  ...templateValues,
  school: z.string(),
  /** Of the template that is changed. */
  origin: z.exactOptional(z.string().max(64)),
  templateVersion: z.exactOptional(z.int()),
});

interface State {
  readonly versions: readonly TemplateRow[];
  readonly roll: readonly RollRow[];
  readonly staff: readonly { readonly name: string }[];
}

/**
 * Puts a template into a school’s library, or writes its next version; the earlier ones stay, for letters name the one that they were
 * made of. No field stands in it that its addressee may not see, and no child.
 */
export const keepTemplate: UseCase<z.infer<typeof input>, State, KeptTemplate> = {
  verb: 'keep-letter-template',
  input,
  needs: ({ school, origin }) => ({
    versions: rows(versionsOfTemplate, { school, origin: origin ?? '' }),
    roll: rows(rollForLetter, { school }),
    staff: rows(staffForLetter, { school }),
  }),
  decide({ versions, roll, staff }, { school, origin, templateVersion, ...values }, { actor, now, newId }) {
    if (!actor.grants.some((grant) => grant.school === school)) return { ok: false, problem: { code: 'not-found' } };
    const [latest] = versions;
    const before =
      latest?.templateVersion ?? (origin === undefined ? 0 : (standardTemplate(origin)?.templateVersion ?? 0));
    if (origin !== undefined && before === 0) return { ok: false, problem: { code: 'not-found' } };
    if (origin !== undefined && templateVersion !== before)
      return { ok: false, problem: { code: 'changed-meanwhile' } };
    const named = otherNames(values, { roll, adults: staff.map(({ name }) => name) }, true);
    const fields = [...faultsOfTemplate(values), ...named];
    if (fields.length > 0) return { ok: false, problem: { code: 'invalid-input', fields } };
    const id = newId();
    const next = create(
      letterTemplate,
      { id, school },
      { ...values, originId: origin ?? id, templateVersion: before + 1, keptByName: actor.name, keptAt: now },
    );
    return {
      ok: true,
      change: { put: [...replaced(latest, now), next], entries: [], effects: [] },
      answer: { template: id },
    };
  },
};

/** The version that held until now holds no longer. */
export const replaced = (latest: TemplateRow | undefined, now: string): readonly RecordPatch[] =>
  latest ? [{ kind: 'update', type: letterTemplate, id: latest.id, rev: latest.rev, values: { replacedAt: now } }] : [];
