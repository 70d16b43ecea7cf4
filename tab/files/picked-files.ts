/** A file that somebody chose, dropped or pasted; a folder looks like one. */
export interface Picked {
  readonly file: File;
  readonly isFolder: boolean;
}

/** What was dropped or pasted. To be called while the event lasts: afterwards it is empty. */
export function pickedFiles({ items }: DataTransfer): readonly Picked[] {
  return Array.from(items).flatMap((item) => {
    const file = item.kind === 'file' ? item.getAsFile() : null;
    return file ? [{ file, isFolder: item.webkitGetAsEntry()?.isDirectory === true }] : [];
  });
}
