import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { Inspected, Inspection } from './inspection.ts';

const office = 'application/vnd.openxmlformats-officedocument';
/** The main part's content type in an Office file -> what the file is (ECMA-376, part 1). */
const byMainPart: Readonly<Record<string, Inspected>> = {
  [`${office}.wordprocessingml.document.main+xml`]: {
    ending: 'docx',
    mediaType: `${office}.wordprocessingml.document`,
  },
  [`${office}.spreadsheetml.sheet.main+xml`]: { ending: 'xlsx', mediaType: `${office}.spreadsheetml.sheet` },
  [`${office}.presentationml.presentation.main+xml`]: {
    ending: 'pptx',
    mediaType: `${office}.presentationml.presentation`,
  },
};
const odt = { ending: 'odt', mediaType: 'application/vnd.oasis.opendocument.text' };

/** Larger than any list of parts, and small beside what a bomb would unpack to. */
const largestPart = 2 * 1_048_576;
const mostEntries = 20_000;

interface Contents {
  readonly names: readonly string[];
  readonly locked: boolean;
  /** Unpacked: the list of parts of an Office file, and what an OpenDocument says that it is. */
  readonly parts: ReadonlyMap<string, string>;
}

const wanted = new Set(['[Content_Types].xml', 'mimetype', 'META-INF/manifest.xml']);

/** @throws Error when the archive is damaged, or holds more than an honest one */
async function contentsOf(bytes: Buffer): Promise<Contents> {
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, file) => (error ? reject(error) : resolve(file))),
  );
  const names: string[] = [];
  const parts = new Map<string, string>();
  let locked = false;
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => resolve({ names, locked, parts }));
    zip.on('entry', (entry: Entry) => {
      names.push(entry.fileName);
      locked ||= entry.isEncrypted();
      if (names.length > mostEntries) return reject(new Error('too many entries'));
      if (!wanted.has(entry.fileName) || entry.isEncrypted()) return zip.readEntry();
      unpack(zip, entry).then((text) => {
        parts.set(entry.fileName, text);
        zip.readEntry();
      }, reject);
    });
    zip.readEntry();
  });
}

function unpack(zip: ZipFile, entry: Entry): Promise<string> {
  if (entry.uncompressedSize > largestPart) return Promise.reject(new Error('a part is too large'));
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('error', reject);
      stream.on('end', () => resolve(Buffer.concat(pieces).toString('utf8')));
    });
  });
}

const isMacro = (name: string) =>
  /(^|\/)(vbaProject\.bin|vbaData\.xml|xl\/macrosheets\/.*)$|^(Basic|Scripts)\//i.test(name);

/** What a zip is: an Office file without macros and without a password, or an archive, which is not taken. */
export async function inspectZip(bytes: Buffer): Promise<Inspection> {
  const contents = await contentsOf(bytes).catch(() => undefined);
  if (!contents) return { ok: false, code: 'file-damaged' };
  const { names, locked, parts } = contents;
  const types = parts.get('[Content_Types].xml');
  const isOdt = parts.get('mimetype') === odt.mediaType;
  if (locked || (isOdt && /encryption-data/.test(parts.get('META-INF/manifest.xml') ?? '')))
    return { ok: false, code: 'file-locked' };
  if (types === undefined && !isOdt) return { ok: false, code: 'file-is-archive' };
  if (names.some(isMacro) || /macroEnabled|vbaProject/i.test(types ?? ''))
    return { ok: false, code: 'file-has-macros' };
  const file = isOdt ? odt : Object.entries(byMainPart).find(([type]) => types?.includes(`"${type}"`))?.[1];
  return file ? { ok: true, file } : { ok: false, code: 'file-not-accepted' };
}
