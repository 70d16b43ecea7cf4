import {
  FluentProvider,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  teamsLightTheme,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

type Row = Readonly<Record<string, unknown>>;
const columns = ['urgency', 'child', 'safeNow', 'reportedAt', 'status', 'filed'] as const;

/** The yardstick of the desk: the same list in Fluent's table, with nothing that a school needs. */
function Page() {
  const [rows, setRows] = useState<readonly Row[]>([]);
  useEffect(() => {
    void fetch('/rows.json')
      .then((answer) => answer.json() as Promise<{ readonly items: readonly Row[] }>)
      .then(({ items }) => setRows(items));
  }, []);
  return (
    <FluentProvider theme={teamsLightTheme}>
      <h1>Concerns</h1>
      <Table aria-label="Concerns">
        <TableHeader>
          <TableRow>
            {columns.map((name) => (
              <TableHeaderCell key={name}>{name}</TableHeaderCell>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={String(row['id'])}>
              {columns.map((name) => (
                <TableCell key={name}>{String(row[name])}</TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </FluentProvider>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<Page />);
