import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';

type Place = RefObject<HTMLElement | null>;

/** The first that fits in the place takes the keyboard, and the page's heading does where nothing fits. */
const goOn = (place: Place | undefined, selector: string) =>
  (place?.current?.querySelector<HTMLElement>(selector) ?? document.querySelector<HTMLElement>('h1'))?.focus();

/**
 * When a form is closed a keyboard goes on at the button that opened it.
 * @param place where that button stands once the form is gone
 * @param selector which it is, where it is not the first
 */
export function useFocusBack(open: boolean, place: Place, selector = 'button'): void {
  const was = useRef(open);
  useEffect(() => {
    if (was.current && !open) goOn(place, selector);
    was.current = open;
  }, [open, place, selector]);
}

/**
 * Moves the keyboard on where what had it is gone and no form was open: once the change that is being made is drawn. A frame of the
 * browser may come before that, and the keyboard would be nowhere.
 * @returns to be called together with the change; with a selector, where it is not the first button
 */
export function useFocusNext(place?: Place): (selector?: string) => void {
  const [next, setNext] = useState<{ readonly selector: string }>();
  useEffect(() => {
    if (next) goOn(place, next.selector);
  }, [next, place]);
  return useCallback((selector = 'button') => setNext({ selector }), []);
}
