import type { DocumentItem } from '../../src/areas/files/contract.ts';

const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'text/plain': 'txt',
  'text/csv': 'csv',
  'message/rfc822': 'eml',
  'application/vnd.ms-outlook': 'msg',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/wav': 'wav',
  'video/mp4': 'mp4',
};

/** Has the browser keep a file as the person's own. It is never opened here: whatever it holds must not run as a page of ours. */
export function saveBlob(blob: Blob, { name, mediaType }: Pick<DocumentItem, 'name' | 'mediaType'>): void {
  const ending = `.${endings[mediaType] ?? 'bin'}`;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name.toLowerCase().endsWith(ending) ? name : `${name}${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
