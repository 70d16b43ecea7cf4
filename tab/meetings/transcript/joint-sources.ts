import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import { minutesDraft, type SourceBlock, type TranscriptLine } from '../../../src/areas/meetings/contract.ts';
import { sourceMost } from '../../../src/areas/meetings/fields.ts';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Whether what stands in the draft is a source: others write it too, and Lantern judges it only when it is saved. */
const isSource = (value: unknown): value is SourceBlock =>
  isRecord(value) &&
  value['from'] === 'teams-transcript' &&
  Array.isArray(value['lines']) &&
  value['lines'].every(
    (line) =>
      isRecord(line) &&
      [line['at'], line['text'], line['speaker'] ?? ''].every((words) => typeof words === 'string') &&
      !Number.isNaN(Date.parse(String(line['at']))),
  );

/** A line as a source may hold it: who spoke for longer than one holds goes on in the next. */
function linesOf({ at, speaker, text }: TranscriptLine): readonly TranscriptLine[] {
  const letters = Array.from(text);
  const pieces: TranscriptLine[] = [];
  // A letter may count twice.
  for (let i = 0; i < letters.length; i += sourceMost.text / 2)
    pieces.push({
      at,
      ...(speaker !== undefined && {
        speaker: Array.from(speaker)
          .slice(0, sourceMost.speaker / 2)
          .join(''),
      }),
      text: letters.slice(i, i + sourceMost.text / 2).join(''),
    });
  return pieces.filter((piece) => piece.text.trim() !== '');
}

/** The sources beside a point as they change, and what adds one and takes one away. */
export function useJointSources(document: Y.Doc, point: string) {
  const list = useMemo(() => document.getArray<unknown>(minutesDraft.sourceOf(point)), [document, point]);
  const listen = useCallback(
    (changed: () => void) => {
      list.observe(changed);
      return () => list.unobserve(changed);
    },
    [list],
  );
  // As text: a list that is made anew at each look would be drawn for ever.
  const held = useSyncExternalStore(listen, () => JSON.stringify(list.toJSON()));
  const entries = useMemo(() => JSON.parse(held) as readonly unknown[], [held]);
  return {
    sources: entries.flatMap((entry, place) => (isSource(entry) ? [{ place, source: entry }] : [])),
    take(lines: readonly TranscriptLine[]): void {
      const all = lines.flatMap(linesOf);
      const blocks: SourceBlock[] = [];
      for (let i = 0; i < all.length; i += sourceMost.lines)
        blocks.push({ from: 'teams-transcript', lines: all.slice(i, i + sourceMost.lines) });
      if (blocks.length > 0) list.push(blocks);
    },
    remove: (place: number) => list.delete(place, 1),
  };
}
