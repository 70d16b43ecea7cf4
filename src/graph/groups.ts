import { z } from 'zod';
import { GraphUnreachable, type Graph } from '../ports/graph.ts';
import type { Groups } from '../ports/groups.ts';
import { collect } from './pages.ts';

/** A member says what it is: one that did not could be a person who is left out, or a device that is taken for one. */
const member = z.object({ id: z.guid(), '@odata.type': z.string() });
const person = '#microsoft.graph.user';

/**
 * The groups of Entra over Microsoft Graph. Needs the application permission GroupMember.Read.All, under which of people no more
 * than the id is told. They are told apart here, for Graph does it only in an advanced query.
 * https://learn.microsoft.com/graph/api/group-list-transitivemembers
 * @param graph one that asks again after a passing fault
 */
export const createGroups = (graph: Graph): Groups => ({
  async people(group) {
    try {
      const found = await collect(graph, `/groups/${encodeURIComponent(group)}/transitiveMembers?$select=id&$top=999`);
      if (!found.ok) {
        const { status } = found.answer;
        if (status === 401 || status === 403) return { ok: false, why: 'not-allowed' };
        return { ok: false, why: status === 404 ? 'no-group' : 'no-answer' };
      }
      const members = z.array(member).safeParse(found.values);
      if (!members.success) return { ok: false, why: 'no-answer' };
      const people = members.data.filter((one) => one['@odata.type'] === person).map(({ id }) => id.toLowerCase());
      return { ok: true, people: [...new Set(people)] };
    } catch (error) {
      if (error instanceof GraphUnreachable) return { ok: false, why: 'no-answer' };
      throw error;
    }
  },
});
