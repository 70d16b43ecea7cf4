import { z } from 'zod';
import type { School } from '../config.ts';
import { collect } from '../graph/pages.ts';
import type { Graph, GraphAnswer } from '../ports/graph.ts';
import type { RecordType, SiteKind } from '../records/define-record.ts';
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

/** A list by its display name, and the site it belongs in: a record type says both. */
export type ListAt = Pick<RecordType, 'list' | 'site'>;

export interface Sites {
  /**
   * Where a school's list lies. Asks Graph once for each site and remembers; many who ask at once share one answer.
   * @throws GraphUnreachable when an answer did not come
   */
  locate(school: string, list: ListAt): Promise<Located>;
  /** Forgets what was learnt of one of a school's sites, so that the next call asks again: a list or the site was gone. */
  forget(school: string, site: SiteKind | undefined): void;
}

type Site =
  | { readonly found: true; readonly id: string; readonly lists: ReadonlyMap<string, string> }
  | Extract<Located, { found: false }>;

const siteAnswer = z.object({ id: z.string().min(1) });
const listAnswer = z.object({ id: z.string().min(1), displayName: z.string() });

/** A school's sites: its safeguarding site, and those beside it. */
export const sitesOfSchool: readonly (SiteKind | undefined)[] = [undefined, 'staff-concerns'];

/** The server-relative path of one of a school's sites. */
export const sitePathOf = (school: School, site: SiteKind | undefined): string =>
  site === 'staff-concerns' ? school.staffSitePath : school.sitePath;

/** The address of a site by its path, as Graph wants it before the site's id is known; of the safeguarding site when none is named. */
export const siteByPath = (school: School, site?: SiteKind): string =>
  `/sites/${school.host}:${encodeURI(sitePathOf(school, site))}`;

/** Learns the ids of sites and lists when they are first needed. What stands in the way of one site is nothing to the others. */
export function createSites({ graph, schools }: { graph: Graph; schools: readonly School[] }): Sites {
  const known = new Map<string, Promise<Site>>();
  const keyOf = (school: string, site: SiteKind | undefined) => `${school}/${site ?? ''}`;

  async function learn(school: School, kind: SiteKind | undefined): Promise<Site> {
    const answer = await graph.call({ method: 'GET', path: siteByPath(school, kind) });
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
  function remember(key: string, learning: Promise<Site>): Promise<Site> {
    known.set(key, learning);
    const drop = () => known.get(key) === learning && known.delete(key);
    learning.then((site) => site.found || drop(), drop);
    return learning;
  }

  return {
    async locate(schoolId, { list, site: kind }) {
      const school = schools.find(({ id }) => id === schoolId);
      if (!school) return { found: false, code: 'school-unknown' };
      const key = keyOf(schoolId, kind);
      const site = await (known.get(key) ?? remember(key, learn(school, kind)));
      if (!site.found) return site;
      const listId = site.lists.get(list);
      if (listId !== undefined) return { found: true, path: `/sites/${site.id}/lists/${listId}` };
      known.delete(key);
      return { found: false, code: 'list-missing' };
    },
    forget: (school, site) => void known.delete(keyOf(school, site)),
  };
}
