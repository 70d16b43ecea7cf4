import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { inspectFile } from '../../../src/intake/inspect-file.ts';

const look = async (name: string, bytes: Uint8Array | string) => {
  const found = await inspectFile(Buffer.from(bytes as Uint8Array), name);
  return found.ok ? found.file.mediaType : found.code;
};

const openXml = 'application/vnd.openxmlformats-officedocument';
const contentTypes = (main: string) =>
  strToU8(`<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`);
const office = (main: string, more: Record<string, Uint8Array> = {}) =>
  zipSync({ '[Content_Types].xml': contentTypes(main), 'word/document.xml': strToU8('<w/>'), ...more });
const word = `${openXml}.wordprocessingml.document.main+xml`;

/** The bit in each local and central header that says that an entry is encrypted. */
function locked(zip: Uint8Array): Buffer {
  const bytes = Buffer.from(zip);
  for (const [mark, flags] of [
    ['504b0304', 6],
    ['504b0102', 8],
  ] as const)
    for (let at = bytes.indexOf(mark, 0, 'hex'); at >= 0; at = bytes.indexOf(mark, at + 4, 'hex'))
      bytes[at + flags] = (bytes[at + flags] ?? 0) | 1;
  return bytes;
}

/** A compound file whose directory, in its first sector, holds these names. */
function compound(...names: readonly string[]): Buffer {
  const bytes = Buffer.alloc(512 * 3);
  bytes.write('d0cf11e0a1b11ae1', 0, 'hex');
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt32LE(1, 48);
  bytes.fill(0xff, 76, 512);
  bytes.writeUInt32LE(0, 76);
  bytes.fill(0xff, 512, 1_024);
  names.forEach((name, i) => {
    const entry = 1_024 + i * 128;
    bytes.write(name, entry, 'utf16le');
    bytes.writeUInt16LE(name.length * 2 + 2, entry + 64);
  });
  return bytes;
}

const picture = (kind: 'png' | 'webp' | 'jpeg') =>
  sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } })
    .toFormat(kind)
    .toBuffer();
