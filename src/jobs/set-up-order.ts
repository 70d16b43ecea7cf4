import { z } from 'zod';
import { setupIdentity } from '../access/actor.ts';
import { dutyFields } from '../areas/alerts/fields.ts';
import { appointFirstLeads } from '../areas/roles/appoint-first-leads.ts';
import { roleGrantFields } from '../areas/people/fields.ts';
import type { Perform } from '../perform/perform.ts';
import { problems } from '../perform/problem.ts';
import type { Ids } from '../ports/ids.ts';
import { schemaOf } from '../records/schema.ts';
import type { LocalHandler } from '../system/local-socket.ts';

const order = z.strictObject({
  command: z.literal('set-up'),
  school: z.exactOptional(z.string()),
  roles: z.array(schemaOf(roleGrantFields)),
  duty: schemaOf(dutyFields),
});
/** What the set-up command asks of a Lantern: who leads a school, and who holds which other role there, before anybody does. */
export type SetUpCommandOrder = z.infer<typeof order>;

/** What the command prints: no name. */
export interface SetUpAnswer {
  readonly ok: boolean;
  readonly says: string;
}

export interface SetUpParts {
  readonly perform: Perform;
  readonly ids: Ids;
  readonly tenant: string;
  readonly schools: readonly { readonly id: string; readonly name: string }[];
}

/** Carries out what the set-up command asks, in the name of Lantern's own identity for it. */
export function createSetUpOrder({ perform, ids, tenant, schools }: SetUpParts): LocalHandler {
  return async (asked): Promise<SetUpAnswer> => {
    const { command: _command, school: id, ...people } = order.parse(asked);
    const school = id === undefined && schools.length === 1 ? schools[0] : schools.find((one) => one.id === id);
    if (!school)
      return { ok: false, says: `Say for which school: --school ${schools.map((one) => one.id).join(' or ')}.` };
    const result = await perform(
      appointFirstLeads,
      setupIdentity(tenant),
      { school: school.id, ...people },
      ids.next(),
    );
    return result.ok
      ? { ok: true, says: `${school.name} has its first safeguarding leads, and one of them is on duty.` }
      : { ok: false, says: problems[result.problem.code] };
  };
}
