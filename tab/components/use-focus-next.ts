import { useCallback, useEffect, useState, type RefObject } from 'react';

/**
 * Moves the keyboard on where what had it is gone: once the change that is being made is drawn. A frame of the browser may come before
 * that, and the keyboard would be nowhere.
 * @param place where the first that fits takes it; the page's heading does where nothing fits
 * @returns to be called together with the change; with a selector, where it is not the first button
 */
export function useFocusNext(place?: RefObject<HTMLElement | null>): (selector?: string) => void {
  const [next, setNext] = useState<{ readonly selector: string }>();
  useEffect(() => {
    if (!next) return;
    const found = place?.current?.querySelector<HTMLElement>(next.selector);
    (found ?? document.querySelector<HTMLElement>('h1'))?.focus();
  }, [next, place]);
  return useCallback((selector = 'button') => setNext({ selector }), []);
}
