import type { Identity } from '../access/types.ts';
import type { HeldRow } from '../areas/files/queries.ts';
import { downloadDocument } from '../areas/files/views.ts';
import { mayLeave } from '../areas/files/rules.ts';
import type { SentFile } from '../http/route.ts';
import { refuse, type Result } from '../perform/problem.ts';
import type { Read } from '../perform/read.ts';
import type { Files, FileSource } from '../ports/files.ts';
import type { Spool } from './create-spool.ts';
import { verified } from './verified.ts';

export interface DownloadParts {
  readonly spool: Spool;
  readonly read: Read;
  readonly files: Pick<Files, 'download'>;
}

const piece = 1_048_576;
/** A file that is no larger is proved before its first byte leaves, so that a person is told what is wrong with it. */
const provedFirst = 16 * piece;

async function* piecesOf(source: FileSource): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < source.size; at += piece) yield await source.read(at, Math.min(at + piece, source.size));
}

async function gathered(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const one of bytes) pieces.push(one);
  return Buffer.concat(pieces);
}

async function* onePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/**
 * Hands a file's bytes out to somebody who may have them: the right and the journal's row are another's. The bytes come from the spool while they lie there and
 * from the library afterwards. They are those that were added, or the answer is cut off.
 */
export function createHandOut({ spool, files }: Pick<DownloadParts, 'spool' | 'files'>) {
  async function bytesOf(id: string, drive: string | null, item: string | null) {
    const upload = await spool.find(id);
    const facts = upload?.about.facts;
    if (facts) {
      const source = await spool.source(upload.about.kept ?? id, facts.size);
      return { ok: true, bytes: piecesOf(source) } as const;
    }
    if (drive === null || item === null) return { ok: false, reason: 'gone' } as const;
    return files.download({ drive, item });
  }

  return async (row: HeldRow): Promise<Result<SentFile>> => {
    if (row.state === 'infected') return refuse('file-infected');
    if (row.state === 'missing') return refuse('file-gone');
    if (!mayLeave(row.state)) return refuse('file-waits');
    const found = await bytesOf(row.id, row.driveId, row.driveItemId);
    if (!found.ok) return refuse(found.reason === 'gone' ? 'file-gone' : 'busy');
    const { size, mediaType } = row;
    const proved = verified(found.bytes, row);
    const bytes = size <= provedFirst ? await gathered(proved).catch(() => undefined) : proved;
    if (!bytes) return refuse('file-gone');
    const ending = row.fileName.slice(row.fileName.lastIndexOf('.'));
    const name = row.name.toLowerCase().endsWith(ending) ? row.name : `${row.name}${ending}`;
    return { ok: true, answer: { name, mediaType, size, bytes: 'length' in bytes ? onePiece(bytes) : bytes } };
  };
}

/** Hands a document's file out to whoever may have it by their own right: that and the journal's row first, then the bytes. */
export function createDownload({ spool, read, files }: DownloadParts) {
  const handOut = createHandOut({ spool, files });
  return async (identity: Identity, document: string): Promise<Result<SentFile>> => {
    const shown = await read(downloadDocument, identity, { id: document });
    if (!shown.ok) return shown;
    return shown.answer.answer ? handOut(shown.answer.answer) : refuse('not-found');
  };
}
