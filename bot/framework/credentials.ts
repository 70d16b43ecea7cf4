import { createPrivateKey, X509Certificate } from 'node:crypto';
import { ConfidentialClientApplication, type NodeAuthOptions } from '@azure/msal-node';
import { msalNetwork } from '../../src/graph/msal-network.ts';
import type { Transport } from '../../src/ports/transport.ts';

/** The bot's access token for the connector: it travels with every message to Teams. */
export interface BotCredentials {
  /** @throws Error when Entra gives none */
  token(): Promise<string>;
}

/** What proves to Entra that Lantern is the bot: a certificate, or the platform; a secret only where the local tenant stands in for Entra. */
export type BotProof =
  | { readonly certificatePem: string }
  /** Asks the platform for its statement of who runs here. */
  | { readonly assertion: () => Promise<string> }
  | { readonly secret: string };

const scopes = ['https://api.botframework.com/.default'];

/**
 * Credentials of a single-tenant bot, cached by MSAL until shortly before they run out.
 * @param proof `certificatePem`: private key and certificate, both in PEM, in one text
 * @throws Error when the PEM lacks either, or they do not belong together
 */
export function createBotCredentials(
  registration: { readonly appId: string; readonly tenantId: string },
  proof: BotProof,
  transport: Transport,
): BotCredentials {
  const client = new ConfidentialClientApplication({
    auth: {
      clientId: registration.appId,
      authority: `https://login.microsoftonline.com/${registration.tenantId}`,
      ...toAuth(proof),
    },
    system: { networkClient: msalNetwork(transport), disableInternalRetries: true },
  });
  return {
    async token() {
      const result = await client.acquireTokenByClientCredential({ scopes });
      if (!result) throw new Error('Entra gave no token for the bot');
      return result.accessToken;
    },
  };
}

function toAuth(proof: BotProof): Pick<NodeAuthOptions, 'clientCertificate' | 'clientSecret' | 'clientAssertion'> {
  if ('secret' in proof) return { clientSecret: proof.secret };
  if ('assertion' in proof) return { clientAssertion: proof.assertion };
  const privateKey = createPrivateKey(proof.certificatePem);
  const certificate = new X509Certificate(proof.certificatePem);
  if (!certificate.checkPrivateKey(privateKey)) {
    throw new Error("the bot's certificate does not belong to the private key beside it");
  }
  return {
    clientCertificate: {
      thumbprintSha256: certificate.fingerprint256.replaceAll(':', ''),
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    },
  };
}
