import { strFromU8, unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const plain = (text: string) => text.replaceAll(/\s+/gu, ' ').trim();

/** What a PDF says, page by page, as another library reads it, with what it says of itself. */
export async function readPdf(bytes: Uint8Array) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false }).promise;
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, i) => pdf.getPage(i + 1)));
  const texts = await Promise.all(
    pages.map(async (page) => {
      const { items } = await page.getTextContent();
      return plain(items.map((item) => ('str' in item ? item.str : '')).join(' '));
    }),
  );
  const trees = await Promise.all(pages.map((page) => page.getStructTree()));
  return { pdf, texts, roles: JSON.stringify(trees), meta: await pdf.getMetadata() };
}

/** The parts of a Word document; what it says is read from its XML. */
export function readDocx(bytes: Uint8Array) {
  const files = unzipSync(bytes);
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const all = Object.keys(files).map(part).join('\n');
  const words = part('word/document.xml')
    .replaceAll('</w:p>', ' ')
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
  return { part, names: Object.keys(files), all, text: plain(words) };
}
