import type { Values } from '../graph/values.ts';
import { extensionOf } from './file-name.ts';

/**
 * What SharePoint writes into the row of a file or folder.
 * @param folder server-relative: `/sites/x/Files/2026`
 * @param size in bytes; undefined for a folder
 */
export function libraryFields(folder: string, name: string, size?: number): Values {
  const extension = extensionOf(name);
  return {
    FileLeafRef: name,
    FileDirRef: folder,
    ...(size !== undefined && { FileSizeDisplay: String(size) }),
    ...(size !== undefined && extension !== '' && { DocIcon: extension }),
  };
}

/** What a row of a library stands for; undefined in a list that is none. */
export function kindOfRow(values: Values): 'Document' | 'Folder' | undefined {
  if (values['FileLeafRef'] === undefined) return undefined;
  return values['FileSizeDisplay'] === undefined ? 'Folder' : 'Document';
}

/** The server-relative address of a row of a library. */
export const pathOfRow = (values: Values) => `${String(values['FileDirRef'])}/${String(values['FileLeafRef'])}`;

/** The values of a row as a caller may see them: the folder shows in addresses only. */
export function shownOfLibrary({ FileDirRef: _folder, ...values }: Values): Values {
  const name = values['FileLeafRef'];
  return { ...values, ...(name !== undefined && { LinkFilename: name, LinkFilenameNoMenu: name }) };
}
