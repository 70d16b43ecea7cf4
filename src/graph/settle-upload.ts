import type { FileSource, UploadEnd } from '../ports/files.ts';
import type { Graph } from '../ports/graph.ts';
import { fileThere } from './file-there.ts';

/** What is known of an upload by looking at what lies there; undefined when nothing does, so that it may go on. */
export type Settle = () => Promise<UploadEnd | undefined>;

/** SharePoint may take a moment to hash what it has. */
const mostLooks = 3;

/**
 * @param reads asks again after a passing fault
 * @param path of the file, below `/v1.0`
 */
export function createSettle(
  reads: Graph,
  path: string,
  source: FileSource,
  sleep: (ms: number) => Promise<unknown>,
): Settle {
  return async () => {
    let there = await fileThere(reads, path, source);
    for (let n = 1; there.what === 'unhashed' && n < mostLooks; n++) {
      await sleep(n * 1_000);
      there = await fileThere(reads, path, source);
    }
    if (there.what === 'same') return { ok: true, file: there.file };
    if (there.what === 'other') return { ok: false, reason: 'name-taken' };
    return there.what === 'nothing' ? undefined : { ok: false, reason: 'no-answer' };
  };
}
