/** The columns that the rows of a library show beside those of any list. */
export const libraryNames: readonly string[] = [
  'FileLeafRef',
  'FileSizeDisplay',
  'DocIcon',
  'LinkFilename',
  'LinkFilenameNoMenu',
];
