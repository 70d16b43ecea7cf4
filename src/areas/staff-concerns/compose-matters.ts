import type { Identity } from '../../access/types.ts';
import type { Result } from '../../perform/problem.ts';
import type { ReadJson } from '../../perform/types.ts';
import type { StaffConcernPage } from './contract.ts';
import { listGivenMatters, listStaffConcerns } from './views.ts';

/**
 * What one manages, by role or because it was given to one, newest first.
 * @param manages by role: nobody else asks for that list, which would be journalled as a refusal
 */
export async function composeMatters(manages: boolean, identity: Identity, read: ReadJson): Promise<Result<string>> {
  const asked = manages ? [listStaffConcerns, listGivenMatters] : [listGivenMatters];
  const pages = await Promise.all(asked.map((view) => read(view, identity, {})));
  const items = new Map<string, StaffConcernPage['items'][number]>();
  for (const page of pages) {
    if (!page.ok) return page;
    for (const item of (JSON.parse(page.answer) as StaffConcernPage).items) items.set(item.id, item);
  }
  const newest = [...items.values()].sort((a, b) => (a.reportedAt < b.reportedAt ? 1 : -1));
  return { ok: true, answer: JSON.stringify({ items: newest } satisfies StaffConcernPage) };
}
