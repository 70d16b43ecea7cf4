import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { created, noContent, ok } from './answer.ts';
import { listOf, type Call, type Handler } from './call.ts';
import { defineColumns } from './define-column.ts';
import { badRequest, invalidRequest, notModelled } from './graph-fault.ts';
import { checkOptions } from './modelled-options.ts';
import { presentColumns, presentList } from './present-list.ts';
import { expansions, option, selectFrom } from './query-option.ts';
import { siteId } from './site.ts';
import type { StoredList } from './list-store.ts';

const listRequest = z.strictObject({
  displayName: z.string().trim().min(1).max(255),
  description: z.string().default(''),
  columns: z.array(z.unknown()).default([]),
  list: z.looseObject({ template: z.string().default('genericList') }).default({ template: 'genericList' }),
});

function parseList(body: unknown) {
  if (typeof body === 'object' && body !== null && 'name' in body) {
    throw invalidRequest(
      "Cannot define a 'name' for a list as it is assigned by the server. Instead, provide 'displayName'",
    );
  }
  const parsed = listRequest.safeParse(body);
  if (!parsed.success) {
    throw invalidRequest(
      `Invalid list: ${parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`,
    );
  }
  const { template } = parsed.data.list;
  if (template !== 'genericList' && template !== 'documentLibrary')
    throw notModelled(`lists of the template ${template}`);
  return parsed.data;
}

/** `POST /sites/{id}/lists`: https://learn.microsoft.com/graph/api/list-create */
export const createList: Handler = (call, { lists }) => {
  const { displayName, description, columns, list: kind } = parseList(call.body);
  const list: StoredList = {
    id: randomUUID(),
    siteId: siteId(call.site),
    displayName,
    description,
    ...(kind.template === 'documentLibrary' && { template: kind.template }),
    createdAt: call.at,
    modifiedAt: call.at,
    version: 1,
    createdBy: call.caller,
    columns: defineColumns(columns),
  };
  lists.insert(list);
  return created(`/sites/${list.siteId}/lists/${list.id}`, presentList(call.site, list));
};

const present = (call: Call, list: StoredList) =>
  selectFrom(presentList(call.site, list), option(call.query, 'select'), 'list');

/** `GET /sites/{id}/lists`: https://learn.microsoft.com/graph/api/list-list. Of `$filter` only `displayName eq '…'`. */
export const getLists: Handler = (call, { lists }) => {
  checkOptions(call.query, 'select', 'filter');
  const filter = option(call.query, 'filter');
  const wanted = /^displayName eq '((?:[^']|'')*)'$/.exec(filter?.trim() ?? '')?.[1]?.replaceAll("''", "'");
  if (filter !== undefined && wanted === undefined) throw notModelled(`this filter on lists: ${filter}`);
  const found = lists
    .ofSite(siteId(call.site))
    .filter((list) => wanted === undefined || list.displayName.toLowerCase() === wanted.toLowerCase());
  return ok({
    '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#sites('${encodeURIComponent(siteId(call.site))}')/lists`,
    value: found.map((list) => present(call, list)),
  });
};

/** `GET /sites/{id}/lists/{id or display name}`: https://learn.microsoft.com/graph/api/list-get */
export const getList: Handler = (call, stores) => {
  const list = listOf(call, stores);
  checkOptions(call.query, 'select', 'expand');
  const expand = expansions(option(call.query, 'expand'));
  const other = [...expand.keys()].find((name) => name !== 'columns');
  if (other !== undefined)
    throw badRequest(`Could not find a property named '${other}' on type 'microsoft.graph.list'.`);
  return ok({ ...present(call, list), ...(expand.has('columns') && { columns: presentColumns(list) }) });
};

/** `DELETE /sites/{id}/lists/{id}`: in Microsoft's metadata of v1.0, without a page of its own. */
export const deleteList: Handler = (call, stores) => {
  const list = listOf(call, stores);
  const files = list.template ? stores.files.children(list, 0) : [];
  const bytes = files.flatMap(({ item }) => stores.files.remove(list, item));
  stores.lists.remove(list);
  bytes.forEach(stores.blobs.remove);
  return noContent;
};
