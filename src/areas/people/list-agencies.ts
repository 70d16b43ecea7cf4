import { z } from 'zod';
import type { View } from '../../perform/types.ts';
import type { AgencyItem, AgencyPage } from './agency-contract.ts';
import { agenciesByName, type AgencyRow } from './agency-queries.ts';

/** The agencies of the schools whose lists one keeps; the retired ones too. */
export const listAgencies: View<Record<string, never>, AgencyRow, AgencyPage> = {
  verb: 'list-agencies',
  shape: 'page',
  fields: ['name', 'kind', 'phone', 'email', 'outOfHours', 'retiredAt'],
  params: z.strictObject({}),
  query: agenciesByName,
  values: () => ({}),
  present(rows, { actor, may }) {
    const schools = [...new Set(actor.grants.map(({ school }) => school))];
    const mayAddTo = schools.filter((school) => may('add-agency', { school }));
    const items = rows.map((row) => presentAgency(row, may('correct-agency', row)));
    return { answer: { items, mayAddTo }, ids: items.map(({ id }) => id) };
  },
};

const presentAgency = (row: AgencyRow, mayChange: boolean): AgencyItem => ({
  id: row.id,
  rev: row.rev,
  school: row.school,
  kind: row.kind,
  name: row.name,
  ...(row.phone !== null && { phone: row.phone }),
  ...(row.email !== null && { email: row.email }),
  ...(row.outOfHours !== null && { outOfHours: row.outOfHours }),
  ...(row.retiredAt !== null && { retiredAt: row.retiredAt }),
  filed: row.filedRev === row.rev,
  mayChange,
});
