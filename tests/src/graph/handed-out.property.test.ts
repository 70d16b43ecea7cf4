import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHandedOutAddress } from '../../../src/graph/handed-out-address.ts';
import { createHandedOutBytes } from '../../../src/graph/handed-out-bytes.ts';
import { createBudget } from '../../../src/graph/budget.ts';
import { handSetClock } from '../../support/hand-set-clock.ts';

/** Notes whither it is asked to go, and goes nowhere. */
function watched() {
  const asked: { readonly url: string; readonly init: RequestInit }[] = [];
  const transport = async (url: string | URL, init: RequestInit = {}) => {
    asked.push({ url: String(url), init });
    return new Response('{}', { status: 302, headers: { location: 'http://169.254.169.254/metadata' } });
  };
  const settings = {
    ...{ transport, userAgent: 'lantern' },
    budget: createBudget({ licences: 1, clock: handSetClock() }),
  } as never;
  return { asked, address: createHandedOutAddress(settings), bytes: createHandedOutBytes(settings) };
}

const host = 'kestrelvale.sharepoint.com';
const piece = fc.constantFrom(
  ...['https://', 'http://', 'file://', 'ftp://', '/', '\\', '@', ':', '?', '#', '.', '%2e', ' ', '\n', '\u3002'],
  ...[
    host,
    'sharepoint.com',
    '.sharepoint.com',
    'evil.example',
    '127.0.0.1',
    '169.254.169.254',
    '[::1]',
    'localhost',
    '8443',
  ],
);
const url = fc.oneof(
  fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join('')),
  fc.array(piece, { maxLength: 5 }).map((pieces) => `https://${host}${pieces.join('')}`),
  fc.array(piece, { maxLength: 5 }).map((pieces) => `https://${pieces.join('')}.sharepoint.com`),
  fc.webUrl(),
);

describe('an address that Graph handed out', () => {
  it('is asked only where it is SharePoint’s, by https, without a token, and whither it points is not gone', async () => {
    let gone = 0;
    await fc.assert(
      fc.asyncProperty(url, async (text) => {
        const { asked, address, bytes } = watched();
        await address({ method: 'GET', url: text }).catch(() => undefined);
        await bytes(text).catch(() => undefined);
        for (const { url: there, init } of asked) {
          gone += 1;
          const { protocol, hostname } = new URL(there);
          expect(protocol).toBe('https:');
          expect(hostname.split('.').slice(-2).join('.')).toBe('sharepoint.com');
          expect(init.redirect).toBe('manual');
          expect(new Headers(init.headers).get('authorization')).toBeNull();
        }
      }),
      { numRuns: 600 },
    );
    expect(gone).toBeGreaterThan(10);
  });
});
