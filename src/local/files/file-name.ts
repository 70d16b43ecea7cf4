import { invalidRequest } from '../graph/graph-fault.ts';

const forbidden = /["*:<>?/\\|\p{Cc}]/u;
const reserved = /^(?:\.lock|con|prn|aux|nul|com\d|lpt\d|desktop\.ini|~\$.*|.*_vti_.*)$/i;
const longest = 255;

/**
 * Checks what a file or folder shall be called.
 * https://support.microsoft.com/office/restrictions-and-limitations-in-onedrive-and-sharepoint
 * @throws GraphFault 400
 */
export function checkName(name: string): void {
  const wrong =
    name === '' ||
    name.length > longest ||
    forbidden.test(name) ||
    reserved.test(name) ||
    name !== name.trim() ||
    name.endsWith('.');
  if (wrong) throw invalidRequest('The provided name is not valid for a file or folder.');
}

/** What comes after the last dot, in lower case; empty when there is none. */
export const extensionOf = (name: string) => /[^.]\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** `name 1.ext`, `name 2.ext` …: the first that is free. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  const extension = /[^.](\.[^.]+)$/.exec(name)?.[1] ?? '';
  const stem = name.slice(0, name.length - extension.length);
  for (let n = 1; ; n++) {
    const candidate = `${stem} ${n}${extension}`;
    if (!isTaken(candidate)) return candidate;
  }
}
