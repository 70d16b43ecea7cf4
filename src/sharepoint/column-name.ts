/** Internal names that SharePoint's own columns bear in every list; a column of ours under such a name would get another. */
const taken = new Set(
  [
    'Title',
    'LinkTitle',
    'LinkTitleNoMenu',
    'Id',
    'Guid',
    'UniqueId',
    'Version',
    'Order',
    'Attachments',
    'Edit',
    'DocIcon',
    'Created',
    'Modified',
    'Author',
    'Editor',
    'AppAuthor',
    'AppEditor',
    'ContentType',
    'ContentTypeId',
    'ComplianceAssetId',
    'FileRef',
    'FileLeafRef',
    'FileDirRef',
    'FSObjType',
    'ItemChildCount',
    'FolderChildCount',
    'InstanceID',
    'MetaInfo',
    'PermMask',
    'ProgId',
    'ScopeId',
    'SelectTitle',
    'ServerUrl',
    'SortBehavior',
    'EncodedAbsUrl',
    'BaseName',
    'WorkflowVersion',
  ].map((name) => name.toLowerCase()),
);

/**
 * The internal column name of a record's field: `childAsTyped` gives `ChildAsTyped`.
 * @throws Error when the name is not plain camelCase ASCII (SharePoint would encode it), too long, or SharePoint's own
 */
export function columnName(field: string): string {
  if (!/^[a-z][A-Za-z0-9]{0,31}$/.test(field))
    throw new Error(`${field} cannot be a column's name: camelCase ASCII, at most 32`);
  if (taken.has(field.toLowerCase())) throw new Error(`${field} cannot be a column's name: SharePoint has one already`);
  return `${field.charAt(0).toUpperCase()}${field.slice(1)}`;
}