const atom = (brand: string) =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}\0\0\0\0${brand}mp42`), Buffer.alloc(40)]);
const wav = Buffer.concat([Buffer.from('RIFF\x24\0\0\0WAVEfmt '), Buffer.alloc(40)]);
/** What a picture of the singer before the sound takes: more than is looked at as a rule. */
const tag = Buffer.alloc(90_000);
const mp3 = Buffer.concat([
  Buffer.from([...Buffer.from('ID3'), 3, 0, 0, 0, tag.length >> 14, (tag.length >> 7) & 127, tag.length & 127]),
  ...[tag, Buffer.from([0xff, 0xfb, 0x90, 0]), Buffer.alloc(500)],
]);
const mail =
  'From: gp@surgery.example\r\nDate: Thu, 10 Dec 2026 08:00:00 +0000\r\nSubject: Ellie\r\n\r\nDear Priya,\r\n';
const odt = (manifest = '') =>
  zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'META-INF/manifest.xml': strToU8(`<m>${manifest}</m>`),
  });

it.each([
  ['letter.pdf', '%PDF-1.7\n1 0 obj', 'application/pdf'],
  ['LETTER.PDF', '%PDF-1.4\n', 'application/pdf'],
  ['photo.jpeg', () => picture('jpeg'), 'image/jpeg'],
  ['photo.jpg', () => picture('jpeg'), 'image/jpeg'],
  ['screen.png', () => picture('png'), 'image/png'],
  ['screen.webp', () => picture('webp'), 'image/webp'],
  ['plan.docx', office(word), `${openXml}.wordprocessingml.document`],
  ['list.xlsx', office(`${openXml}.spreadsheetml.sheet.main+xml`), `${openXml}.spreadsheetml.sheet`],
  ['talk.pptx', office(`${openXml}.presentationml.presentation.main+xml`), `${openXml}.presentationml.presentation`],
  ['plan.odt', odt(), 'application/vnd.oasis.opendocument.text'],
  ['notes.txt', 'Sie sagte: „nein“.\r\n', 'text/plain'],
  ['marks.csv', 'name,mark\nEllie,7\n', 'text/csv'],
  ['mail.eml', mail, 'message/rfc822'],
  ['mail.msg', compound('Root Entry', '__nameid_version1.0', '__properties_version1.0'), 'application/vnd.ms-outlook'],
  ['call.mp3', mp3, 'audio/mpeg'],
  ['call.m4a', atom('M4A '), 'audio/mp4'],
  ['call.wav', wav, 'audio/wav'],
  ['film.mp4', atom('isom'), 'video/mp4'],

  ['letter.docx', '%PDF-1.7\n', 'file-not-what-it-says'],
  ['letter', '%PDF-1.7\n', 'file-not-what-it-says'],
  ['letter.pdf.exe', '%PDF-1.7\n', 'file-not-what-it-says'],
  ['letter.pdf', Buffer.from('MZ\x90\0\x03\0\0\0'), 'file-not-accepted'],
  ['page.html', '<script>alert(1)</script>', 'file-not-accepted'],
  ['picture.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'file-not-accepted'],
  ['notes.txt', Buffer.from([0x66, 0xfc, 0x72]), 'file-not-what-it-says'],
  ['notes.txt', 'a\0b', 'file-not-what-it-says'],
  ['mail.eml', 'no header at all', 'file-not-what-it-says'],
  ['form.pdf', '%PDF-1.7\ntrailer << /Root 1 0 R /Encrypt 9 0 R >>', 'file-locked'],
  ['form.pdf', '%PDF-1.7\n(/Encrypt is a word) trailer <</Encrypt<</Filter/Standard>>>>', 'file-locked'],
  ['plan.docx', office(word, { 'word/vbaProject.bin': strToU8('x') }), 'file-has-macros'],
  ['plan.docm', office('application/vnd.ms-word.document.macroEnabled.main+xml'), 'file-has-macros'],
  [
    'plan.odt',
    zipSync({ ...{ mimetype: strToU8('application/vnd.oasis.opendocument.text') }, 'Basic/x.xml': strToU8('x') }),
    'file-has-macros',
  ],
  ['plan.docx', locked(office(word)), 'file-locked'],
  ['plan.odt', odt('<encryption-data/>'), 'file-locked'],
  ['plan.docx', compound('Root Entry', 'EncryptionInfo', 'EncryptedPackage'), 'file-locked'],
  ['plan.doc', compound('Root Entry', 'WordDocument'), 'file-old-office'],
  ['plan.xls', compound('Root Entry', 'Workbook', '_VBA_PROJECT_CUR'), 'file-old-office'],
  ['mail.msg', compound('Root Entry', 'WordDocument'), 'file-old-office'],
  ['all.zip', zipSync({ 'a.pdf': strToU8('%PDF-1.7') }), 'file-is-archive'],
  ['all.docx', zipSync({ 'a.pdf': strToU8('%PDF-1.7') }), 'file-is-archive'],
  ['all.7z', Buffer.from('377abcaf271c000400000000000000000000', 'hex'), 'file-is-archive'],
  ['plan.docx', office(word).subarray(0, 90), 'file-damaged'],
  ['photo.heic', atom('heic'), 'file-heic'],
] as const)('%s is %#', async (name, bytes, expected) => {
  expect(await look(name, typeof bytes === 'function' ? await bytes() : bytes)).toBe(expected);
});

it('does not unpack what would unpack to more than any list of parts', async () => {
  const bomb = zipSync({ '[Content_Types].xml': new Uint8Array(40_000_000) });
  expect(bomb.length).toBeLessThan(100_000);
  expect(await look('plan.docx', bomb)).toBe('file-damaged');
});

/** Beginnings of what a browser, a shell or a program loader would run, and of other kinds of files. */
const others = [
  ...['<script>alert(1)</script>', '<!doctype html><html>', '<svg onload="x">', '#!/bin/sh\n', 'MZ\x90\0', '\x7fELF'],
  ...['%PDF-1.7\n1 0 obj', 'GIF89a/*', '=cmd|x', '\u{feff}<html>'],
].map((text) => Buffer.from(text, 'latin1'));

it('takes two kinds in one for what it begins with, under that one ending, or not at all', async () => {
  const genuine: readonly (readonly [string, Uint8Array])[] = [
    ['pdf', Buffer.from('%PDF-1.7\n1 0 obj')],
    ['png', await picture('png')],
    ['jpg', await picture('jpeg')],
    ['webp', await picture('webp')],
    ['docx', office(word)],
    ['odt', odt()],
    ['m4a', atom('M4A ')],
    ['wav', wav],
    ['mp3', mp3],
  ];
  const ending = fc.constantFrom(
    ...genuine.map(([kind]) => kind),
    ...['txt', 'csv', 'eml', 'html', 'svg', 'exe', 'js', 'hta', ''],
  );
  const bytes = fc.oneof(
    fc.constantFrom(...others),
    fc.constantFrom(...genuine.map(([, whole]) => whole)),
    fc.uint8Array(),
  );
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...genuine), bytes, ending, async ([kind, whole], after, named) => {
      const both = Buffer.concat([whole, after]);
      const found = await inspectFile(both, `file.${named}`);
      if (!found.ok) return;
      taken += 1;
      expect([kind, named]).toEqual([found.file.ending, found.file.ending]);
    }),
    { numRuns: 500 },
  );
  expect(taken).toBeGreaterThan(10);
});

it('takes nothing for a picture, a document or a sound that begins with something else', async () => {
  const kinds = ['pdf', 'png', 'jpg', 'webp', 'docx', 'xlsx', 'odt', 'm4a', 'mp4', 'wav', 'html', 'svg', 'js', 'exe'];
  const wholes = [Buffer.from('%PDF-1.7\n1 0 obj'), await picture('png'), Buffer.from(office(word))];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...others.filter((one) => !one.toString('latin1').startsWith('%PDF'))),
      fc.constantFrom(...wholes),
      fc.constantFrom(...kinds),
      async (before, whole, named) => {
        expect(await inspectFile(Buffer.concat([before, whole]), `file.${named}`)).toMatchObject({ ok: false });
      },
    ),
    { numRuns: 300 },
  );
});
