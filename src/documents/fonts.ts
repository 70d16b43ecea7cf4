import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** DejaVu may be passed on with anything, also in part; it has Latin, Greek, Cyrillic, Arabic and Hebrew letters. */
const pathOf = (face: string): string => resolve(`dejavu-fonts-ttf/ttf/${face}.ttf`);

/** The two faces of a paper. */
export const paperFonts = { regular: pathOf('DejaVuSans'), bold: pathOf('DejaVuSans-Bold') } as const;

/** What a font of a PDF knows of its signs. */
export interface SignsOfFont {
  hasGlyphForCodePoint(code: number): boolean;
}

/** Stands for a sign that the fonts do not have. */
const box = '\u25a1';

/** A text as a font can set it. */
export const settable = (text: string, font: SignsOfFont): string =>
  Array.from(text, (sign) => (font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0) ? sign : box)).join('');
