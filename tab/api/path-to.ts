/**
 * A contract's path with its `:names` filled in.
 * @throws TypeError when a name has no value
 */
export function pathTo(path: string, values: Readonly<Record<string, string>>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new TypeError(`${path} needs ${name}`);
    return encodeURIComponent(value);
  });
}
