import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { paperFonts, settable, type SignsOfFont } from './fonts.ts';
import { paragraphsOf, type Paper, type PaperTable } from './paper.ts';

const margins = { top: 56, left: 56, right: 56, bottom: 64 } as const;
/** Points. */
const sizes = { title: 18, section: 13, text: 10, small: 8 } as const;
const shade = '#eeeeee';
const line = '#767676';

/** What stands where the fonts have no sign for something. */
const unset = 'A sign that this file cannot show stands as a box (□). The Word document of the same paper shows it.';

type Document = InstanceType<typeof PDFDocument>;
type Part = ReturnType<Document['struct']>;

/** A paper as PDF/A-2a: tagged, its fonts and its colour profile in the file. */
export async function toPdf(paper: Paper): Promise<Buffer> {
  const document = new PDFDocument({
    ...({ size: 'A4', margins, font: paperFonts.regular, bufferPages: true } as const),
    ...({ pdfVersion: '1.7', subset: 'PDF/A-2a', tagged: true, lang: 'en-GB', displayTitle: true } as const),
    info: { Title: titleOf(paper), Author: 'Lantern', Creator: 'Lantern', CreationDate: dateOf(paper) },
  });
  const pieces: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    document.on('data', (piece: Uint8Array) => pieces.push(piece));
    document.on('end', resolve);
    document.on('error', reject);
  });
  document.registerFont('regular', paperFonts.regular).registerFont('bold', paperFonts.bold).font('regular');
  // Not among pdfkit's types.
  const { font } = (document as unknown as { _font: { font: SignsOfFont } })._font;
  const set = (text: string) => settable(text, font);
  await write(document, paper, set);
  footers(document, set(`${paper.confidential} · ${paper.reference}`));
  document.end();
  await ended;
  return Buffer.concat(pieces);
}

/** It is put into XML as it stands, and no title of ours needs these. */
const titleOf = ({ title, reference }: Paper) => `${title}, ${reference}`.replaceAll(/[<>&]/gu, ' ');

/** Whole seconds: the two places where the file says it must agree. */
const dateOf = ({ madeAt }: Paper) => new Date(Math.floor(Date.parse(madeAt) / 1_000) * 1_000);

async function write(document: Document, paper: Paper, set: (text: string) => string): Promise<void> {
  const root = document.struct('Document');
  document.addStructure(root);
  let boxes = false;
  const say = (tag: string, words: string, face: 'regular' | 'bold', size: number, gap = 4) => {
    const text = set(words);
    boxes ||= text !== words;
    root.add(
      document.struct(tag, {}, () => {
        document.font(face).fontSize(size).fillColor('#000000').text(text, { paragraphGap: gap, lineGap: 2 });
      }),
    );
  };
  say('H1', paper.title, 'bold', sizes.title);
  say('P', paper.confidential, 'bold', sizes.text, 10);
  for (const { label, value } of paper.facts) say('P', `${label}: ${value}`, 'regular', sizes.text);
  for (const { heading, texts, table } of paper.sections) {
    document.moveDown(0.6);
    if (heading !== undefined) say('H2', heading, 'bold', sizes.section);
    for (const { heading: part, words } of texts) {
      if (part !== undefined) say('H3', part, 'bold', sizes.text, 2);
      for (const paragraph of paragraphsOf(words)) {
        say('P', paragraph, 'regular', sizes.text, 6);
        // A long paper takes a second: others are answered meanwhile.
        await setImmediate();
      }
    }
    if (table) writeTable(document, root, table, set);
  }
  if (boxes) say('P', unset, 'regular', sizes.small);
  root.end();
}

function writeTable(document: Document, root: Part, table: PaperTable, set: (text: string) => string): void {
  const cell = (type: 'TH' | 'TD') => (text: string) => ({
    ...{ text: set(paragraphsOf(text).join(' ')), type, padding: 4, border: 0.5, borderColor: line },
    ...(type === 'TH' && { backgroundColor: shade, scope: 'Column', font: { src: 'bold', size: sizes.text } }),
  });
  document.font('regular').fontSize(sizes.text).fillColor('#000000');
  // The widest column is the first: what is to be done. What it hangs under in the file’s structure is not among pdfkit’s types.
  const options = {
    structParent: root,
    columnStyles: ['*', ...table.columns.slice(1).map(() => 110)],
    data: [table.columns.map(cell('TH')), ...table.rows.map((row) => row.map(cell('TD')))],
  };
  document.table(options);
  document.moveDown(0.5);
}

/** Page numbers can be said only when all pages are there. */
function footers(document: Document, words: string): void {
  const { start, count } = document.bufferedPageRange();
  for (let i = 0; i < count; i++) {
    document.switchToPage(start + i);
    const { width, height } = document.page;
    // Or the footer would begin a page of its own.
    document.page.margins.bottom = 0;
    document.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
    document.font('regular').fontSize(sizes.small).fillColor('#000000');
    const [y, room] = [height - 44, width - margins.left - margins.right] as const;
    document.text(words, margins.left, y, { width: room - 80, height: 20, ellipsis: true });
    document.text(`Page ${i + 1} of ${count}`, margins.left, y, { width: room, align: 'right', lineBreak: false });
    document.endMarkedContent();
  }
}
