const shape = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2}\.\d{3}Z)(?:\.[0-9a-f]{8})?\.backup$/;

/** When a backup in the usual place was made, by its name; undefined for any other file. */
export function backupTime(name: string): string | undefined {
  const [, year, month, day, hour, minute, second] = shape.exec(name) ?? [];
  return year === undefined ? undefined : `${year}-${month}-${day}T${hour}:${minute}:${second}`;
}
