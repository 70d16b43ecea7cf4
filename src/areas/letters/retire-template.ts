import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { rows } from '../../records/need.ts';
import { create } from '../../records/patch.ts';
import { replaced } from './keep-template.ts';
import { standardTemplate } from './letter-values.ts';
import { versionsOfTemplate, type TemplateRow } from './queries.ts';
import { letterTemplate } from './record.ts';

const input = z.strictObject({
  school: z.string(),
  origin: z.string().max(64),
  templateVersion: z.int(),
  /** False: it is offered again. */
  retired: z.boolean(),
});

/** Takes a template off the library, or puts it back, as a version of its own: nothing that letters were made of is changed. */
export const retireTemplate: UseCase<z.infer<typeof input>, { readonly versions: readonly TemplateRow[] }, null> = {
  verb: 'retire-letter-template',
  input,
  needs: ({ school, origin }) => ({ versions: rows(versionsOfTemplate, { school, origin }) }),
  decide({ versions }, { school, origin, templateVersion, retired }, { actor, now, newId }) {
    if (!actor.grants.some((grant) => grant.school === school)) return { ok: false, problem: { code: 'not-found' } };
    const [latest] = versions;
    const held = latest ?? standardTemplate(origin);
    if (!held) return { ok: false, problem: { code: 'not-found' } };
    const isRetired = (latest?.retiredAt ?? null) !== null;
    if (isRetired === retired) return { ok: false, problem: { code: 'already-done' } };
    if (templateVersion !== held.templateVersion) return { ok: false, problem: { code: 'changed-meanwhile' } };
    const { heading, purpose, addressee, subject, words } = held;
    const next = create(
      letterTemplate,
      { id: newId(), school },
      {
        ...{ heading, purpose, addressee, subject, words, originId: origin, templateVersion: held.templateVersion + 1 },
        ...{ keptByName: actor.name, keptAt: now, ...(retired && { retiredAt: now }) },
      },
    );
    return { ok: true, change: { put: [...replaced(latest, now), next], entries: [], effects: [] }, answer: null };
  },
};
