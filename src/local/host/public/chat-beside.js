// @ts-check
import { element } from './element.js';

/**
 * A chat window beside the tab, as Teams shows both. Where the window is narrow it takes the tab's place.
 * @param {{ name: string, url: string } | undefined} chat of whoever is signed in
 * @param {boolean} open
 * @param {(open: boolean) => void} changed
 */
export function chatBeside(chat, open, changed) {
  const toggle = element('chat-toggle', HTMLButtonElement);
  const panes = element('panes', HTMLElement);
  /** @type {HTMLIFrameElement | undefined} */
  let frame;
  toggle.hidden = chat === undefined;
  if (!chat) return;

  function show(/** @type {boolean} */ shown) {
    if (shown && !frame && chat) {
      frame = document.createElement('iframe');
      frame.title = `${chat.name}’s chat`;
      frame.className = 'chat';
      frame.src = chat.url;
      panes.append(frame);
    }
    panes.classList.toggle('with-chat', shown);
    if (frame) frame.hidden = !shown;
    toggle.setAttribute('aria-pressed', String(shown));
    changed(shown);
  }
  toggle.addEventListener('click', () => show(toggle.getAttribute('aria-pressed') !== 'true'));
  show(open);
}
