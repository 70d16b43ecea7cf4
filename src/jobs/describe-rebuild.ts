import { recordTypes } from '../areas/areas.ts';
import type { Discrepancy } from '../ports/account.ts';
import type { Difference } from '../ports/generation.ts';
import type { RebuildReport } from '../sharepoint/rebuild.ts';
import type { RebuildAnswer } from './rebuild-order.ts';

type Done = Extract<RebuildReport, { done: true }>;

/** Records of which no number is printed: whoever rebuilds need not learn whether there is a concern about an adult. */
const uncounted: readonly string[] = recordTypes.filter(({ site }) => site !== undefined).map(({ name }) => name);

const differs: Readonly<Record<Difference['kind'], string>> = {
  'not-held': 'it was filed, and SharePoint has no row of it now. Lantern keeps what it holds.',
  older: 'SharePoint holds an earlier revision than it had confirmed. Lantern keeps the later one.',
  changed: 'SharePoint held something else in',
  unknown: 'SharePoint holds it, and Lantern did not. It is here now.',
};
const untold: Readonly<Record<Discrepancy['kind'], string>> = {
  'not-held': 'the journal tells of acts on it, and no such record is there.',
  'not-told': 'it is there, and the journal tells of no act that made it.',
  'more-than-told': 'it has had more acts than the journal tells of.',
};

/** What the rebuild command prints at its end: every difference by its id, and never what stands in a record. */
export function describeRebuild(answer: RebuildAnswer): { readonly ok: boolean; readonly lines: readonly string[] } {
  if (answer.done) return describeDone(answer);
  if ('busy' in answer)
    return { ok: false, lines: ['A rebuild is under way already. Wait for its end, then look again.'] };
  const lists = answer.unread.map(({ school, record, code }) => `  ${record} of ${school} (${code})`);
  return {
    ok: false,
    lines: [
      'The rebuild has stopped: these lists could not be read to their end. What is served has not changed.',
      ...lists,
      'Where a list is missing, make it with npm run provision. Then run npm run rebuild again: it goes on where it stopped.',
    ],
  };
}

function describeDone({ resumed, served, differences, discrepancies, strange }: Done) {
  const counted = served.filter(({ record }) => !uncounted.includes(record));
  const total = (of: 'rows' | 'carried') => counted.reduce((sum, each) => sum + each[of], 0);
  const carried = counted.filter((each) => each.carried > 0);
  const ofDifferences = differences.map(({ record, id, kind, fields }) => {
    const names = kind === 'changed' ? ` ${fields.map(({ name }) => name).join(', ')}. That stands here now.` : '';
    return `  ${record} ${id}: ${differs[kind]}${names}`;
  });
  const ofJournal = discrepancies.map(
    ({ record, id, kind }) => `  ${record === undefined ? '' : `${record} `}${id}: ${untold[kind]}`,
  );
  const ok = ofDifferences.length + ofJournal.length === 0;
  return {
    ok,
    lines: [
      `${resumed ? 'Went on with a rebuild that was begun before. ' : ''}The projection was made anew from SharePoint: ${total('rows')} records.`,
      ...served.map(({ record, rows }) => (uncounted.includes(record) ? `  ${record}, all` : `  ${record} ${rows}`)),
      ...(carried.length > 0
        ? [
            `Kept, for SharePoint does not hold it (yet): ${total('carried')}.`,
            ...carried.map((each) => `  ${each.record} ${each.carried}`),
          ]
        : []),
      ...(ofDifferences.length > 0 ? ['SharePoint and Lantern did not agree:', ...ofDifferences] : []),
      ...(ofJournal.length > 0 ? ['Records and journal do not agree:', ...ofJournal] : []),
      ...(strange > 0 ? [`Rows in SharePoint that are no records of Lantern’s, and were left there: ${strange}.`] : []),
      ok ? 'SharePoint, Lantern and the journal agree.' : 'Nothing was lost by this rebuild. Look at each line above.',
    ],
  };
}
