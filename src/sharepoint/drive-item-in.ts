import { z } from 'zod';
import type { FiledFile } from '../ports/files.ts';

const driveItem = z.object({
  id: z.string(),
  name: z.string(),
  size: z.number(),
  eTag: z.string(),
  webUrl: z.string(),
});

/** A file as Graph shows it; undefined for anything else. */
export function driveItemIn(body: unknown): FiledFile | undefined {
  const read = driveItem.safeParse(body);
  return read.success ? read.data : undefined;
}
