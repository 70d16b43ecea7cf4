import { expect, it } from 'vitest';
import type { RuleRequest } from '../../../src/local/fault-rules.ts';
import type { UploadProgress } from '../../../src/ports/files.ts';
import { fileLibrary, someBytes, sourceOf, type FileLibrary } from '../../support/file-library.ts';

const grain = 327_680;
/** Six ranges of the smallest size. */
const large = someBytes(5 * grain + 99);
const inRanges = { smallUpTo: 0, rangeSize: grain };

const upload = ({ files, drive }: FileLibrary, bytes: Uint8Array, rest: { session?: string; name?: string } = {}) => {
  const told: UploadProgress[] = [];
  const file = { drive, folder: 'root', name: 'Verlauf #1.pdf', source: sourceOf(bytes), ...rest };
  return files
    .upload({ ...file, onProgress: (progress) => void told.push(progress) })
    .then((end) => ({ ...end, told }));
};

/** What left: the method, and whether Graph was asked (`graph`) or SharePoint's own host. */
const calls = ({ left }: FileLibrary) =>
  left.map(({ what, host }) => `${what.split(' ')[0]} ${host === 'graph.microsoft.com' ? 'graph' : 'host'}`);

const strike = (
  { tenant }: FileLibrary,
  kind: 'lost-reply' | 'reset' | 'gateway-timeout' | 'unavailable',
  match: RuleRequest['match'],
) => tenant.core.faults.setRules([{ kind, times: 1, ...(match && { match }) }]);

/** Strikes the nth range; those before it are slowed by nothing. */
function strikeNth(
  { tenant }: FileLibrary,
  n: number,
  kind: 'lost-reply' | 'reset' | 'gateway-timeout' | 'unavailable',
) {
  const match = { method: 'PUT', pathContains: 'uploadSession' } as const;
  tenant.core.faults.setRules([
    ...Array.from({ length: n - 1 }, () => ({ kind: 'slow', ms: 0, match, times: 1 }) as const),
    { kind, match, times: 1 },
  ]);
}

const isThere = async (library: FileLibrary, bytes: Uint8Array) => {
  expect(await library.names()).toEqual(['Verlauf #1.pdf']);
  expect((await library.content('Verlauf #1.pdf')).equals(bytes)).toBe(true);
};

it('puts a small file there in one call', async () => {
  const library = await fileLibrary();
  const end = await upload(library, someBytes(1_000));
  expect(end).toMatchObject({
    ok: true,
    file: { name: 'Verlauf #1.pdf', size: 1_000 },
    told: [{ sent: 1_000, size: 1_000 }],
  });
  expect([calls(library), library.spent.units]).toEqual([['PUT graph'], 2]);
  await isThere(library, someBytes(1_000));
});

it('puts an empty file there', async () => {
  const library = await fileLibrary(inRanges);
  expect((await upload(library, new Uint8Array())).ok).toBe(true);
  await isThere(library, new Uint8Array());
});

it('puts a large file there range by range, charges each, and sends no token to where the ranges go', async () => {
  const library = await fileLibrary(inRanges);
  const { ok, told } = await upload(library, large);
  expect(ok).toBe(true);
  expect(calls(library)).toEqual(['POST graph', ...Array.from({ length: 6 }, () => 'PUT host')]);
  expect(library.left.map(({ token }) => token)).toEqual([true, false, false, false, false, false, false]);
  expect(library.left.map(({ bytes }) => bytes)).toEqual([0, grain, grain, grain, grain, grain, 99]);
  expect(library.spent.units).toBe(14);
  expect(told.map(({ sent }) => sent)).toEqual([0, grain, 2 * grain, 3 * grain, 4 * grain, 5 * grain, large.length]);
  await isThere(library, large);
});

it.each([
  ['lost-reply', ['PUT graph', 'GET graph']],
  ['gateway-timeout', ['PUT graph', 'GET graph']],
  ['reset', ['PUT graph', 'GET graph', 'PUT graph']],
  ['unavailable', ['PUT graph', 'GET graph', 'PUT graph']],
] as const)('looks what became of a small file after %s, before it sends anything again', async (kind, expected) => {
  const library = await fileLibrary();
  strike(library, kind, { method: 'PUT' });
  expect((await upload(library, someBytes(50))).ok).toBe(true);
  expect(calls(library)).toEqual(expected);
  await isThere(library, someBytes(50));
});

