import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { expect, it } from 'vitest';
import { demo } from '../../src/local/cast.ts';
import { aTenant } from './a-tenant.ts';

const asked = { serviceUrl: 'https://smba.trafficmanager.net/daniel/', audience: demo.botAppId };

it('publishes the keys of its channel tokens, endorsed for Teams', async () => {
  const { origin, core } = await aTenant();
  const configuration = (await (await fetch(`${origin}/botframework/.well-known/openidconfiguration`)).json()) as {
    issuer: string;
    jwks_uri: string;
  };
  expect(configuration).toMatchObject({
    issuer: 'https://api.botframework.com',
    jwks_uri: `${origin}/botframework/keys`,
  });
  const { keys } = (await (await fetch(configuration.jwks_uri)).json()) as { keys: { endorsements: string[] }[] };
  expect(keys[0]?.endorsements).toEqual(['msteams']);

  const { payload } = await jwtVerify(
    core.signChannelToken(asked),
    createRemoteJWKSet(new URL(configuration.jwks_uri)),
    {
      issuer: 'https://api.botframework.com',
      audience: demo.botAppId,
    },
  );
  expect(payload['serviceurl']).toBe(asked.serviceUrl);
  expect((payload.exp ?? 0) - (payload.nbf ?? 0)).toBe(600);
});

it('mints channel tokens that are wrong on purpose', async () => {
  const { core } = await aTenant();
  const wrong = decodeJwt(
    core.signChannelToken({ ...asked, issuer: 'https://evil.example', claims: { serviceurl: undefined } }),
  );
  expect([wrong.iss, wrong['serviceurl']]).toEqual(['https://evil.example', undefined]);
});
