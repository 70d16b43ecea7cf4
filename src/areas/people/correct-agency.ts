import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import { agenciesBeside, type AgencyRow } from './agency-queries.ts';
import { agencyValues, faultsOfAgency } from './agency-values.ts';
import { agency, type Agency } from './record.ts';

const input = z.strictObject({ ...agencyValues, agency: z.string(), rev: z.int() });

interface State {
  readonly subject: Agency | undefined;
  readonly others: readonly Pick<AgencyRow, 'name' | 'kind' | 'retiredAt'>[];
}

/** Writes down what is known of an agency now; what was there before stands in the list's version history. */
export const correctAgency: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'correct-agency',
  input,
  needs: ({ agency: id }) => ({ subject: one(agency, id), others: rows(agenciesBeside, { agency: id }) }),
  decide({ subject, others }, { agency: id, rev, ...given }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    if (rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    const fields = faultsOfAgency(given, subject.retiredAt === undefined ? others : []);
    if (fields.length > 0) return { ok: false, problem: { code: 'invalid-input', fields } };
    // What was left out is emptied: the form shows all of it.
    const whole: Readonly<Record<string, string | null>> = { phone: null, email: null, outOfHours: null, ...given };
    const before: Readonly<Record<string, unknown>> = { ...subject };
    const values = Object.fromEntries(
      Object.entries(whole).filter(([field, value]) => value !== (before[field] ?? null)),
    );
    if (Object.keys(values).length === 0) return { ok: false, problem: { code: 'already-done' } };
    const put = [{ kind: 'update' as const, type: agency, id, rev, values }];
    return { ok: true, change: { put, entries: [], effects: [] }, answer: null };
  },
};
