// @ts-check
import { element } from './element.js';
import { fillTable } from './table.js';

/** The page that looks into the SharePoint lists. @returns what to do each time it is shown */
export function listsView() {
  const site = element('site', HTMLSelectElement);
  const list = element('list', HTMLSelectElement);
  const note = element('rows-note', HTMLElement);
  const more = element('rows-more', HTMLButtonElement);
  const table = element('rows', HTMLTableElement);
  /** @type {readonly import('../../graph/inspect.ts').SiteShown[]} */
  let sites = [];
  /** @type {number | undefined} */
  let next;

  function showLists() {
    const lists = sites.find(({ id }) => id === site.value)?.lists ?? [];
    const before = list.selectedOptions[0]?.dataset.name ?? 'Concerns';
    list.replaceChildren(
      ...lists.map(({ id, name, rows }) => {
        const option = new Option(`${name} (${rows})`, id, false, name === before);
        option.dataset.name = name;
        return option;
      }),
    );
  }
  async function showRows(/** @type {number | undefined} */ before) {
    const asked = new URLSearchParams({
      site: site.value,
      list: list.value,
      ...(before && { before: String(before) }),
    });
    const answer = await fetch(`/host/rows?${asked}`);
    if (!answer.ok) {
      note.textContent = 'There is no such list.';
      return;
    }
    /** @type {import('../../graph/inspect.ts').RowsShown} */
    const shown = await answer.json();
    // Keys are for Lantern; what a person reads comes first.
    const readable = shown.columns.filter(({ name }) => name !== 'Title' && name !== 'Ref');
    const columns = [
      ...readable.filter(({ name }) => !/(Id|Key)$/.test(name)),
      ...readable.filter(({ name }) => /(Id|Key)$/.test(name)),
    ];
    const lines = shown.rows.map(({ id, values, modifiedBy }) => [
      String(values.Title ?? id),
      ...columns.map(({ name }) => String(values[name] ?? '')),
      modifiedBy,
    ]);
    fillTable(table, ['Title', ...columns.map(({ label }) => label), 'Modified by'], lines, before !== undefined);
    next = shown.next;
    more.hidden = next === undefined;
    const count = table.tBodies[0]?.rows.length ?? 0;
    note.textContent = count === 0 ? 'This list is empty.' : `${count} rows, newest first.`;
  }
  async function show() {
    const answer = await fetch('/host/lists').catch(() => undefined);
    if (!answer?.ok) {
      note.textContent = 'The lists cannot be shown here.';
      return;
    }
    const chosen = site.value;
    ({ sites } = await answer.json());
    site.replaceChildren(...sites.map(({ id, name }) => new Option(name, id, false, id === chosen)));
    showLists();
    await showRows(undefined);
  }
  site.addEventListener('change', () => {
    showLists();
    void showRows(undefined);
  });
  list.addEventListener('change', () => showRows(undefined));
  more.addEventListener('click', () => showRows(next));
  element('rows-again', HTMLButtonElement).addEventListener('click', show);
  return show;
}
