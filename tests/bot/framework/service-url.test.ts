import fc from 'fast-check';
import { expect, it } from 'vitest';
import { connectorHost, isServiceUrl } from '../../../bot/framework/service-url.ts';
import { foreignUrls } from '../../support/foreign-urls.ts';

it.each([
  `https://${connectorHost}`,
  `https://${connectorHost}/`,
  'https://smba.trafficmanager.net/uk/',
  'https://smba.trafficmanager.net/uk',
  'https://smba.trafficmanager.net/emea/6b1c7a1e-2222-4222-8222-000000000001/',
  'https://smba.trafficmanager.net/A_9-z/',
])('%s is answered', (url) => expect(isServiceUrl(url)).toBe(true));

it.each([
  ...foreignUrls,
  'x https://smba.trafficmanager.net/',
  'https://smbaXtrafficmanager.net/',
  'https://smba.trafficmanagerXnet/',
  'https://smba.trafficmanager.net//',
  'https://smba.trafficmanager.net/uk//',
  'https://smba.trafficmanager.net/uk/%2e%2e/',
])('%j is not', (url) => expect(isServiceUrl(url)).toBe(false));

it('whatever is answered is that host for every reader of addresses, and stays it when something is added', () => {
  const piece = fc.constantFrom(
    ...[
      'https:',
      'http:',
      '//',
      '/',
      '\\',
      '@',
      ':',
      '?',
      '#',
      '%2e',
      '%00',
      '..',
      '.',
      ' ',
      '\t',
      '\n',
      '\u3002',
      '\u0000',
    ],
    ...[
      connectorHost,
      'smba',
      'trafficmanager.net',
      'evil.example',
      '127.0.0.1',
      '[::1]',
      'uk',
      '443',
      'user',
      '\u212a',
    ],
  );
  const built = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
  const address = fc.oneof(
    built,
    built.map((rest) => `https://${connectorHost}${rest}`),
    built.map((rest) => `https://${connectorHost}/${rest}`),
    fc.string({ unit: 'binary' }).map((rest) => `https://${connectorHost}/${rest}`),
    fc.webUrl(),
  );
  let answered = 0;
  fc.assert(
    fc.property(address, (text) => {
      if (!isServiceUrl(text)) return;
      answered += 1;
      const { protocol, host, username, password, search, hash, pathname, href } = new URL(text);
      expect([protocol, host, username, password, search, hash]).toEqual(['https:', connectorHost, '', '', '', '']);
      expect(href.replace(/\/$/, '')).toBe(text.replace(/\/$/, ''));
      expect(pathname).not.toMatch(/\.|%|\\/);
      expect(new URL(`${text.replace(/\/$/, '')}/v3/conversations`).host).toBe(connectorHost);
    }),
    { numRuns: 3_000 },
  );
  expect(answered).toBeGreaterThan(10);
});
