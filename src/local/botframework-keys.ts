import { Router } from 'express';
import { openSigningKeys, type SigningKeys, type TokenPart } from './signing-keys.ts';

/** Keys of the local Bot Connector, endorsed for Teams as Microsoft's are. */
export const openChannelKeys = (file: string): SigningKeys => openSigningKeys(file, { endorsements: ['msteams'] });

export interface ChannelTokenRequest {
  /** Goes into the claim `serviceurl`, which the bot compares with the activity's. */
  readonly serviceUrl: string;
  /** The bot's app id. */
  readonly audience: string;
  readonly issuer?: string;
  /** For tests that mint wrong tokens; undefined takes a claim away. */
  readonly claims?: TokenPart;
  readonly header?: TokenPart;
}

/** A token as the Bot Connector puts it on each activity: ten minutes, RS256. */
export function channelToken(keys: SigningKeys, request: ChannelTokenRequest): string {
  const now = Math.floor(Date.now() / 1000);
  const { serviceUrl, audience, issuer = 'https://api.botframework.com', claims, header } = request;
  return keys.sign({ serviceurl: serviceUrl, nbf: now, exp: now + 600, iss: issuer, aud: audience, ...claims }, header);
}

/**
 * The key documents that a bot reads: `/botframework/.well-known/openidconfiguration` and `/botframework/keys`.
 * The second address is given under this origin, because botbuilder fetches it itself.
 */
export function channelKeyRouter(keys: SigningKeys): Router {
  const router = Router();
  router.get('/botframework/.well-known/openidconfiguration', (request, response) => {
    response.json({
      issuer: 'https://api.botframework.com',
      authorization_endpoint: 'https://invalid.botframework.com',
      jwks_uri: `http://${request.headers.host ?? ''}/botframework/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    });
  });
  router.get('/botframework/keys', (_request, response) => void response.json(keys.document()));
  return router;
}
