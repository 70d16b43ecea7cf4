import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';

/** What a text says that several people write, as it changes. */
export function useJointText(text: Y.Text): string {
  const listen = useCallback(
    (changed: () => void) => {
      text.observe(changed);
      return () => text.unobserve(changed);
    },
    [text],
  );
  return useSyncExternalStore(listen, () => text.toJSON());
}

/** One value of a map that several people change, and what sets it; undefined takes it away. */
export function useJointValue(map: Y.Map<unknown>, key: string) {
  const listen = useCallback(
    (changed: () => void) => {
      map.observe(changed);
      return () => map.unobserve(changed);
    },
    [map],
  );
  const value = useSyncExternalStore(listen, () => map.get(key));
  return useMemo(
    () => [value, (next: string | undefined) => (next === undefined ? map.delete(key) : map.set(key, next))] as const,
    [value, map, key],
  );
}
