import type { Files } from '../ports/files.ts';
import { downloadFile, type DownloadSettings } from './download-file.ts';
import { uploadFile, type UploadSettings } from './upload-file.ts';

/** The Files port over Graph and the addresses that it hands out. */
export function createFiles(settings: UploadSettings & DownloadSettings): Files {
  return {
    upload: (file) => uploadFile(settings, file),
    download: (place) => downloadFile(settings, place),
  };
}
