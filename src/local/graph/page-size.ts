import { badRequest } from './graph-fault.ts';

const usual = 200;
const largest = 5_000;

/**
 * How many rows a page of a list holds.
 * @param top the `$top` asked for; what is larger than SharePoint gives is cut down without a word
 * @throws GraphFault 400 for anything but a whole number above 0
 */
export function pageSize(top: string | undefined): number {
  if (top === undefined) return usual;
  if (!/^[1-9]\d{0,8}$/.test(top)) throw badRequest(`Invalid value '${top}' for $top query option found.`);
  return Math.min(Number(top), largest);
}
