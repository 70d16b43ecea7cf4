import { useEffect, useRef } from 'react';

/** How long a person may think between two keys that belong together. */
const patienceMs = 1_200;

/** Whether a key belongs to what has the focus: one types there, or moves among choices. */
const isTyping = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null;

/**
 * Runs what belongs to a key, or to two keys one after the other.
 * @param bindings keys as they are listed, e.g. `g c`, to what they do
 * @param on whether keys count at all
 */
export function useKeys(bindings: Readonly<Record<string, () => void>>, on: boolean): void {
  const latest = useRef(bindings);
  useEffect(() => {
    latest.current = bindings;
  });
  useEffect(() => {
    if (!on) return undefined;
    let before = { key: '', at: 0 };
    const press = (event: KeyboardEvent) => {
      const { key, timeStamp: at } = event;
      if (key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const two = at - before.at < patienceMs ? latest.current[`${before.key} ${key}`] : undefined;
      const act = two ?? latest.current[key];
      before = { key: act ? '' : key, at };
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [on]);
}
