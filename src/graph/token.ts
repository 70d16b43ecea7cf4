import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { AuthError, ConfidentialClientApplication, type Configuration } from '@azure/msal-node';
import type { Transport } from '../ports/transport.ts';
import { msalNetwork } from './msal-network.ts';

/**
 * Who Lantern is to Graph. In production it proves itself with a certificate, or with a statement of the platform it runs on
 * (a federated credential), and with nothing else; the secret of local mode exists in the demonstration alone, and only the
 * local tenant accepts it.
 */
export type AppIdentity = {
  readonly tenantId: string;
  readonly clientId: string;
} & (
  | {
      readonly mode: 'production';
      /** Content of a PEM file with the private key (not encrypted) and the certificate. */
      readonly certificatePem: string;
      readonly assertionFile?: never;
      readonly assertion?: never;
      readonly localSecret?: never;
    }
  | {
      readonly mode: 'production';
      /** File in which the platform keeps its statement of who runs here, a JWT that it renews about every hour. */
      readonly assertionFile: string;
      readonly assertion?: never;
      readonly certificatePem?: never;
      readonly localSecret?: never;
    }
  | {
      readonly mode: 'production';
      /** Asks the platform for the same statement: a managed identity. */
      readonly assertion: () => Promise<string>;
      readonly assertionFile?: never;
      readonly certificatePem?: never;
      readonly localSecret?: never;
    }
  | {
      readonly mode: 'local';
      readonly localSecret: string;
      readonly certificatePem?: never;
      readonly assertionFile?: never;
      readonly assertion?: never;
    }
);

/** No token could be had. `code` is Entra's or MSAL's short word for the reason. */
export class TokenUnavailable extends Error {
  constructor(readonly code: string) {
    super(`Entra gave no token (${code})`);
    this.name = 'TokenUnavailable';
  }
}

type Credential = Pick<Configuration['auth'], 'clientCertificate' | 'clientSecret' | 'clientAssertion'>;

async function assertionIn(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  if (text.trim() === '') throw new TokenUnavailable('no_assertion');
  return text.trim();
}

function credentialOf(identity: AppIdentity): Credential {
  if (identity.mode === 'local') return { clientSecret: identity.localSecret };
  // The type has no place for it; what was not typed could still bring it along.
  if ('localSecret' in identity) throw new Error('in production no client secret is used: take it away');
  // Read anew for each token, because the platform renews it.
  if (identity.assertionFile !== undefined) return { clientAssertion: () => assertionIn(identity.assertionFile) };
  if (identity.assertion !== undefined) return { clientAssertion: identity.assertion };
  const privateKey = createPrivateKey(identity.certificatePem);
  const certificate = new X509Certificate(identity.certificatePem);
  if (!certificate.checkPrivateKey(privateKey))
    throw new Error('the certificate does not belong to the private key beside it');
  return {
    clientCertificate: {
      thumbprintSha256: certificate.fingerprint256.replaceAll(':', ''),
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    },
  };
}

/**
 * A source of app-only tokens, for Microsoft Graph unless another resource is named. MSAL caches them and fetches a new one before the old runs out;
 * callers that ask at the same moment share one request.
 * @param transport reaches login.microsoftonline.com, or the local tenant in its stead
 * @param resource whom the tokens are for
 * @returns a function that gives a bearer token, or rejects with TokenUnavailable
 * @throws Error when production is given a client secret; when the PEM lacks the key or the certificate, or they do not belong together
 */
export function createTokenSource(
  identity: AppIdentity,
  transport: Transport,
  resource = 'https://graph.microsoft.com',
): () => Promise<string> {
  const app = new ConfidentialClientApplication({
    auth: {
      clientId: identity.clientId,
      authority: `https://login.microsoftonline.com/${identity.tenantId}`,
      ...credentialOf(identity),
    },
    system: { networkClient: msalNetwork(transport), disableInternalRetries: true },
  });
  let asking: Promise<string> | undefined;

  async function ask(): Promise<string> {
    try {
      const result = await app.acquireTokenByClientCredential({ scopes: [`${resource}/.default`] });
      if (!result) throw new TokenUnavailable('empty_answer');
      return result.accessToken;
    } catch (error) {
      if (error instanceof TokenUnavailable) throw error;
      throw new TokenUnavailable(error instanceof AuthError ? error.errorCode : 'unreachable');
    }
  }

  return () => (asking ??= ask().finally(() => (asking = undefined)));
}
