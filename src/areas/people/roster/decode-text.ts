const fatal = { fatal: true } as const;

/** UTF-16 without a mark: every other byte of a text in Latin letters is 0. */
function utf16Without(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const start = bytes.subarray(0, 200 - (200 % 2));
  const zeros = [0, 0];
  start.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const many = start.length / 8;
  if (odd > many && even < many) return 'utf-16le';
  return even > many && odd < many ? 'utf-16be' : undefined;
}

/** In which encoding a text was written: by its mark, else by what its bytes can be. */
function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const wide = utf16Without(bytes);
  if (wide) return wide;
  try {
    new TextDecoder('utf-8', fatal).decode(bytes);
    return 'utf-8';
  } catch {
    // What Excel on a Windows machine in England writes; it gives every byte a letter, so it comes last.
    return 'windows-1252';
  }
}

/**
 * The text of a file from a management information system or a spreadsheet: UTF-8, UTF-16 or Windows-1252, with a mark at its
 * beginning or without. Letters are put together (NFC), so that a name reads the same whichever machine wrote it.
 */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes))
    .decode(bytes)
    .replace(/^\uFEFF/, '')
    .normalize('NFC');
}
