// @ts-check
import { element } from './element.js';
import { graphView } from './graph-view.js';
import { listsView } from './lists-view.js';

const names = ['desk', 'lists', 'graph'];

/**
 * The rail's pages, one of which is shown.
 * @param {string | null} first
 * @param {(name: string) => void} changed
 * @returns {(name: string) => void} shows one
 */
export function startViews(first, changed) {
  const graph = graphView();
  const showLists = listsView();
  function show(/** @type {string} */ name) {
    for (const each of names) element(`view-${each}`, HTMLElement).hidden = each !== name;
    for (const button of document.querySelectorAll('[data-view]')) {
      if (button instanceof HTMLElement && button.dataset.view === name) button.setAttribute('aria-current', 'page');
      else button.removeAttribute('aria-current');
    }
    if (name === 'lists') void showLists();
    if (name === 'graph') graph.shown();
    else graph.hidden();
    changed(name);
  }
  for (const button of document.querySelectorAll('[data-view]'))
    button.addEventListener('click', () => button instanceof HTMLElement && show(button.dataset.view ?? 'desk'));
  show(names.find((name) => name === first) ?? 'desk');
  return show;
}
