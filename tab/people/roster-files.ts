import { largestUpload, rosterFileNames, uploadTooLarge } from '../../src/areas/people/contract.ts';

/** What a person chose: the files of a roster in base64, and the names of those that are none. */
export interface ChosenFiles {
  readonly files: readonly { readonly name: string; readonly content: string }[];
  readonly passedOver: readonly string[];
}
export type Chosen = { readonly ok: true; readonly chosen: ChosenFiles } | { readonly ok: false; readonly why: string };

const known = (name: string) => rosterFileNames.includes(name.toLowerCase());
const notKnown =
  'None of these is a file of a roster that Lantern knows. It goes by the names that School Data Sync and OneRoster give them: Student.csv and School.csv, or users.csv, roles.csv and orgs.csv. Rename none; export them again.';

/** Base64 as the browser's own reader makes it, off the main thread. */
const base64 = (file: Blob) =>
  new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve((reader.result as string).replace(/^[^,]*,?/, ''));
    reader.onerror = () => reject(new Error('unreadable'));
    reader.readAsDataURL(file);
  });

/** The files of a roster in a zip. Unpacked here, so that a small file cannot grow large on the server. */
async function unpacked(zip: File): Promise<readonly File[]> {
  const { unzipSync } = await import('fflate');
  let size = 0;
  const entries = unzipSync(new Uint8Array(await zip.arrayBuffer()), {
    filter: ({ name, originalSize }) => {
      const wanted = known(baseName(name));
      if (wanted) size += originalSize;
      return wanted && size <= largestUpload;
    },
  });
  if (size > largestUpload) throw new RangeError(uploadTooLarge);
  return Object.entries(entries).map(([name, bytes]) => new File([new Uint8Array(bytes)], baseName(name)));
}

const baseName = (path: string) => path.slice(path.lastIndexOf('/') + 1);
const isZip = ({ name }: File) => name.toLowerCase().endsWith('.zip');

/** Reads the files that a person chose, or the one zip that holds them. */
export async function chosenFiles(list: readonly File[]): Promise<Chosen> {
  try {
    const lists = await Promise.all(list.map(async (file) => (isZip(file) ? unpacked(file) : [file])));
    const all = lists.flat();
    const files = all.filter(({ name }) => known(name));
    if (files.length === 0) return { ok: false, why: notKnown };
    if (files.reduce((sum, { size }) => sum + size, 0) > largestUpload) return { ok: false, why: uploadTooLarge };
    const passedOver = all.filter(({ name }) => !known(name)).map(({ name }) => name);
    const read = await Promise.all(files.map(async (file) => ({ name: file.name, content: await base64(file) })));
    return { ok: true, chosen: { files: read, passedOver } };
  } catch (error) {
    const why = error instanceof RangeError ? error.message : undefined;
    return {
      ok: false,
      why: why ?? 'These files could not be read. Close them in other programs and choose them again.',
    };
  }
}
