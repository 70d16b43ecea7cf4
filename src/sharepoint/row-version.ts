const shape = /^"?\{?([0-9a-f-]{36})\}?,(\d{1,15})"?$/i;

function parts(etag: string) {
  const [, row, version] = shape.exec(etag) ?? [];
  return row === undefined ? undefined : { row: row.toLowerCase(), version: Number(version) };
}

/**
 * How the eTag of a row (`"{guid},version"`) stands to one that was seen before.
 * @returns undefined when that cannot be told: no eTag is known, it is another row's, or of another shape
 */
export function compareVersions(etag: string, before: string | undefined): 'older' | 'same' | 'newer' | undefined {
  const [now, then] = [parts(etag), before === undefined ? undefined : parts(before)];
  if (!now || now.row !== then?.row) return undefined;
  if (now.version === then.version) return 'same';
  return now.version < then.version ? 'older' : 'newer';
}
