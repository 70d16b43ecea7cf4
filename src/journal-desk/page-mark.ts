import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Where a page of the journal ended, so that nobody who holds it learns an entry's number. */
export interface PageMarks {
  /** @param person whom it is for: nobody else can use it */
  seal(person: string, n: number): string;
  /** @returns undefined for what was not made here for this person */
  open(person: string, mark: string): number | undefined;
}

const ivBytes = 12;
const tagBytes = 16;
const numberBytes = 6;

/** @param key 32 bytes; instances of a fleet share it, for the next page may be asked of another one */
export function createPageMarks(key: Buffer): PageMarks {
  return {
    seal(person, n) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(person));
      const number = Buffer.alloc(numberBytes);
      number.writeUIntBE(n, 0, numberBytes);
      const sealed = Buffer.concat([cipher.update(number), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    open(person, mark) {
      const bytes = Buffer.from(mark, 'base64url');
      if (bytes.length !== ivBytes + tagBytes + numberBytes) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
        .setAAD(Buffer.from(person))
        .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
      try {
        const number = Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]);
        return number.readUIntBE(0, numberBytes);
      } catch {
        return undefined;
      }
    },
  };
}
