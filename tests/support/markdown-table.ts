/** The rows of the tables on a page, heads and rules left out, each with the cells as they read and with the heading above it. */
export interface Row {
  readonly heading: string;
  readonly head: readonly string[];
  readonly cells: readonly string[];
}

const cellsOf = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
const isRule = (line: string | undefined) => line !== undefined && /^\|[-| ]+\|$/.test(line);

/** @param page Markdown; no cell may hold an upright stroke */
export function rowsOf(page: string): readonly Row[] {
  const lines = page.split('\n');
  const rows: Row[] = [];
  let heading = '';
  let head: readonly string[] = [];
  lines.forEach((line, n) => {
    if (line.startsWith('#')) heading = line.replace(/^#+ /, '');
    else if (line.startsWith('|') && isRule(lines[n + 1])) head = cellsOf(line);
    else if (line.startsWith('|') && !isRule(line)) rows.push({ heading, head, cells: cellsOf(line) });
  });
  return rows;
}
