import { useId, useState, type KeyboardEvent, type RefObject } from 'react';
import { useAnnounce } from '../components/announcer.tsx';
import { mentionAt, namesFor, type Mention } from './mention.ts';

export interface SuggestionSettings {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly names: readonly string[];
  /** Called with the whole text and the caret when a name was chosen. */
  readonly typed: (after: string, caret: number) => void;
}

/** Offers names behind an `@`: arrows go through them, Enter or Tab takes one, Escape leaves it. */
export function useSuggestions({ area, names, typed }: SuggestionSettings) {
  const id = useId();
  const announce = useAnnounce();
  const [mention, setMention] = useState<Mention>();
  const [marked, setMarked] = useState(0);
  const offered = mention ? namesFor(mention.begun, names) : [];
  const open = offered.length > 0;
  const look = () => {
    const element = area.current;
    if (!element || names.length === 0) return;
    const next = mentionAt(element.value, element.selectionEnd);
    const count = next ? namesFor(next.begun, names).length : 0;
    if (next?.begun !== mention?.begun) {
      setMarked(0);
      if (count > 0) announce(`${count} ${count === 1 ? 'person' : 'people'}: arrows choose, Enter takes`);
    }
    setMention(next);
  };
  const close = () => setMention(undefined);
  const take = (name: string) => {
    const element = area.current;
    if (!element || !mention) return;
    const behind = element.value.slice(mention.at + 1 + mention.begun.length);
    const before = `${element.value.slice(0, mention.at)}@${name} by `;
    typed(before + behind, before.length);
    close();
    requestAnimationFrame(() => {
      element.focus();
      element.setSelectionRange(before.length, before.length);
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open || event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = offered[marked];
    if (step !== undefined) setMarked((marked + step + offered.length) % offered.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen !== undefined) take(chosen);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const list = `${id}-names`;
  const optionId = (i: number) => `${list}-${i}`;
  const control = {
    onKeyDown,
    onClick: look,
    onBlur: close,
    ...(names.length > 0 && { 'aria-autocomplete': 'list' as const }),
    ...(open && { 'aria-controls': list, 'aria-activedescendant': optionId(marked) }),
  };
  return { control, look, list, optionId, offered, marked, take };
}

export type Suggestions = ReturnType<typeof useSuggestions>;
