const width = 160;
const bytesWide = width / 8;
const step = 11;
/** Where the length is mixed in: the last eight bytes. */
const lengthAt = bytesWide - 8;

export interface QuickXorHash {
  add(bytes: Uint8Array): void;
  /** Base64, as `file.hashes.quickXorHash` holds it. */
  value(): string;
}

/**
 * The only hash that OneDrive and SharePoint promise to tell of a file: each byte is mixed into 160 bits, 11 bits further
 * on than the one before, and the length last. It finds chance, not malice.
 * https://learn.microsoft.com/onedrive/developer/code-snippets/quickxorhash
 */
export function createQuickXorHash(): QuickXorHash {
  const mixed = new Uint8Array(bytesWide);
  let bit = 0;
  let length = 0;
  return {
    add(bytes) {
      for (let n = 0; n < bytes.length; n++) {
        const at = bit >> 3;
        const next = at + 1 === bytesWide ? 0 : at + 1;
        const shifted = (bytes[n] ?? 0) << (bit & 7);
        mixed[at] = (mixed[at] ?? 0) ^ (shifted & 0xff);
        mixed[next] = (mixed[next] ?? 0) ^ (shifted >> 8);
        bit = (bit + step) % width;
      }
      length += bytes.length;
    },
    value() {
      const told = Buffer.from(mixed);
      told.writeBigUInt64LE(told.readBigUInt64LE(lengthAt) ^ BigInt(length), lengthAt);
      return told.toString('base64');
    },
  };
}
