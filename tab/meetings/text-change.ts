/** A stretch of a text that gives way to another. */
export interface TextChange {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** A step of a Yjs delta. */
export interface DeltaStep {
  readonly retain?: number | undefined;
  readonly insert?: unknown;
  readonly delete?: number | undefined;
}

const isHigh = (code: number) => code >= 0xd800 && code < 0xdc00;
const isLow = (code: number) => code >= 0xdc00 && code < 0xe000;
/** Whether a text would be cut between the two halves of one character there: halves that are written apart are lost. */
const cuts = (text: string, at: number) =>
  at > 0 && at < text.length && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));

/**
 * What somebody did to a text.
 * @param caret where the caret stands now: among equal letters only it tells which one was typed
 * @returns undefined when they did nothing
 */
export function changeBetween(before: string, after: string, caret: number): TextChange | undefined {
  if (before === after) return undefined;
  const behind = after.length - caret;
  let end = before.endsWith(after.slice(caret)) && behind <= before.length ? behind : 0;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most - end && before[start] === after[start]) start++;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  while (cuts(before, start) || cuts(after, start)) start--;
  while (cuts(before, before.length - end) || cuts(after, after.length - end)) end--;
  return { at: start, remove: before.length - start - end, insert: after.slice(start, after.length - end) };
}

/** Where a place in a text lies after somebody else has changed the text: it stays between the letters between which it was. */
export function placeAfter(place: number, delta: readonly DeltaStep[]): number {
  let [from, to] = [0, place];
  for (const { retain = 0, insert, delete: gone = 0 } of delta) {
    if (from > to) break;
    from += retain;
    if (from > to) break;
    if (typeof insert === 'string') {
      // What is written exactly there comes behind it.
      if (from < to) {
        to += insert.length;
        from += insert.length;
      } else from += insert.length;
    }
    if (gone > 0) to -= Math.min(gone, Math.max(0, to - from));
  }
  return to;
}
