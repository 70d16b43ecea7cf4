import * as Y from 'yjs';
import type { Api } from '../api/create-api.ts';
import { formKey } from '../api/form-key.ts';
import { createMinutesSaver, type MinutesSaver } from './minutes-saver.ts';

/** Minutes that are being written here. */
export interface OpenMinutes {
  readonly document: Y.Doc;
  readonly saver: MinutesSaver;
  /** Takes in what Lantern has, when nobody is in the midst of a letter. */
  readonly receive: (draft: string) => void;
  /** The screen is left: what is not saved yet is saved at once, and held until it is. */
  readonly leave: () => void;
}

const held = new WeakMap<Api, Map<string, OpenMinutes>>();

/** What saves the minutes of a meeting that are written here; undefined where none are. */
export const saverOf = (api: Api, meeting: string): MinutesSaver | undefined => held.get(api)?.get(meeting)?.saver;

/** Whether something was typed into the minutes of a meeting here that is not saved. */
export const hasUnsaved = (api: Api, meeting: string): boolean => saverOf(api, meeting)?.isUnsaved() ?? false;

/**
 * The minutes of a meeting as they are held in the memory of this tab, and nowhere else: in the browser's storage a child's words
 * would lie on a device that somebody else picks up next. While something is not saved, the browser asks before it closes the page,
 * and every way through Lantern and back finds it again.
 */
export function openMinutes(api: Api, meeting: string): OpenMinutes {
  const all = held.get(api) ?? new Map<string, OpenMinutes>();
  held.set(api, all);
  const known = all.get(meeting);
  if (known) return known;
  const document = new Y.Doc();
  const saver = createMinutesSaver({
    document,
    send: (update) => api.writeMinutes(meeting, { form: formKey(), update }),
  });
  const guard = (event: BeforeUnloadEvent) => {
    if (saver.isUnsaved()) event.preventDefault();
  };
  // A telephone may never come back to a page that was put aside.
  const aside = () => {
    if (window.document.visibilityState === 'hidden') void saver.save();
  };
  window.addEventListener('beforeunload', guard);
  window.document.addEventListener('visibilitychange', aside);
  let composing = false;
  let waiting: string | undefined;
  const began = () => {
    composing = true;
  };
  const ended = () => {
    composing = false;
    if (waiting !== undefined) saver.receive(waiting);
    waiting = undefined;
  };
  window.addEventListener('compositionstart', began);
  window.addEventListener('compositionend', ended);
  let left = false;
  const forget = () => {
    if (!left || saver.isUnsaved()) return;
    all.delete(meeting);
    window.removeEventListener('beforeunload', guard);
    window.document.removeEventListener('visibilitychange', aside);
    window.removeEventListener('compositionstart', began);
    window.removeEventListener('compositionend', ended);
  };
  saver.listen(forget);
  const opened: OpenMinutes = {
    document,
    saver,
    receive: (draft) => {
      left = false;
      if (composing) waiting = draft;
      else saver.receive(draft);
    },
    leave: () => {
      left = true;
      void saver.save();
      forget();
    },
  };
  all.set(meeting, opened);
  return opened;
}
