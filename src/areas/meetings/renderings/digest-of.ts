import { sha256 } from '../../../perform/digest.ts';
import type { ChannelRendering } from '../renderings-contract.ts';

/** A value as JSON with the names of each object in their order, so that equal values have equal texts. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const held = Object.entries(value).filter(([, one]) => one !== undefined);
  const inOrder = held.toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${inOrder.map(([name, one]) => `${JSON.stringify(name)}:${canonicalJson(one)}`).join()}}`;
}

/** SHA-256 of what would stand in a channel, as 64 hexadecimal digits: equal for equal renderings, whatever order they were made in. */
export const digestOf = (rendering: ChannelRendering): string => sha256(canonicalJson(rendering));