it.each([
  ['lost-reply', 3, 0],
  ['gateway-timeout', 3, 0],
  ['reset', 3, 1],
  ['unavailable', 3, 1],
  ['lost-reply', 6, 0],
  ['gateway-timeout', 6, 0],
  ['reset', 6, 1],
] as const)(
  'goes on after %s of range %i by asking what is there, and sends %i ranges again',
  async (kind, n, again) => {
    const library = await fileLibrary(inRanges);
    strikeNth(library, n, kind);
    expect((await upload(library, large)).ok).toBe(true);
    expect(
      library.left.filter(({ what, host }) => what.startsWith('PUT') && host !== 'graph.microsoft.com'),
    ).toHaveLength(6 + again);
    expect(calls(library).filter((call) => call === 'GET host')).toHaveLength(1);
    await isThere(library, large);
  },
);

it('begins an upload again whose beginning was not answered', async () => {
  const library = await fileLibrary(inRanges);
  strike(library, 'lost-reply', { method: 'POST' });
  expect((await upload(library, large)).ok).toBe(true);
  await isThere(library, large);
});

it('waits as long as SharePoint asks for', async () => {
  const library = await fileLibrary(inRanges);
  library.tenant.core.faults.setRules([
    { kind: 'throttle', retryAfterSeconds: 17, match: { pathContains: 'uploadSession' }, times: 1 },
  ]);
  expect((await upload(library, large)).ok).toBe(true);
  expect(library.waits).toEqual([17_000]);
});

it('goes on in the middle after both were restarted', async () => {
  const first = await fileLibrary(inRanges);
  first.tenant.core.faults.setRules([
    ...Array.from({ length: 4 }, () => ({ kind: 'slow', ms: 0, match: { method: 'PUT' }, times: 1 }) as const),
    { kind: 'unavailable', match: { pathContains: 'uploadSession' } },
  ]);
  const broken = await upload(first, large);
  expect(broken).toMatchObject({ ok: false, reason: 'no-answer', session: broken.told.at(-1)?.session });
  expect(broken.told.at(-1)?.sent).toBe(4 * grain);
  const second = await first.restarted();
  const end = await upload(second, large, { session: broken.told.at(-1)!.session! });
  expect(end.ok).toBe(true);
  expect(calls(second)).toEqual(['GET host', 'PUT host', 'PUT host']);
  await isThere(second, large);
});

it('finds its file when it is asked to go on with an upload that was complete', async () => {
  const library = await fileLibrary(inRanges);
  const first = await upload(library, large);
  const again = await upload(library, large, { session: first.told.at(-2)!.session! });
  expect(again).toMatchObject({ ok: true, file: { id: first.ok && first.file.id } });
  await isThere(library, large);
});

it('begins anew when SharePoint has forgotten the upload', async () => {
  const library = await fileLibrary(inRanges);
  const session =
    "https://kestrelvale.sharepoint.com/sites/x/_api/v2.0/drives/d/items/i/uploadSession?guid='none'&tempauth=v1.x";
  expect((await upload(library, large, { session })).ok).toBe(true);
  await isThere(library, large);
});

it.each([
  ['in one call', {}, someBytes(77)],
  ['in ranges', inRanges, large],
])('leaves another file of the name alone, and finds its own, %s', async (_, settings, bytes) => {
  const library = await fileLibrary(settings);
  const first = await upload(library, bytes);
  expect(await upload(library, bytes)).toMatchObject({ ok: true, file: first.ok && first.file });
  const other = Buffer.from(bytes);
  other[5]! ^= 1;
  expect(await upload(library, other)).toMatchObject({ ok: false, reason: 'name-taken' });
  expect(await upload(library, bytes.subarray(1))).toMatchObject({ ok: false, reason: 'name-taken' });
  await isThere(library, bytes);
});

