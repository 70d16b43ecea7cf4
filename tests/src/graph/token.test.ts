import { createHash, randomBytes, randomUUID, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeProtectedHeader, jwtVerify, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import { createTokenSource, TokenUnavailable, type AppIdentity } from '../../../src/graph/token.ts';
import { demo } from '../../../src/local/cast.ts';
import type { Transport } from '../../../src/ports/transport.ts';
import { selfSigned } from '../../support/self-signed.ts';
import { sharePointTenant, type SharePointTenant } from '../../support/sharepoint-tenant.ts';

const app = { tenantId: demo.tenantId, clientId: demo.apiAppId };
const local: AppIdentity = { ...app, mode: 'local', localSecret: 'only the local tenant takes this' };

describe('app-only tokens for Graph', () => {
  let sharePoint: SharePointTenant;
  let requests: { url: string; form: URLSearchParams }[];
  const transport: Transport = async (input, init) => {
    const request = new Request(input, init);
    requests.push({ url: request.url, form: new URLSearchParams(await request.text()) });
    return sharePoint.transport(input, init);
  };
  const codeOf = (source: () => Promise<string>) =>
    source().then(
      () => 'a token',
      (error: unknown) => (error instanceof TokenUnavailable ? error.code : 'another error'),
    );

  beforeAll(async () => {
    sharePoint = await sharePointTenant();
  });
  afterAll(() => sharePoint.close());
  beforeEach(() => {
    requests = [];
  });

  it('come from Entra’s own address, and Graph takes them', async () => {
    const token = await createTokenSource(local, transport)();
    expect(requests.map(({ url }) => url.split('?')[0])).toEqual([
      `https://login.microsoftonline.com/${demo.tenantId}/oauth2/v2.0/token`,
    ]);
    const site = await sharePoint.transport(
      `https://graph.microsoft.com/v1.0/sites/${demo.sharePointHost}:${demo.school.sitePath}`,
      { headers: { Authorization: `Bearer ${token}` } },
    );
    expect(site.status).toBe(200);
  });

  it('are fetched once for all who ask, at once and later', async () => {
    const source = createTokenSource(local, transport);
    const tokens = await Promise.all([source(), source(), source()]);
    tokens.push(await source());
    expect(new Set(tokens).size).toBe(1);
    expect(requests).toHaveLength(1);
  });

  it('are asked for again after Entra could not be reached', async () => {
    let down = true;
    const source = createTokenSource(local, (input, init) =>
      down ? Promise.reject(new TypeError('fetch failed')) : transport(input, init),
    );
    expect(await codeOf(source)).not.toBe('a token');
    down = false;
    expect(await codeOf(source)).toBe('a token');
  });

  it('are refused to an application that the tenant does not know, with Entra’s code for it', async () => {
    const stranger = createTokenSource({ ...local, clientId: '00000000-0000-4000-8000-000000000009' }, transport);
    expect(await codeOf(stranger)).toBe('unauthorized_client');
  });

  describe('in production', () => {
    const { publicKey, keyPem, certificatePem } = selfSigned();
    const identity = (pem: string): AppIdentity => ({ ...app, mode: 'production', certificatePem: pem });

    it('are asked for with a statement signed by the certificate’s key, and no secret', async () => {
      const source = createTokenSource(identity(`${keyPem}${certificatePem}`), transport);
      expect(await codeOf(source)).toBe('a token');
      const form = requests[0]!.form;
      const assertion = form.get('client_assertion') ?? '';
      const { payload } = await jwtVerify(assertion, publicKey, {
        // MSAL rounds the moment to a whole second, at times to the next.
        clockTolerance: 5,
        audience: `https://login.microsoftonline.com/${demo.tenantId}/oauth2/v2.0/token`,
      });
      expect(payload).toMatchObject({ iss: demo.apiAppId, sub: demo.apiAppId });
      const thumbprint = createHash('sha256').update(new X509Certificate(certificatePem).raw).digest('base64url');
      expect(decodeProtectedHeader(assertion)['x5t#S256']).toBe(thumbprint);
      expect(form.has('client_secret')).toBe(false);
    });

    it.each([
      ['the certificate is missing', keyPem],
      ['the key is missing', certificatePem],
      ['the key is another certificate’s', `${selfSigned().keyPem}${certificatePem}`],
      ['it is no PEM', 'certificate'],
    ])('are not even asked for when %s: Lantern does not start', (_, pem) => {
      expect(() => createTokenSource(identity(pem), transport)).toThrow();
      expect(requests).toEqual([]);
    });

    describe('under a federated credential', () => {
      const folder = mkdtempSync(join(tmpdir(), 'lantern-assertion-'));
      const assertionFile = join(folder, 'token');
      const federated: AppIdentity = { ...app, mode: 'production', assertionFile };
      const statement = () =>
        new SignJWT({})
          .setProtectedHeader({ alg: 'HS256' })
          .setIssuer(demo.apiAppId)
          .setSubject(demo.apiAppId)
          // The local tenant trusts no platform: it takes a statement as it takes the one of a certificate.
          .setAudience(`https://login.microsoftonline.com/${demo.tenantId}/oauth2/v2.0/token`)
          .setIssuedAt()
          .setExpirationTime('1h')
          .setJti(randomUUID())
          .sign(randomBytes(32));
      afterAll(() => rmSync(folder, { recursive: true }));

      it('are asked for with the platform’s statement as it stands in the file at that moment', async () => {
        const source = createTokenSource(federated, transport);
        expect(await codeOf(source)).toBe('no_assertion');
        expect(requests).toEqual([]);
        const text = await statement();
        writeFileSync(assertionFile, `${text}\n`);
        expect(await codeOf(source)).toBe('a token');
        expect(requests[0]?.form.get('client_assertion')).toBe(text);
        expect(requests[0]?.form.has('client_secret')).toBe(false);
      });
    });

    it.each([
      ['alone', {}],
      ['beside the certificate', { certificatePem: `${keyPem}${certificatePem}` }],
      ['beside a federated credential', { assertionFile: 'file' }],
    ])('are not even asked for with a client secret %s: Lantern does not start', (_, proof) => {
      const withSecret = { ...app, mode: 'production', localSecret: 'secret', ...proof } as unknown as AppIdentity;
      expect(() => createTokenSource(withSecret, transport)).toThrow('no client secret');
      expect(requests).toEqual([]);
    });

    it('have no place for a secret in their type', () => {
      type Production = Extract<AppIdentity, { mode: 'production' }>;
      expectTypeOf<Production['localSecret']>().toEqualTypeOf<undefined>();
      expect(Object.keys(identity('pem'))).not.toContain('localSecret');
    });
  });
});
