import { useCallback, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import { minutesDraft, type AgendaItem } from '../../src/areas/meetings/contract.ts';
import { minuteTexts } from '../../src/areas/meetings/fields.ts';

const texts = Object.keys(minuteTexts) as (keyof typeof minuteTexts)[];

function isStrayed(document: Y.Doc, agenda: readonly Pick<AgendaItem, 'id'>[]): boolean {
  const shown = new Set(agenda.flatMap(({ id }) => texts.map((text) => minutesDraft.textOf(id, text))));
  const isText = (name: string) => texts.some((text) => name.endsWith(minutesDraft.textOf('', text)));
  return [...document.share.keys()].some(
    (name) => isText(name) && !shown.has(name) && document.getText(name).length > 0,
  );
}

/**
 * Whether something is written in a draft about a point that its agenda does not show: the point was taken off while somebody wrote, or
 * may not be shown to them.
 */
export function useStrayed(document: Y.Doc, agenda: readonly Pick<AgendaItem, 'id'>[]): boolean {
  const listen = useCallback(
    (changed: () => void) => {
      document.on('update', changed);
      return () => document.off('update', changed);
    },
    [document],
  );
  return useSyncExternalStore(listen, () => isStrayed(document, agenda));
}
