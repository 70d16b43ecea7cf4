import type { State } from '../state.ts';

/** A transcript that Teams made of an online meeting. */
export interface StoredTranscript {
  readonly id: string;
  /** Of the event that the meeting belongs to, in whatever calendar. */
  readonly uid: string;
  /** Moments in ISO-8601. */
  readonly startedAt: string;
  readonly endedAt: string;
  /** WebVTT. */
  readonly text: string;
  /** Teams keeps the meeting no longer. */
  readonly expired: boolean;
}

export interface TranscriptStore {
  add(transcript: StoredTranscript): void;
  /** In the order in which they were made. */
  ofMeeting(uid: string): readonly StoredTranscript[];
  /** Says whether an application access policy lets applications reach the meetings that somebody organises. */
  grant(person: string, granted: boolean): void;
  isGranted(person: string): boolean;
}

export function createTranscriptStore(state: State): TranscriptStore {
  const insert = state.prepare('insert into transcript (id, uid, definition) values (?, ?, ?)');
  const find = state.prepare<[string], string>('select definition from transcript where uid = ?').pluck();
  const close = state.prepare('insert or ignore into closed_organiser (person) values (?)');
  const open = state.prepare('delete from closed_organiser where person = ?');
  const closed = state.prepare<[string], number>('select 1 from closed_organiser where person = ?').pluck();
  return {
    add: (transcript) => void insert.run(transcript.id, transcript.uid, JSON.stringify(transcript)),
    ofMeeting: (uid) =>
      find
        .all(uid)
        .map((definition) => JSON.parse(definition) as StoredTranscript)
        .toSorted((one, other) => (one.startedAt < other.startedAt ? -1 : 1)),
    grant: (person, granted) => void (granted ? open : close).run(person),
    isGranted: (person) => closed.get(person) === undefined,
  };
}
