/** Modules that keep a door or a record: a line of theirs that no test would miss is a hole. */
export const modules: readonly string[] = [
  'bot/cards/text.ts',
  'bot/framework/bearer.ts',
  'bot/framework/gate.ts',
  'bot/framework/service-url.ts',
  'bot/seal.ts',
  'src/access/abilities.ts',
  'src/access/actor.ts',
  'src/access/reach.ts',
  'src/access/rights-used.ts',
  'src/access/rules.ts',
  'src/access/step-up.ts',
  'src/areas/journal/csv.ts',
  'src/identity/entra-claims.ts',
  'src/identity/key-document.ts',
  'src/identity/refreshed.ts',
  'src/identity/signing-keys.ts',
  'src/identity/token-verifier.ts',
  'src/identity/verified-tokens.ts',
];

/**
 * Tests that must notice, relative to the checkout: those of the mechanism itself. The tables of all areas
 * (tests/src/access/reach.test.ts) and whole doors (tests/security) stay out: too slow for each of many hundred changes.
 */
export const noticing: readonly string[] = [
  'tests/bot/cards/text.test.ts',
  'tests/bot/framework/bearer.test.ts',
  'tests/bot/framework/gate.test.ts',
  'tests/bot/framework/service-url.test.ts',
  'tests/bot/seal.test.ts',
  'tests/src/access/actor.test.ts',
  'tests/src/access/right.test.ts',
  'tests/src/access/rights-used.test.ts',
  'tests/src/access/rules.test.ts',
  'tests/src/access/step-up.test.ts',
  'tests/src/areas/journal/csv.test.ts',
  'tests/src/identity/entra-claims.test.ts',
  'tests/src/identity/key-document.test.ts',
  'tests/src/identity/refreshed.test.ts',
  'tests/src/identity/refusal.test.ts',
  'tests/src/identity/signing-keys.test.ts',
  'tests/src/identity/token-verifier.test.ts',
  'tests/src/identity/verified-tokens.test.ts',
];
