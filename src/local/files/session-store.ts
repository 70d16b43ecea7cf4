import type { Author } from '../graph/item-store.ts';
import type { State } from '../state.ts';
import type { Conflict } from './conflict.ts';

/** An upload that is under way: https://learn.microsoft.com/graph/api/resources/uploadsession */
export interface UploadSession {
  readonly id: string;
  /** Opens the upload's address without a token. */
  readonly secret: string;
  readonly site: string;
  readonly list: string;
  /** The row of the folder that the file will lie in; 0 for the root. */
  readonly folder: number;
  readonly name: string;
  /** The row whose content it replaces, when it was begun for a file that was there. */
  readonly item: number | null;
  readonly conflict: Conflict;
  /** Bytes of the whole file; null until it is known. */
  readonly size: number | null;
  /** Bytes that have come, from the beginning without a gap. */
  readonly received: number;
  /** Where they are. */
  readonly blob: string;
  readonly by: Author;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

export interface SessionStore {
  save(session: UploadSession): void;
  find(id: string): UploadSession | undefined;
  remove(id: string): void;
  /** Ends the session together with what `work` does, or neither. */
  finish<T>(id: string, work: () => T): T;
  /** Forgets those that have expired. @returns the bytes that they held */
  expire(now: number): readonly string[];
  /** The bytes that uploads under way have brought. */
  blobs(): readonly string[];
}

const read = (definition: string) => JSON.parse(definition) as UploadSession;

export function createSessionStore(state: State): SessionStore {
  const save = state.prepare('insert or replace into upload_session (id, expires, definition) values (?, ?, ?)');
  const find = state.prepare<[string], string>('select definition from upload_session where id = ?').pluck();
  const remove = state.prepare('delete from upload_session where id = ?');
  const expire = state
    .prepare<[number], string>('delete from upload_session where expires <= ? returning definition')
    .pluck();
  const all = state.prepare<[], string>('select definition from upload_session').pluck();
  return {
    save: (session) => void save.run(session.id, session.expires, JSON.stringify(session)),
    find(id) {
      const definition = find.get(id);
      return definition === undefined ? undefined : read(definition);
    },
    remove: (id) => void remove.run(id),
    finish: (id, work) =>
      state.transaction(() => {
        const done = work();
        remove.run(id);
        return done;
      })(),
    expire: (now) => expire.all(now).map((definition) => read(definition).blob),
    blobs: () => all.all().map((definition) => read(definition).blob),
  };
}
