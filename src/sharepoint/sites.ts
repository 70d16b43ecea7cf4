import { z } from 'zod';
import type { School } from '../config.ts';
import { collect } from '../graph/pages.ts';
import type { Graph, GraphAnswer } from '../ports/graph.ts';
import { succeeded } from './answers.ts';

export type Located =
  /** `path`: `/sites/{id}/lists/{id}` */
  | { readonly found: true; readonly path: string }
  /** `answer`: what Graph said, when it was Graph that stood in the way. */
  | {
      readonly found: false;
      readonly code: 'school-unknown' | 'site-missing' | 'list-missing';
      readonly answer?: GraphAnswer;
    };

export interface Sites {
  /**
   * Where a school's list lies, by the list's display name. Asks Graph once and remembers; many who ask at once share one answer.
   * @throws GraphUnreachable when an answer did not come
   */
  locate(school: string, list: string): Promise<Located>;
  /** Forgets what was learnt of a school, so that the next call asks again: a list or site was gone. */
  forget(school: string): void;
}

type Site =
  | { readonly found: true; readonly id: string; readonly lists: ReadonlyMap<string, string> }
  | Extract<Located, { found: false }>;

const siteAnswer = z.object({ id: z.string().min(1) });
const listAnswer = z.object({ id: z.string().min(1), displayName: z.string() });

/** The address of a school's site by its path, as Graph wants it before the site's id is known. */
export const siteByPath = (school: School): string => `/sites/${school.host}:${encodeURI(school.sitePath)}`;

/** Learns the ids of sites and lists when they are first needed. */
export function createSites({ graph, schools }: { graph: Graph; schools: readonly School[] }): Sites {
  const known = new Map<string, Promise<Site>>();

  async function learn(school: School): Promise<Site> {
    const answer = await graph.call({ method: 'GET', path: siteByPath(school) });
    const site = siteAnswer.safeParse(answer.body);
    if (!succeeded(answer) || !site.success) return { found: false, code: 'site-missing', answer };
    const lists = await collect(graph, `/sites/${site.data.id}/lists?$select=id,displayName`);
    if (!lists.ok) return { found: false, code: 'list-missing', answer: lists.answer };
    const ids = lists.values.flatMap((value) => {
      const list = listAnswer.safeParse(value);
      return list.success ? [[list.data.displayName, list.data.id] as const] : [];
    });
    return { found: true, id: site.data.id, lists: new Map(ids) };
  }

  /** Keeps only what helps: a failure is asked for again by the next one who comes. */
  function remember(id: string, learning: Promise<Site>): Promise<Site> {
    known.set(id, learning);
    const drop = () => known.get(id) === learning && known.delete(id);
    learning.then((site) => site.found || drop(), drop);
    return learning;
  }

  return {
    async locate(schoolId, list) {
      const school = schools.find(({ id }) => id === schoolId);
      if (!school) return { found: false, code: 'school-unknown' };
      const site = await (known.get(schoolId) ?? remember(schoolId, learn(school)));
      if (!site.found) return site;
      const listId = site.lists.get(list);
      if (listId !== undefined) return { found: true, path: `/sites/${site.id}/lists/${listId}` };
      known.delete(schoolId);
      return { found: false, code: 'list-missing' };
    },
    forget: (schoolId) => void known.delete(schoolId),
  };
}
