import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

/** DER: a tag, a length, a content. */
function der(tag: number, ...parts: readonly (Buffer | string)[]): Buffer {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const bytes = content.length.toString(16).padStart(content.length > 255 ? 4 : 2, '0');
  const length = content.length < 128 ? [content.length] : [0x80 + bytes.length / 2, ...Buffer.from(bytes, 'hex')];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

const sequence = (...parts: readonly Buffer[]) => der(0x30, ...parts);
const objectId = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const nothing = der(0x05);
const sha256WithRsa = sequence(objectId('2a864886f70d01010b'), nothing);
const commonName = (name: string) => sequence(der(0x31, sequence(objectId('550403'), der(0x0c, name))));

export interface SelfSigned {
  readonly publicKey: KeyObject;
  readonly keyPem: string;
  readonly certificatePem: string;
}

/**
 * A fresh RSA key with a certificate for it, as an administrator would make one with openssl (RFC 5280).
 * @param until when it ends, in ISO-8601
 */
export function selfSigned(name = 'Lantern test', until = '2049-12-31T23:59:59Z'): SelfSigned {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    sha256WithRsa,
    commonName(name),
    sequence(der(0x17, '260101000000Z'), der(0x17, `${until.slice(2, 19).replaceAll(/[-:T]/g, '')}Z`)),
    commonName(name),
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, privateKey));
  const base64 = sequence(body, sha256WithRsa, signature)
    .toString('base64')
    .replace(/(.{64})/g, '$1\n');
  return {
    publicKey,
    keyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificatePem: `-----BEGIN CERTIFICATE-----\n${base64.trim()}\n-----END CERTIFICATE-----\n`,
  };
}
