import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import * as Y from 'yjs';

/** Origin of what is typed on this screen: nothing else is taken back here. */
export const typedHere = Symbol('typed here');

/** What is typed within this time is taken back in one step. */
const stepMs = 600;

type Step = 'undo' | 'redo';

/** What keys ask for, on Windows and on a Mac. */
function stepOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): Step | undefined {
  if (altKey || ctrlKey === metaKey) return undefined;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && ctrlKey && !shiftKey ? 'redo' : undefined;
}

const steps: Readonly<Partial<Record<string, Step>>> = { historyUndo: 'undo', historyRedo: 'redo' };

/**
 * Takes back what somebody typed into a text here, and never what others wrote in it meanwhile: the browser’s own way back knows the
 * text as it was on this screen, and would take theirs with it.
 * @returns to be asked with each key; whether it was one of these
 */
export function useOwnUndo(area: RefObject<HTMLTextAreaElement | null>, text: Y.Text) {
  const undo = useRef<Y.UndoManager>(undefined);
  useEffect(() => {
    const element = area.current;
    const own = new Y.UndoManager(text, { trackedOrigins: new Set([typedHere]), captureTimeout: stepMs });
    // From a menu, or by shaking a telephone.
    const asked = (event: InputEvent) => {
      const step = steps[event.inputType];
      if (step === undefined) return;
      event.preventDefault();
      own[step]();
    };
    undo.current = own;
    element?.addEventListener('beforeinput', asked);
    return () => {
      element?.removeEventListener('beforeinput', asked);
      own.destroy();
    };
  }, [area, text]);
  return (event: KeyboardEvent): boolean => {
    const step = event.nativeEvent.isComposing ? undefined : stepOf(event);
    if (step === undefined) return false;
    event.preventDefault();
    undo.current?.[step]();
    return true;
  };
}
