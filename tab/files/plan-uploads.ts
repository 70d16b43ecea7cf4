import type { UnfinishedUpload } from '../../src/areas/files/contract.ts';
import type { Picked } from './picked-files.ts';
import type { Upload } from './upload.ts';

const isSame = (one: File, other: File) =>
  one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;

/** Why a file is not even begun; undefined where nothing is known against it. */
function against({ file, isFolder }: Picked, before: readonly Upload[]): string | undefined {
  if (isFolder) return 'This is a folder. Open it, choose the files in it, and add those.';
  if (file.size === 0) return 'This file is empty, so there is nothing to add. Look whether it was saved whole.';
  if (before.some(({ stage, file: there }) => stage !== 'refused' && isSame(there, file)))
    return 'This very file is on its way already: it stands further up in this list.';
  return undefined;
}

/**
 * What becomes of files that somebody has chosen, in their order: each is begun, goes on where an earlier page left it, or is
 * refused with a reason. Pure.
 * @param before what is on its way already
 * @param unfinished what the server has of this person's from before
 */
export function planUploads(
  picked: readonly Picked[],
  before: readonly Upload[],
  unfinished: readonly UnfinishedUpload[],
  newKey: () => string,
): readonly Upload[] {
  const planned: Upload[] = [];
  for (const one of picked) {
    const { file } = one;
    const all = [...before, ...planned];
    const message = against(one, all);
    const left = unfinished.find(
      ({ id, name, size, arrived }) =>
        name === file.name && size === file.size && arrived < size && !all.some((other) => other.id === id),
    );
    if (message !== undefined) planned.push({ key: newKey(), file, arrived: 0, stage: 'refused', message });
    else if (left)
      planned.push({ key: newKey(), file, id: left.id, resumed: true, arrived: left.arrived, stage: 'queued' });
    else planned.push({ key: newKey(), file, arrived: 0, stage: 'queued' });
  }
  return planned;
}
