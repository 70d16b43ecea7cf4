import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { rows } from '../../records/need.ts';
import { create } from '../../records/patch.ts';
import { agenciesOfSchool, type AgencyRow } from './agency-queries.ts';
import { agencyValues, faultsOfAgency } from './agency-values.ts';
import { agency } from './record.ts';

const input = z.strictObject({ ...agencyValues, school: z.string() });

type Others = readonly Pick<AgencyRow, 'name' | 'kind' | 'retiredAt'>[];

/** Puts an agency on a school's list. */
export const addAgency: UseCase<z.infer<typeof input>, { readonly others: Others }, { readonly agency: string }> = {
  verb: 'add-agency',
  input,
  needs: ({ school }) => ({ others: rows(agenciesOfSchool, { school }) }),
  decide({ others }, { school, ...values }, { newId }) {
    const fields = faultsOfAgency(values, others);
    if (fields.length > 0) return { ok: false, problem: { code: 'invalid-input', fields } };
    const id = newId();
    const put = [create(agency, { id, school }, values)];
    return { ok: true, change: { put, entries: [], effects: [] }, answer: { agency: id } };
  },
};
