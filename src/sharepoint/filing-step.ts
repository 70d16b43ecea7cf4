import { askedWait } from '../graph/asked-wait.ts';
import type { Instant } from '../ports/clock.ts';
import type { GraphAnswer } from '../ports/graph.ts';
import type { BothSides, RowPlace } from '../ports/outbox.ts';
import { faultIn, isDuplicate, isUnknownColumn, markIn, marksIn, placeIn, succeeded, type RowMark } from './answers.ts';
import { contested, differing, type Cell } from './merge.ts';

/** One call to Graph on the way of an act into its row. */
export type Step =
  /** Makes the row. */
  | { readonly kind: 'create' }
  /** Looks for the record's row by its key. */
  | { readonly kind: 'find-key' }
  /** Looks which row bears the record's reference. */
  | { readonly kind: 'find-ref' }
  | { readonly kind: 'read'; readonly itemId: string }
  /** Writes the act into the row as it was last seen. */
  | { readonly kind: 'update'; readonly place: Required<RowPlace> };

/** How an attempt ends. Codes are short words for the log and the screen of stopped lanes. */
export type Ending =
  /** SharePoint holds the act. */
  | { readonly kind: 'confirm'; readonly place: RowPlace }
  | {
      readonly kind: 'postpone';
      readonly code: string;
      /** Seconds that SharePoint asked for; without them the back-off decides. */
      readonly seconds?: number;
      /** Nothing of the tenant may be asked meanwhile. */
      readonly pause?: true;
      /** The call was certainly not carried out and no fault of this act: it counts no attempt. */
      readonly free?: true;
      /** A person has to mend something. */
      readonly alarm?: true;
      /** What is remembered of the site may be wrong. */
      readonly forget?: true;
    }
  /** Somebody wrote in SharePoint what the act writes: a person chooses. What both sides hold goes with it. */
  | { readonly kind: 'conflict'; readonly sides: readonly BothSides[] }
  /** A person has to look; nothing is dropped. */
  | { readonly kind: 'stop'; readonly code: string };

export type Next = { readonly kind: 'go'; readonly step: Step } | Ending;

/** What came of a call: Graph's answer, or the code for why there was none. */
export type Reply = GraphAnswer | { readonly unreachable: string };

/** What the act wants of the row. */
export interface Aim {
  readonly kind: 'create' | 'update';
  readonly id: string;
  readonly hasRef: boolean;
  readonly act: string;
  readonly rev: number;
  /** Failed attempts before this one. */
  readonly attempts: number;
  /** The columns that an update writes; none for a create. */
  readonly cells: readonly Cell[];
  /** A person has chosen upon what stands there: its revision does not matter. */
  readonly settled: boolean;
  /** It comes from a backup: it may have been filed before, with acts that this store no longer knows. */
  readonly replayed: boolean;
}

/** A read may show a row as it was some time ago. Minutes later it is no longer that: somebody put an older version back. */
const staleAttempts = 8;

const go = (step: Step): Next => ({ kind: 'go', step });
const later = (code: string, more: Omit<Extract<Ending, { kind: 'postpone' }>, 'kind' | 'code'> = {}): Ending => ({
  kind: 'postpone',
  code,
  ...more,
});
const conflict = (sides: readonly BothSides[]): Ending => ({ kind: 'conflict', sides });
const stop = (code: string): Ending => ({ kind: 'stop', code });

/**
 * The first call of an attempt. A first attempt at an update writes at once (one call); later ones look first, for the
 * write before may have gone through without an answer, or somebody may have edited a row that was only found.
 */
export function firstStep(aim: Aim, place: RowPlace | undefined): Step {
  if (aim.kind === 'create') return { kind: 'create' };
  if (!place) return { kind: 'find-key' };
  const { itemId, etag } = place;
  return aim.attempts === 0 && etag !== undefined
    ? { kind: 'update', place: { itemId, etag } }
    : { kind: 'read', itemId };
}

/** What to do after a call, from its reply alone. Pure: every rule of filing stands here. */
export function nextStep(step: Step, reply: Reply, aim: Aim, now: Instant): Next {
  if ('unreachable' in reply) return unanswered(reply.unreachable);
  const setBack = setBackOf(reply, now);
  if (setBack) return setBack;
  switch (step.kind) {
    case 'create':
      return afterCreate(reply);
    case 'update':
      return afterUpdate(step.place, reply);
    case 'read':
      return afterRead(reply, aim);
    case 'find-key':
      return afterFindKey(reply, aim);
    case 'find-ref':
      return afterFindRef(reply, aim);
  }
}

/** What a failure to find the site or list means: always something that a person can mend, so never the end. */
export function notLocated(code: string, answer: GraphAnswer | undefined, now: Instant): Ending {
  const setBack = answer && setBackOf(answer, now);
  return setBack ?? later(code, { alarm: true, forget: true });
}

/** Ending of an attempt without an answer. */
export const unanswered = (code: string): Ending => later(code, code.startsWith('token') ? { alarm: true } : {});

