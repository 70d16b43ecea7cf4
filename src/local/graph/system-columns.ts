import { libraryNames } from '../files/library-names.ts';
import { stableGuid } from '../stable-guid.ts';
import { columnRequest, type Column } from './column.ts';

const make = (name: string, displayName: string, rest: object): Column => ({
  ...columnRequest.parse({ name, columnGroup: '_Hidden', ...rest }),
  displayName,
  id: stableGuid(`column ${name}`),
});

/** The column that the list template brings along; the only one of them that can be written. */
export const titleColumn: Column = make('Title', 'Title', {
  columnGroup: 'Custom Columns',
  required: true,
  text: { maxLength: 255 },
});

/** Columns of every list that SharePoint fills itself. Sending one back in a write is refused. */
export const systemColumns: readonly Column[] = [
  make('ID', 'ID', { readOnly: true, indexed: true, number: {} }),
  make('ContentType', 'Content Type', { readOnly: true, text: {} }),
  make('Modified', 'Modified', { readOnly: true, dateTime: {} }),
  make('Created', 'Created', { readOnly: true, dateTime: {} }),
  make('Author', 'Created By', { readOnly: true, text: {} }),
  make('Editor', 'Modified By', { readOnly: true, text: {} }),
  make('_UIVersionString', 'Version', { readOnly: true, text: {} }),
  make('Attachments', 'Attachments', { readOnly: true, boolean: {} }),
  make('Edit', 'Edit', { readOnly: true, text: {} }),
  make('LinkTitleNoMenu', 'Title', { readOnly: true, text: {} }),
  make('LinkTitle', 'Title', { readOnly: true, text: {} }),
  make('ItemChildCount', 'Item Child Count', { readOnly: true, text: {} }),
  make('FolderChildCount', 'Folder Child Count', { readOnly: true, text: {} }),
];

/**
 * What the template's own columns are called, in lower case: a caller's column cannot have the name. `Author` it can:
 * Microsoft's page on making lists begins with one.
 */
export const templateNames: ReadonlySet<string> = new Set(
  [...[titleColumn, ...systemColumns].map(({ name }) => name), ...libraryNames]
    .map((name) => name.toLowerCase())
    .filter((name) => name !== 'author'),
);
