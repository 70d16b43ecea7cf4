import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RuleRequest } from '../../../src/local/fault-rules.ts';
import { fileLibrary, someBytes, sourceOf, type FileLibrary } from '../../support/file-library.ts';

const grain = 327_680;
const ends: (() => void | Promise<void>)[] = [];
let library: FileLibrary;
beforeAll(async () => {
  library = await fileLibrary({ smallUpTo: 100_000, rangeSize: grain }, (clean) => void ends.push(clean));
});
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});

const size = fc.oneof(
  fc.integer({ min: 0, max: 5_000 }),
  fc.integer({ min: 90_000, max: 4 * grain }),
  fc.constantFrom(grain - 1, grain, grain + 1, 3 * grain),
);
const fault: fc.Arbitrary<RuleRequest> = fc.record({
  kind: fc.constantFrom('lost-reply', 'reset', 'gateway-timeout', 'unavailable', 'throttle'),
  probability: fc.double({ min: 0, max: 0.4, noNaN: true }),
  match: fc.constantFrom({}, { method: 'PUT' as const }, { method: 'GET' as const }, { pathContains: 'uploadSession' }),
});

it('leaves exactly one file, byte for byte, whatever its size and whatever goes wrong on the way', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(size, fc.array(fault, { maxLength: 3 }), fc.integer(), async (length, faults, seed) => {
      const name = `file ${++run}.bin`;
      const bytes = someBytes(length, seed);
      library.tenant.core.faults.setRules(faults, seed);
      let ok = false;
      let session: string | undefined;
      for (let n = 0; n < 50 && !ok; n++) {
        const file = { drive: library.drive, folder: 'root', name, source: sourceOf(bytes) };
        const end = await library.files.upload({ ...file, ...(session !== undefined && { session }) });
        ok = end.ok;
        if (!end.ok) expect(end.reason).toBe('no-answer');
        session = !end.ok && end.reason === 'no-answer' ? end.session : undefined;
      }
      expect(ok).toBe(true);
      expect(await library.names()).toHaveLength(run);
      expect((await library.content(name)).equals(bytes)).toBe(true);
    }),
    { numRuns: 40, endOnFailure: true },
  );
}, 60_000);