/**
 * Answers that say nothing about the act itself. 429, and 503 with a time to wait, are SharePoint's refusals at the door:
 * no attempt. Any other 5xx may have been carried out, so it counts one and the next looks first. Should a refused write have
 * gone through all the same, the next meets its own key or a 412, and then looks. 401, 403 and the like: rights or settings
 * that can be mended.
 */
function setBackOf(answer: GraphAnswer, now: Instant): Ending | undefined {
  const { status } = answer;
  if (succeeded(answer) || [400, 404, 409, 412, 413, 415, 422].includes(status)) return undefined;
  if (status !== 429 && status !== 503)
    return later(`http-${status}`, status >= 500 || status === 408 ? {} : { alarm: true });
  const seconds = askedWait(answer.headers, now);
  if (seconds === undefined) return later('throttled', { pause: true });
  return later('throttled', { pause: true, seconds, free: true });
}

function afterCreate(answer: GraphAnswer): Next {
  if (succeeded(answer)) {
    const place = placeIn(answer);
    return place ? { kind: 'confirm', place } : go({ kind: 'find-key' });
  }
  if (isDuplicate(answer)) return go({ kind: 'find-key' });
  if (answer.status === 404) return later('list-missing', { alarm: true, forget: true });
  if (answer.status === 409 || answer.status === 412) return later(`http-${answer.status}`);
  return refused(answer);
}

function afterUpdate(tried: RowPlace, answer: GraphAnswer): Next {
  const read = go({ kind: 'read', itemId: tried.itemId });
  if (succeeded(answer)) {
    const place = placeIn(answer);
    return place ? { kind: 'confirm', place } : read;
  }
  if (answer.status === 409 || answer.status === 412) return read;
  if (answer.status === 404) return later('row-missing', { alarm: true, forget: true });
  return refused(answer);
}

/** SharePoint will not have this content, today or tomorrow: except where only a column is still missing. */
function refused(answer: GraphAnswer): Ending {
  return isUnknownColumn(answer) ? later('column-missing', { alarm: true }) : stop(`refused-${answer.status}`);
}

function afterRead(answer: GraphAnswer, aim: Aim): Next {
  if (answer.status === 404) return later('row-missing', { alarm: true, forget: true });
  const row = succeeded(answer) ? markIn(answer.body) : undefined;
  return row ? settle(row, aim) : unreadable(answer);
}

function afterFindKey(answer: GraphAnswer, aim: Aim): Next {
  if (answer.status === 404) return later('list-missing', { alarm: true, forget: true });
  const rows = succeeded(answer) ? marksIn(answer) : undefined;
  if (!rows) return unreadable(answer);
  const [row, second] = rows;
  if (second) return stop('row-twice');
  if (row) return settle(row, aim);
  if (aim.kind === 'update') return later('row-missing', { alarm: true });
  return aim.hasRef ? go({ kind: 'find-ref' }) : later('not-visible-yet');
}

/** The create was refused as a duplicate, and no row bears our key: another row has our reference, or the index lags. */
function afterFindRef(answer: GraphAnswer, aim: Aim): Next {
  const rows = succeeded(answer) ? marksIn(answer) : undefined;
  if (!rows) return unreadable(answer);
  return rows.some((row) => row.key !== aim.id) ? stop('reference-taken') : later('not-visible-yet');
}

/** A question that Lantern asks of every list was not understood: the list is not as provisioning makes it. */
const unreadable = (answer: GraphAnswer): Ending =>
  later(succeeded(answer) ? 'answer-not-understood' : `lookup-${faultIn(answer).code || answer.status}`, {
    alarm: true,
  });

/**
 * Tells from the row itself what became of an act.
 * Our key and revision are in it: done. The revision before ours: the row moved (a person edited it, or SharePoint saved of
 * its own accord), so write again upon what is there now, unless that would overwrite what somebody wrote. An older revision:
 * SharePoint may be showing an old copy (the acts before ours were confirmed), so look again later. Anything else is
 * another history than ours, and a person decides; another record's row is not shown to them. Upon what they chose, only what
 * somebody wrote since is in the way. An act from a backup that the row has moved on past was filed before it did, for the acts
 * of a record reach SharePoint in their order: it is done, and what came after it stays.
 */
function settle(row: RowMark, aim: Aim): Next {
  if (row.key !== aim.id) return conflict([]);
  const { itemId, etag } = row;
  // The eTag may already be that of an edit after ours: the next act shall not write upon it unseen.
  if (row.act === aim.act && row.rev === aim.rev) return { kind: 'confirm', place: { itemId } };
  if (aim.replayed && row.rev > aim.rev) return { kind: 'confirm', place: { itemId } };
  if (!aim.settled && row.rev < aim.rev - 1 && aim.attempts < staleAttempts) return later('row-behind');
  if (aim.kind === 'create' || (!aim.settled && row.rev !== aim.rev - 1))
    return conflict(differing(aim.cells, row.fields));
  const sides = contested(aim.cells, row.fields);
  return sides.length > 0 ? conflict(sides) : go({ kind: 'update', place: { itemId, etag } });
}
