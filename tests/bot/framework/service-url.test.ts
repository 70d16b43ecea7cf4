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
