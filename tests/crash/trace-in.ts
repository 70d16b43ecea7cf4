import { concern, concernAddendum, concernDecision } from '../../src/areas/concerns/record.ts';
import { traceOf } from './trace-of.ts';

/** The trace that a row, or a version of one, is; undefined for a list that is none of the judged. @param list its display name */
export function traceIn(list: string | undefined, fields: Readonly<Record<string, unknown>>): string | undefined {
  const text = (name: string) => String(fields[name]);
  if (list === concern.list) return traceOf.concern(text('RequestKey'), Number(fields['Rev']));
  if (list === concernAddendum.list) return traceOf.addendum(text('ConcernId'), text('Words'));
  if (list === concernDecision.list) return traceOf.decision(text('ConcernId'), text('Reason'));
  return undefined;
}
