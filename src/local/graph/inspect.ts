import type { State } from '../state.ts';
import { createItemStore, type Author } from './item-store.ts';
import { createListStore } from './list-store.ts';
import { siteId, siteUrl, type LocalSite } from './site.ts';
import { ownColumns, type Values } from './values.ts';

export interface SiteShown {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly lists: readonly { readonly id: string; readonly name: string; readonly rows: number }[];
}

export interface RowsShown {
  readonly columns: readonly { readonly name: string; readonly label: string }[];
  readonly rows: readonly { readonly id: number; readonly modifiedBy: string; readonly values: Values }[];
  /** Cursor of the next page; absent on the last. */
  readonly next?: number;
}

/** Looks into the tenant’s lists without Graph. */
export interface Inspect {
  sites(): readonly SiteShown[];
  /** Newest first. @returns undefined for no such list */
  rows(site: string, list: string, page: { readonly limit: number; readonly before?: number }): RowsShown | undefined;
}

export function createInspect(state: State, sites: readonly LocalSite[]): Inspect {
  const lists = createListStore(state);
  const items = createItemStore(state);
  const newest = state.prepare<[string, number, number], { id: number; fields: string; modified_by: string }>(
    'select id, fields, modified_by from item where list = ? and id < ? order by id desc limit ?',
  );
  return {
    sites: () =>
      sites.map((site) => ({
        id: siteId(site),
        name: site.displayName,
        url: siteUrl(site),
        lists: lists
          .ofSite(siteId(site))
          .filter(({ template }) => !template)
          .map((list) => ({ id: list.id, name: list.displayName, rows: items.count(list, 100_000) })),
      })),
    rows(site, key, { limit, before }) {
      const list = lists.find(site, key);
      if (!list) return undefined;
      const found = newest.all(list.id, before ?? Number.MAX_SAFE_INTEGER, limit + 1);
      const shown = found.slice(0, limit);
      const last = found.length > limit ? shown.at(-1)?.id : undefined;
      return {
        columns: ownColumns(list.columns).map(({ name, displayName }) => ({ name, label: displayName })),
        rows: shown.map(({ id, fields, modified_by: by }) => ({
          id,
          values: JSON.parse(fields) as Values,
          modifiedBy: (JSON.parse(by) as Author).name,
        })),
        ...(last !== undefined && { next: last }),
      };
    },
  };
}
