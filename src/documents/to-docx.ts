import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  type IRunOptions,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { strToU8, strFromU8, unzipSync, zipSync } from 'fflate';
import { paragraphsOf, type Paper, type PaperTable } from './paper.ts';

/** Half points. */
const sizes = { text: 22, small: 16 } as const;
const shade = 'EEEEEE';
const after = { spacing: { after: 120 } } as const;

const language = { value: 'en-GB', eastAsia: 'en-GB' } as const;
const heading = (size: number, color = '000000') => ({
  run: { size, bold: true, color, font: 'Calibri', language },
  paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
});

/** A paper as a Word document. */
export async function toDocx(paper: Paper): Promise<Buffer> {
  const document = new Document({
    ...{ title: `${paper.title}, ${paper.reference}`, creator: 'Lantern', lastModifiedBy: 'Lantern' },
    styles: {
      default: {
        document: { run: { size: sizes.text, font: 'Calibri', language } },
        ...{ heading1: heading(36), heading2: heading(28), heading3: heading(22) },
      },
    },
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 } } },
        footers: { default: new Footer({ children: [footer(paper)] }) },
        children: [...head(paper), ...paper.sections.flatMap(sectionOf)],
      },
    ],
  });
  return withOwnDates(await Packer.toBuffer(document), paper);
}

const clean = (text: string) => paragraphsOf(text).join(' ');

function runOf(text: string, bold = false): TextRun {
  const options: IRunOptions = { text: clean(text), bold };
  return new TextRun(options);
}

const head = (paper: Paper): readonly Paragraph[] => [
  new Paragraph({ heading: HeadingLevel.HEADING_1, text: clean(paper.title) }),
  new Paragraph({ ...after, children: [runOf(paper.confidential, true)] }),
  ...paper.facts.map(
    ({ label, value }) =>
      new Paragraph({
        spacing: { after: 40 },
        children: [runOf(label, true), runOf(`: ${value}`)],
      }),
  ),
];

const sectionOf = (section: Paper['sections'][number]): readonly (Paragraph | Table)[] => [
  ...(section.heading === undefined
    ? []
    : [new Paragraph({ heading: HeadingLevel.HEADING_2, text: clean(section.heading) })]),
  ...section.texts.flatMap(({ heading: part, words }) => [
    ...(part === undefined ? [] : [new Paragraph({ heading: HeadingLevel.HEADING_3, text: clean(part) })]),
    ...paragraphsOf(words).map((text) => new Paragraph({ ...after, text })),
  ]),
  ...(section.table ? [tableOf(section.table)] : []),
];

function tableOf({ columns, rows }: PaperTable): Table {
  const cell = (text: string, bold = false) =>
    new TableCell({
      children: [new Paragraph({ children: [runOf(text, bold)] })],
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
      ...(bold && { shading: { fill: shade } }),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: columns.map((text) => cell(text, true)) }),
      ...rows.map((row) => new TableRow({ children: row.map((text) => cell(text)) })),
    ],
  });
}

const footer = ({ confidential, reference }: Paper) =>
  new Paragraph({
    alignment: AlignmentType.LEFT,
    children: [
      new TextRun({ text: `${clean(confidential)} · ${clean(reference)} · Page `, size: sizes.small }),
      new TextRun({ children: [PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES], size: sizes.small }),
    ],
  });

/** When the file says that it was made, in one of its parts. */
const stamp = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g;

/** The library writes the clock’s time into the archive and into the document; the paper’s own belongs there. */
function withOwnDates(bytes: Uint8Array, { madeAt }: Paper): Buffer {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]): [string, Uint8Array] =>
    name === 'docProps/core.xml' ? [name, strToU8(strFromU8(part).replaceAll(stamp, `$1${madeAt}`))] : [name, part],
  );
  // Of the day only: an archive knows no time zone.
  return Buffer.from(zipSync(Object.fromEntries(parts), { mtime: `${madeAt.slice(0, 10)}T12:00:00` }));
}
