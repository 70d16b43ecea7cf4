import { z } from 'zod';
import type { Education, EducationClass, EducationEnd } from '../ports/education.ts';
import { GraphUnreachable, type Graph } from '../ports/graph.ts';
import { collect } from './pages.ts';

const named = z.object({ id: z.string(), displayName: z.string().nullish() });
const member = z.object({ id: z.string() });
const userFields =
  'id,primaryRole,displayName,givenName,middleName,surname,mail,userPrincipalName,userType,student,teacher';

/**
 * School Data Sync's roster over Microsoft Graph, whole or not at all: what a later page lacks would look like children who left.
 * Needs the application permission EduRoster.Read.All.
 * https://learn.microsoft.com/graph/api/educationschool-list-users, educationschool-list-classes, educationclass-list-members
 * @param graph one that asks again after a passing fault
 */
export function createEducation(graph: Graph): Education {
  async function all<T>(path: string, shape: z.ZodType<T>): Promise<EducationEnd<readonly T[]>> {
    try {
      const collected = await collect(graph, path);
      if (!collected.ok) {
        const refused = collected.answer.status === 401 || collected.answer.status === 403;
        return { ok: false, why: refused ? 'not-allowed' : 'no-answer' };
      }
      const read = z.array(shape).safeParse(collected.values);
      return read.success ? { ok: true, value: read.data } : { ok: false, why: 'no-answer' };
    } catch (error) {
      if (error instanceof GraphUnreachable) return { ok: false, why: 'no-answer' };
      throw error;
    }
  }
  return {
    async schools() {
      const found = await all('/education/schools?$select=id,displayName', named);
      return found.ok
        ? { ok: true, value: found.value.map(({ id, displayName }) => ({ id, name: displayName ?? id })) }
        : found;
    },
    async school(id, wanted) {
      const at = `/education/schools/${encodeURIComponent(id)}`;
      const users = await all(`${at}/users?$select=${userFields}&$top=999`, z.unknown());
      if (!users.ok) return users;
      const found = await all(`${at}/classes?$select=id,displayName`, named);
      if (!found.ok) return found;
      const classes: EducationClass[] = [];
      for (const one of found.value) {
        const name = one.displayName ?? '';
        if (!wanted(name)) continue;
        const members = await all(`/education/classes/${encodeURIComponent(one.id)}/members?$select=id`, member);
        if (!members.ok) return members;
        classes.push({ name, members: members.value.map((found) => found.id) });
      }
      return { ok: true, value: { users: users.value, classes } };
    },
  };
}