it('says that the name is taken when it was taken while the ranges went, and leaves no half-done upload', async () => {
  const library = await fileLibrary(inRanges);
  const other = someBytes(10, 9);
  const source = {
    ...sourceOf(large),
    async read(from: number, to: number) {
      if (from === 5 * grain && !taken) {
        taken = true;
        await library.files.upload({ ...file, source: sourceOf(other) });
      }
      return large.subarray(from, to);
    },
  };
  let taken = false;
  const file = { drive: library.drive, folder: 'root', name: 'Verlauf #1.pdf', source };
  expect(await library.files.upload(file)).toEqual({ ok: false, reason: 'name-taken' });
  expect(calls(library).slice(-2)).toEqual(['DELETE host', 'GET graph']);
  await isThere(library, other);
});

it('waits for the hash of what is there', async () => {
  let hidden = 2;
  const library = await fileLibrary({
    through: (transport) => async (input, init) => {
      const answer = await transport(input, init);
      if (init?.method !== 'GET' || hidden-- <= 0) return answer;
      const item = (await answer.json()) as { file: { hashes?: object } };
      delete item.file.hashes;
      return Response.json(item);
    },
  });
  await upload(library, someBytes(9));
  expect((await upload(library, someBytes(9))).ok).toBe(true);
  hidden = Infinity;
  expect(await upload(library, someBytes(9))).toMatchObject({ ok: false, reason: 'no-answer' });
});

it.each([
  ['in one call', {}, 'PUT'],
  ['in ranges', inRanges, 'POST'],
])('finds its file when SharePoint knows the name before it shows the file, %s', async (_, settings, method) => {
  let hidden = 2;
  const library = await fileLibrary({
    ...settings,
    through: (transport) => async (input, init) =>
      init?.method === 'GET' && hidden-- > 0 ? new Response('{}', { status: 404 }) : transport(input, init),
  });
  hidden = 0;
  const first = await upload(library, large);
  hidden = 2;
  const again = await upload(library, large);
  expect(again).toMatchObject({ ok: true, file: { id: first.ok && first.file.id } });
  expect(calls(library).slice(-6)).toEqual(Array.from({ length: 3 }, () => [`${method} graph`, 'GET graph']).flat());
});

it('says what SharePoint refuses, and asks no second time', async () => {
  const library = await fileLibrary();
  const file = { drive: library.drive, name: 'CON', folder: 'root', source: sourceOf(someBytes(3)) };
  expect(await library.files.upload(file)).toEqual({
    ok: false,
    reason: 'refused',
    status: 400,
    code: 'invalidRequest',
  });
  const nowhere = { ...file, name: 'a.txt', folder: '01NOWHERE' };
  expect(await library.files.upload(nowhere)).toEqual({
    ok: false,
    reason: 'refused',
    status: 404,
    code: 'itemNotFound',
  });
  expect(calls(library)).toEqual(['PUT graph', 'PUT graph']);
});

it('gives up in good time when nobody answers, and can be asked again', async () => {
  const library = await fileLibrary(inRanges);
  library.tenant.core.faults.set({ kind: 'unavailable' });
  expect(await upload(library, large)).toMatchObject({ ok: false, reason: 'no-answer' });
  expect(library.waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(120_000);
  library.tenant.core.faults.set({ kind: 'none' });
  expect((await upload(library, large)).ok).toBe(true);
  await isThere(library, large);
});

it.each([
  'http://kestrelvale.sharepoint.com/x',
  'https://sharepoint.com.evil.example/x',
  'https://graph.microsoft.com/x',
])('sends no byte to %s', async (session) => {
  const library = await fileLibrary(inRanges);
  await expect(upload(library, large, { session })).rejects.toThrow('nowhere else');
  expect(library.left).toEqual([]);
});

it('stops when the source is not what it said', async () => {
  const library = await fileLibrary(inRanges);
  const source = { size: large.length, read: async () => large.subarray(0, 10) };
  await expect(library.files.upload({ drive: library.drive, folder: 'root', name: 'a', source })).rejects.toThrow(
    'changed its size',
  );
  expect(await library.names()).toEqual([]);
});
