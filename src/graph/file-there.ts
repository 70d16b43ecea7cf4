import { z } from 'zod';
import type { FiledFile, FileSource } from '../ports/files.ts';
import { GraphUnreachable, type Graph, type GraphAnswer } from '../ports/graph.ts';
import { createQuickXorHash } from './quick-xor-hash.ts';

/** What lies under the name: this file, nothing, something else; or it has no hash yet, or nobody answers. */
export type There =
  { readonly what: 'same'; readonly file: FiledFile } | { readonly what: 'nothing' | 'other' | 'unhashed' | 'unknown' };

const driveItem = z.object({
  id: z.string(),
  name: z.string(),
  size: z.number(),
  eTag: z.string(),
  webUrl: z.string(),
  file: z.object({ hashes: z.object({ quickXorHash: z.string().optional() }).optional() }).optional(),
});

/** A file as Graph shows it; undefined for anything else. */
export function filedFile({ body }: GraphAnswer): FiledFile | undefined {
  const parsed = driveItem.safeParse(body);
  if (!parsed.success) return undefined;
  const { id, name, size, eTag, webUrl } = parsed.data;
  return { id, name, size, eTag, webUrl };
}

const piece = 1_048_576;

async function hashOf(source: FileSource): Promise<string> {
  const hash = createQuickXorHash();
  for (let at = 0; at < source.size; at += piece) hash.add(await source.read(at, Math.min(at + piece, source.size)));
  return hash.value();
}

/**
 * Looks at what lies under a name and compares it with what was to be uploaded there, by size and quickXorHash: the only
 * hash that SharePoint promises (https://learn.microsoft.com/graph/api/resources/hashes).
 * @param path of the file, below `/v1.0`
 */
export async function fileThere(graph: Graph, path: string, source: FileSource): Promise<There> {
  const select = '$select=id,name,size,eTag,webUrl,file';
  const answer = await graph.call({ method: 'GET', path: `${path}?${select}` }).catch((error: unknown) => {
    if (error instanceof GraphUnreachable) return undefined;
    throw error;
  });
  if (answer?.status === 404) return { what: 'nothing' };
  const file = answer?.status === 200 ? filedFile(answer) : undefined;
  if (!answer || !file) return { what: 'unknown' };
  const facet = driveItem.parse(answer.body).file;
  if (!facet || file.size !== source.size) return { what: 'other' };
  const hash = facet.hashes?.quickXorHash;
  if (hash === undefined) return { what: 'unhashed' };
  return hash === (await hashOf(source)) ? { what: 'same', file } : { what: 'other' };
}
