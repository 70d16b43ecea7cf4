import { createServer } from 'node:http';
import express from 'express';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBotCredentials } from '../../../bot/framework/credentials.ts';
import { localTransport } from '../../../src/local/transport.ts';
import { ids } from '../../support/bot-door.ts';
import { listening } from '../../support/listening.ts';
import { selfSignedCertificate } from '../../support/self-signed-certificate.ts';

const registration = { appId: ids.bot, tenantId: ids.tenant };
const asked: { readonly path: string; readonly form: Readonly<Record<string, string>> }[] = [];
let entra: Awaited<ReturnType<typeof listening>>;

beforeAll(async () => {
  entra = await listening(
    createServer(
      express().post('/:tenant/oauth2/v2.0/token', express.urlencoded(), (request, response) => {
        asked.push({ path: request.path, form: request.body });
        response.json({ token_type: 'Bearer', expires_in: 3600, access_token: `token-${asked.length}` });
      }),
    ),
  );
});
afterAll(() => entra.close());

describe('the bot’s token for the connector', () => {
  it('is asked for with the certificate, at the bot’s own tenant, and kept', async () => {
    const { privateKeyPem, certificatePem } = selfSignedCertificate();
    const proof = { certificatePem: privateKeyPem + certificatePem };
    const credentials = createBotCredentials(registration, proof, localTransport(entra.origin));
    expect([await credentials.token(), await credentials.token()]).toEqual(['token-1', 'token-1']);
    expect(asked).toHaveLength(1);
    const { path, form } = asked[0]!;
    expect(path).toBe(`/${ids.tenant}/oauth2/v2.0/token`);
    expect(form).toMatchObject({ client_id: ids.bot, grant_type: 'client_credentials' });
    expect(form['scope']).toContain('https://api.botframework.com/.default');
    expect(form).not.toHaveProperty('client_secret');
    expect(decodeJwt(form['client_assertion']!)).toMatchObject({ iss: ids.bot, sub: ids.bot });
    expect(decodeProtectedHeader(form['client_assertion']!)).toHaveProperty('x5t#S256');
  });

  it('is asked for with a secret where the local tenant stands in for Entra', async () => {
    const credentials = createBotCredentials(registration, { secret: 'local' }, localTransport(entra.origin));
    await credentials.token();
    expect(asked.at(-1)?.form).toMatchObject({ client_secret: 'local' });
  });

  it('cannot be had with a file that lacks the key, or the certificate', () => {
    const { privateKeyPem, certificatePem } = selfSignedCertificate();
    const start = (pem: string) => () => createBotCredentials(registration, { certificatePem: pem }, fetch);
    expect(start(privateKeyPem + certificatePem)).not.toThrow();
    expect(start(privateKeyPem)).toThrow();
    expect(start(certificatePem)).toThrow();
  });

  it('cannot be had with a certificate that belongs to another key', () => {
    const mixed = selfSignedCertificate().privateKeyPem + selfSignedCertificate().certificatePem;
    expect(() => createBotCredentials(registration, { certificatePem: mixed }, fetch)).toThrow('does not belong');
  });
});
