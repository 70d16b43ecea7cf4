/**
 * The internal name that SharePoint makes of a column's name: anything but ASCII letters, digits and the underscore
 * becomes `_xHHHH_`, e.g. `Case Note` -> `Case_x0020_Note`.
 */
export function internalName(name: string): string {
  return name.replace(/[^A-Za-z0-9_]/g, (character) => `_x${character.charCodeAt(0).toString(16).padStart(4, '0')}_`);
}
