import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Instant } from '../ports/clock.ts';

/** Until when a certificate is good, or why it is of no use. The words say nothing of what is in the file. */
export type CertificateFound = { readonly until: Instant } | { readonly why: string };

/** Looks at a PEM file that holds a certificate and its private key. */
export function certificateIn(file: string): CertificateFound {
  let pem: string;
  try {
    pem = readFileSync(file, 'utf8');
  } catch {
    return { why: 'the file cannot be read' };
  }
  try {
    const certificate = new X509Certificate(pem);
    if (!certificate.checkPrivateKey(createPrivateKey(pem)))
      return { why: 'the certificate does not belong to the private key beside it' };
    return { until: new Date(certificate.validTo).toISOString() };
  } catch {
    return { why: 'the file does not hold a certificate and a private key in PEM' };
  }
}
