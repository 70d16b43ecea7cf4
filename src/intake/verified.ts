import { createHash } from 'node:crypto';

/** A file whose bytes are not those that were added. */
export class AnotherFile extends Error {
  override readonly name = 'AnotherFile';
}

/**
 * The same bytes, but for the last piece, which is held back until all of them have proved to be the file: whoever receives
 * them never has the whole of another one.
 * @param digest SHA-256, hexadecimal
 * @throws AnotherFile at the end
 */
export async function* verified(
  bytes: AsyncIterable<Uint8Array>,
  { size, digest }: { readonly size: number; readonly digest: string },
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let length = 0;
  let last: Uint8Array | undefined;
  for await (const piece of bytes) {
    if (piece.length === 0) continue;
    if (last) yield last;
    hash.update(piece);
    length += piece.length;
    if (length > size) throw new AnotherFile('it is longer than it was');
    last = piece;
  }
  if (length !== size || hash.digest('hex') !== digest) throw new AnotherFile('its digest is another');
  if (last) yield last;
}
