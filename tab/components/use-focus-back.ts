import { useEffect, useRef, type RefObject } from 'react';

/**
 * When a form is closed a keyboard goes on at the button that opened it.
 * @param place where that button stands once the form is gone; its first button is taken
 */
export function useFocusBack(open: boolean, place: RefObject<HTMLElement | null>): void {
  const was = useRef(open);
  useEffect(() => {
    if (was.current && !open) place.current?.querySelector('button')?.focus();
    was.current = open;
  }, [open, place]);
}
