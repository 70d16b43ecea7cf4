import { Field, makeStyles, Textarea } from '@fluentui/react-components';
import { useEffect, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';
import type * as Y from 'yjs';
import { PersonSuggestions } from './person-suggestions.tsx';
import { changeBetween, placeAfter, type DeltaStep } from './text-change.ts';
import { useJointText } from './use-joint-text.ts';
import { typedHere, useOwnUndo } from './use-own-undo.ts';
import { useSuggestions } from './use-suggestions.ts';

const useStyles = makeStyles({
  // The line that says what is saved lies over what is scrolled beneath it.
  area: { maxHeight: 'none', overflowY: 'hidden', scrollMarginTop: '56px' },
  box: { width: '100%' },
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
});

export interface MinutesTextProps {
  readonly text: Y.Text;
  readonly label: string;
  /** What to think of. */
  readonly prompt?: string | undefined;
  /** Names that are offered behind an `@`. */
  readonly names?: readonly string[];
  /** Whether it takes the focus when it appears. */
  readonly focus?: boolean;
  /** What stands beneath it. */
  readonly children?: ReactNode;
}

const nobody: readonly string[] = [];

/** A text of the minutes. What others write in it meanwhile appears, and the caret stays where it is. */
export function MinutesText({ text, label, prompt, names = nobody, focus = false, children }: MinutesTextProps) {
  const styles = useStyles();
  const area = useRef<HTMLTextAreaElement>(null);
  const value = useJointText(text);
  useKeptCaret(area, text, value);
  useHeight(area, value);
  useEffect(() => {
    if (focus) area.current?.focus();
  }, [focus]);
  const typed = (after: string, caret: number) => {
    const change = changeBetween(text.toJSON(), after, caret);
    if (!change) return;
    text.doc?.transact(() => {
      text.delete(change.at, change.remove);
      text.insert(change.at, change.insert);
    }, typedHere);
  };
  const takesBack = useOwnUndo(area, text);
  const suggestions = useSuggestions({ area, names, typed });
  return (
    <Field className={styles.field} label={label} {...(prompt !== undefined && { hint: prompt })}>
      {(control) => (
        <div>
          <Textarea
            {...control}
            {...suggestions.control}
            onKeyDown={(event) => {
              if (!takesBack(event)) suggestions.control.onKeyDown(event);
            }}
            className={styles.box}
            textarea={{ className: styles.area, ref: area }}
            value={value}
            rows={2}
            resize="none"
            dir="auto"
            autoComplete="off"
            onChange={(event, { value: after }) => {
              typed(after, event.currentTarget.selectionEnd);
              suggestions.look();
            }}
          />
          <PersonSuggestions {...suggestions} />
          {children}
        </div>
      )}
    </Field>
  );
}

/** Puts the caret back where it was in the words when somebody else has changed them, or something was taken back. */
function useKeptCaret(area: RefObject<HTMLTextAreaElement | null>, text: Y.Text, value: string): void {
  const caret = useRef<readonly [number, number]>(undefined);
  useEffect(() => {
    const observe = (event: Y.YTextEvent, { origin }: Y.Transaction) => {
      const element = area.current;
      if (origin === typedHere || !element || document.activeElement !== element) return;
      const delta = event.delta as readonly DeltaStep[];
      const [from, to] = caret.current ?? [element.selectionStart, element.selectionEnd];
      caret.current = [placeAfter(from, delta), placeAfter(to, delta)];
    };
    text.observe(observe);
    return () => text.unobserve(observe);
  }, [area, text]);
  useLayoutEffect(() => {
    if (caret.current) area.current?.setSelectionRange(...caret.current);
    caret.current = undefined;
  }, [area, value]);
}

/** As high as what stands in it, so that minutes are read in one go. */
function useHeight(area: RefObject<HTMLTextAreaElement | null>, value: string): void {
  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [area, value]);
}
