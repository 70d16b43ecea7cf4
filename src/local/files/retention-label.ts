import { z } from 'zod';
import { ok } from '../graph/answer.ts';
import type { Handler } from '../graph/call.ts';
import { badRequest, invalidRequest } from '../graph/graph-fault.ts';
import { existing, placeOf } from './drive-place.ts';

/** The retention labels that the tenant's administrator has published. */
export const publishedLabels: readonly string[] = ['Child protection file'];

const labelRequest = z.strictObject({ name: z.string() });
/** Where SharePoint shows it in the row of a file. */
const column = '_ComplianceTag';

/** `PATCH …/retentionLabel`: https://learn.microsoft.com/graph/api/driveitem-setretentionlabel. The name alone, of a file. */
export const setRetentionLabel: Handler = (call, stores) => {
  const place = placeOf(call, stores);
  const { item, file } = existing(place);
  if (file.content === null) throw badRequest('A retention label is set on a file.');
  const parsed = labelRequest.safeParse(call.body);
  if (!parsed.success) throw badRequest('A name is expected.');
  const { name } = parsed.data;
  if (!publishedLabels.includes(name)) throw invalidRequest('The retention label was not found.');
  const { appId, name: author } = call.caller;
  stores.items.replace(place.list, {
    ...item,
    version: item.version + 1,
    values: { ...item.values, [column]: name },
    modifiedAt: call.at,
    modifiedBy: { appId, name: author },
  });
  return ok({ name, isLabelAppliedExplicitly: true, labelAppliedDateTime: call.at });
};

/** `GET …/retentionLabel`: https://learn.microsoft.com/graph/api/driveitem-getretentionlabel */
export const getRetentionLabel: Handler = (call, stores) => {
  const { item } = existing(placeOf(call, stores));
  const name = item.values[column];
  return ok(typeof name === 'string' ? { name, isLabelAppliedExplicitly: true } : {});
};
