import * as Y from 'yjs';
import { minutesDraft } from '../contract.ts';
import { conferenceOutcome, minuteTexts } from '../fields.ts';
import { areSources, sourcesOf } from '../transcript/source-blocks.ts';

export type MinuteText = keyof typeof minuteTexts;

/** A part of a draft as the store gives it. */
export interface DraftPart {
  readonly id: number | string;
  readonly bytes: string;
}

/** Parts after which a draft is put into one again: each autosave adds one. */
export const mostParts = 32;

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

/** The document that parts make, in whatever order they came. */
function documentOf(parts: readonly Pick<DraftPart, 'bytes'>[]): Y.Doc {
  const document = new Y.Doc();
  for (const { bytes } of parts) Y.applyUpdate(document, bytesOf(bytes));
  return document;
}

/** Base64 of all parts as one; empty where there are none. */
export const mergedDraft = (parts: readonly Pick<DraftPart, 'bytes'>[]): string =>
  parts.length === 0 ? '' : textOf(Y.encodeStateAsUpdate(documentOf(parts)));

/** What comes of an update: the part to keep, and up to which it takes the place of others; or why it is not taken. */
export type Taken =
  | { readonly ok: true; readonly add: string; readonly upto?: string }
  | { readonly ok: false; readonly why: 'not-an-update' | 'too-large' | 'out-of-step' };

/**
 * Takes what a writer sends. It is data only: it is laid into a document by Yjs, and must then have texts of points of this meeting
 * and nothing else.
 * @param update base64 of a Yjs update
 * @param points ids of the points that the agenda has, or had
 * @param most parts from which on the draft is put into one again
 */
export function takeUpdate(
  parts: readonly DraftPart[],
  update: string,
  points: ReadonlySet<string>,
  most = mostParts,
): Taken {
  const bytes = bytesOf(update);
  if (bytes.length > minutesDraft.mostBytes.update) return { ok: false, why: 'too-large' };
  const document = documentOf(parts);
  try {
    // Reads each part of it one by one. To apply makes room first for as many as it says that there are.
    Y.decodeUpdate(bytes);
    Y.applyUpdate(document, bytes);
  } catch {
    return { ok: false, why: 'not-an-update' };
  }
  // What rests on something that never came would show up later, past the check that follows.
  if (document.store.pendingStructs !== null || document.store.pendingDs !== null)
    return { ok: false, why: 'out-of-step' };
  const names = [...document.share.keys()];
  if (!names.every((name) => isOfMinutes(name, points))) return { ok: false, why: 'not-an-update' };
  const withSource = [...points].filter((point) => document.share.has(minutesDraft.sourceOf(point)));
  if (!withSource.every((point) => areSources(document, point))) return { ok: false, why: 'not-an-update' };
  const whole = Y.encodeStateAsUpdate(document);
  if (whole.length > minutesDraft.mostBytes.draft) return { ok: false, why: 'too-large' };
  const last = parts.at(-1);
  if (parts.length < most || last === undefined) return { ok: true, add: textOf(bytes) };
  // Others may have written meanwhile: only what was loaded, and so is held in it, gives way.
  return { ok: true, add: textOf(whole), upto: String(last.id) };
}

function isOfMinutes(name: string, points: ReadonlySet<string>): boolean {
  if (name === minutesDraft.states || name === minutesDraft.meeting) return true;
  const [point = '', text = '', ...more] = name.split('/');
  if (more.length > 0 || !points.has(point)) return false;
  return Object.hasOwn(minuteTexts, text) || name === minutesDraft.sourceOf(point);
}

export interface DraftedPoint {
  readonly texts: Readonly<Partial<Record<MinuteText, string>>>;
  /** Whether lines of a transcript stand beside it. They are counted here and handed on to nobody. */
  readonly hasSource: boolean;
  readonly state?: 'decided' | 'carried';
}

export interface DraftedMinutes {
  readonly outcome?: keyof typeof conferenceOutcome;
  point(id: string): DraftedPoint;
}

/** What a draft says, as plain text; what is empty is absent. */
export function readDraft(parts: readonly Pick<DraftPart, 'bytes'>[]): DraftedMinutes {
  const document = documentOf(parts);
  const outcome = document.getMap(minutesDraft.meeting).get('outcome');
  const states = document.getMap(minutesDraft.states);
  return {
    ...(typeof outcome === 'string' &&
      Object.hasOwn(conferenceOutcome, outcome) && { outcome: outcome as keyof typeof conferenceOutcome }),
    point(id) {
      const state = states.get(id);
      const texts = (Object.keys(minuteTexts) as MinuteText[]).flatMap((text) => {
        const words = document.getText(minutesDraft.textOf(id, text)).toJSON().trim();
        return words === '' ? [] : [[text, words] as const];
      });
      return {
        texts: Object.fromEntries(texts),
        hasSource: sourcesOf(document, id).length > 0,
        ...((state === 'decided' || state === 'carried') && { state }),
      };
    },
  };
}
