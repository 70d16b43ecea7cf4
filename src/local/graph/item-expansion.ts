import type { Call } from './call.ts';
import { badRequest } from './graph-fault.ts';
import type { StoredItem } from './item-store.ts';
import type { StoredList } from './list-store.ts';
import { itemETag, presentFields, presentItem } from './present-item.ts';
import { expansions, option, selectFrom } from './query-option.ts';

/** Which columns an answer carries: none unless `$expand=fields`, all of them unless that selects some. */
export type FieldsWanted = 'none' | 'all' | readonly string[];

/** @throws GraphFault 400 for an expansion of anything but the fields */
export function fieldsWanted(call: Call): FieldsWanted {
  const expand = expansions(option(call.query, 'expand'));
  const other = [...expand.keys()].find((name) => name !== 'fields');
  if (other !== undefined)
    throw badRequest(`Could not find a property named '${other}' on type 'microsoft.graph.listItem'.`);
  return expand.has('fields') ? (expand.get('fields') ?? 'all') : 'none';
}

/** A row as this call asked to see it. */
export function presentExpanded(call: Call, list: StoredList, item: StoredItem, wanted: FieldsWanted) {
  // The columns may be named among what is selected; whether they come is for `$expand` to say.
  const whole = { ...presentItem(call.site, list, item), fields: undefined };
  const { fields: _unasked, ...selected } = selectFrom(whole, option(call.query, 'select'), 'listItem');
  if (wanted === 'none') return selected;
  const fields = presentFields(list, item, wanted === 'all' ? undefined : wanted);
  return { ...selected, fields: { '@odata.etag': itemETag(item), ...fields } };
}
