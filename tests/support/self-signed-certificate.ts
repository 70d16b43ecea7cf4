import { generateKeyPairSync, sign } from 'node:crypto';

const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  const length = content.length < 128 ? [content.length] : [0x82, content.length >> 8, content.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
};
const sequence = (...parts: readonly Buffer[]) => der(0x30, ...parts);
const objectId = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const text = (tag: number, value: string) => der(tag, Buffer.from(value));

const sha256WithRsa = sequence(objectId('2a864886f70d01010b'), der(0x05));
const name = sequence(der(0x31, sequence(objectId('550403'), text(0x0c, 'lantern-test'))));
const validity = sequence(text(0x17, '250101000000Z'), text(0x17, '490101000000Z'));

/** A fresh RSA key and a certificate for it, both PEM, as one would fetch them from a vault. No tool outside Node is needed. */
export function selfSignedCertificate(): { readonly privateKeyPem: string; readonly certificatePem: string } {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const serial = der(0x02, Buffer.from([1]));
  const toBeSigned = sequence(
    serial,
    sha256WithRsa,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = der(0x03, Buffer.from([0]), sign('sha256', toBeSigned, privateKey));
  const certificate = sequence(toBeSigned, sha256WithRsa, signature).toString('base64').replace(/.{64}/g, '$&\n');
  return {
    privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificatePem: `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----\n`,
  };
}
