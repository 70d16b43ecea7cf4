import { describe, expect, it } from 'vitest';
import type { Paper } from '../../../src/documents/paper.ts';
import { toDocx } from '../../../src/documents/to-docx.ts';
import { toPdf } from '../../../src/documents/to-pdf.ts';
import { readDocx, readPdf } from '../../support/read-papers.ts';

const paper: Paper = {
  ...{ title: 'Minutes of a meeting: Team around the family', reference: 'M-2026-0007' },
  ...{ confidential: 'Confidential. Child protection file.', madeAt: '2026-12-14T16:30:12.345Z' },
  facts: [
    { label: 'Chair', value: 'Tom Whitlock' },
    { label: 'In the file of', value: 'Jakub O’Brien-Łukasz' },
  ],
  sections: [
    {
      heading: '1. The child’s wishes and feelings',
      texts: [
        {
          heading: 'Discussion',
          words: 'He said: <b>“I like it”</b> & smiled.\n\nΔώρα came too.\u0007 And 漢字 was written.',
        },
        { heading: 'Decision', words: 'Breakfast club.' },
      ],
    },
    {
      heading: 'What is to be done',
      texts: [],
      table: { columns: ['What', 'Who', 'By'], rows: [['Ring', 'Zoe', '18 December']] },
    },
  ],
};
const long: Paper = {
  ...paper,
  sections: [
    {
      heading: 'Long',
      texts: [{ words: Array.from({ length: 400 }, (_, i) => `Line ${i} of what was said.`).join('\n') }],
    },
  ],
};

describe('a paper as PDF', () => {
  it('says in the words of another reader what the paper says, with headings, a header row and page numbers', async () => {
    const { texts, roles, meta } = await readPdf(await toPdf(paper));
    const text = texts.join(' ');
    for (const words of [
      paper.title,
      'Tom Whitlock',
      'Jakub O’Brien-Łukasz',
      '<b>“I like it”</b> & smiled.',
      'Δώρα',
      'Page 1 of 1',
    ])
      expect(text).toContain(words);
    for (const role of ['H1', 'H2', 'H3', 'P', 'Table', 'TR', 'TH', 'TD']) expect(roles).toContain(`"role":"${role}"`);
    expect(meta.info).toMatchObject({ Title: `${paper.title}, M-2026-0007`, Language: 'en-GB' });
    expect(text).toContain('a box (□)');
  });

  it('is PDF/A-2a: fonts and colour profile within, metadata that says so, nothing that runs', async () => {
    const bytes = await toPdf(paper);
    const raw = bytes.toString('latin1');
    const { pdf, meta } = await readPdf(bytes);
    expect(raw).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(raw).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(meta.metadata?.get('dc:title')).toBe(`${paper.title}, M-2026-0007`);
    expect(raw).toMatch(/\/OutputIntents \[/);
    expect(raw).toContain('/DestOutputProfile');
    const faces = raw.match(/\/Type \/FontDescriptor/g)?.length;
    expect(raw.match(/\/FontFile2 /g)?.length).toBe(faces);
    expect(raw).not.toMatch(/\/(?:Helvetica|JavaScript|JS|Launch|EmbeddedFiles|Encrypt)\b/);
    expect(raw).toContain('/Marked true');
    expect(await pdf.getJSActions()).toBeNull();
  });

  it('goes on over pages without losing a line, each with its number', async () => {
    const { texts, pdf } = await readPdf(await toPdf(long));
    const text = texts.join(' ');
    expect(pdf.numPages).toBeGreaterThan(5);
    expect(Array.from({ length: 400 }, (_, i) => i).filter((i) => !text.includes(`Line ${i} of`))).toEqual([]);
    expect(texts.every((page, i) => page.includes(`Page ${i + 1} of ${pdf.numPages}`))).toBe(true);
    expect(texts.every((page) => page.includes('Confidential. Child protection file. · M-2026-0007'))).toBe(true);
  });
});

describe('a paper as a Word document', () => {
  it('has its language, title, headings, header row, page numbers and dates of its own', async () => {
    const { part, names } = readDocx(await toDocx(paper));
    const body = part('word/document.xml');
    for (const words of ['Jakub O’Brien-Łukasz', '&lt;b&gt;“I like it”&lt;/b&gt; &amp; smiled.', '漢字'])
      expect(body).toContain(words);
    for (const style of ['Heading1', 'Heading2', 'Heading3']) expect(body).toContain(`w:pStyle w:val="${style}"`);
    expect(body).toContain('<w:tblHeader/>');
    expect(part('word/styles.xml')).toContain('w:val="en-GB"');
    expect(part('docProps/core.xml')).toContain(`<dc:title>${paper.title}, M-2026-0007</dc:title>`);
    expect(part('docProps/core.xml').match(/2026-12-14T16:30:12\.345Z/g)).toHaveLength(2);
    const footer = names
      .filter((name) => name.startsWith('word/footer'))
      .map(part)
      .join('');
    expect(footer).toContain('PAGE');
    expect(footer).toContain('Confidential. Child protection file. · M-2026-0007');
  });
});

it('the same paper is the same bytes, in whatever second they are made', async () => {
  const first = [await toPdf(paper), await toDocx(paper)];
  await new Promise((resolve) => setTimeout(resolve, 2_100));
  expect([(await toPdf(paper)).equals(first[0]!), (await toDocx(paper)).equals(first[1]!)]).toEqual([true, true]);
});
