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
      for (const byte of bytes) {
        const at = bit >> 3;
        const next = at + 1 === bytesWide ? 0 : at + 1;
        const shifted = byte << (bit & 7);
        mixed[at]! ^= shifted & 0xff;
        mixed[next]! ^= shifted >> 8;
        bit = (bit + step) % width;
      }
      length += bytes.length;
    },
    value() {
      const told = Buffer.from(mixed);
      const size = Buffer.alloc(8);
      size.writeBigUInt64LE(BigInt(length));
      size.forEach((byte, at) => (told[lengthAt + at]! ^= byte));
      return told.toString('base64');
    },
  };
}
