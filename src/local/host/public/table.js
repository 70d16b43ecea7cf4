// @ts-check
/**
 * Fills a table; everything is set as text.
 * @param {HTMLTableElement} table
 * @param {readonly string[]} heads
 * @param {readonly (readonly string[])[]} rows
 * @param {boolean} [more] adds to what stands there
 */
export function fillTable(table, heads, rows, more = false) {
  const cells = (/** @type {readonly string[]} */ texts, /** @type {'th' | 'td'} */ kind) => {
    const row = document.createElement('tr');
    for (const text of texts) {
      const cell = document.createElement(kind);
      if (kind === 'th') cell.setAttribute('scope', 'col');
      cell.textContent = text;
      if (text.length <= 40) cell.className = 'short';
      if (text.length > 80) cell.className = 'long';
      row.append(cell);
    }
    return row;
  };
  if (!more) {
    const head = document.createElement('thead');
    head.append(cells(heads, 'th'));
    table.replaceChildren(head, document.createElement('tbody'));
  }
  table.tBodies[0]?.append(...rows.map((texts) => cells(texts, 'td')));
}
