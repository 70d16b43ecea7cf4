import { readdirSync, readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';

/** What a PNG's header says (www.w3.org/TR/png, 11.2.1), and its bytes of pixels once unpacked. */
function png(file: string): { width: number; height: number; depth: number; colourType: number; rows: Buffer } {
  const bytes = readFileSync(file);
  expect(bytes.subarray(0, 8)).toEqual(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (type === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  return {
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    depth: bytes[24]!,
    colourType: bytes[25]!,
    rows: inflateSync(Buffer.concat(data)),
  };
}

/** Pixels of an eight-bit RGBA image, its row filters undone (www.w3.org/TR/png, 9.2). */
function pixels({ width, height, rows }: { width: number; height: number; rows: Buffer }): Buffer {
  const stride = width * 4;
  const out = Buffer.alloc(stride * height);
  const paeth = (a: number, b: number, c: number) => {
    const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
    return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
  };
  for (let y = 0; y < height; y += 1) {
    const filter = rows[y * (stride + 1)]!;
    for (let x = 0; x < stride; x += 1) {
      const left = x < 4 ? 0 : out[y * stride + x - 4]!;
      const up = y === 0 ? 0 : out[(y - 1) * stride + x]!;
      const corner = x < 4 || y === 0 ? 0 : out[(y - 1) * stride + x - 4]!;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!;
      out[y * stride + x] = rows[y * (stride + 1) + 1 + x]! + guess;
    }
  }
  return out;
}

it('holds the manifest and two icons, and nothing else ships', () => {
  expect(readdirSync('appPackage').sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
});

it('has a colour icon of 192 by 192 pixels', () => {
  expect(png('appPackage/color.png')).toMatchObject({ width: 192, height: 192, depth: 8 });
});

it('has an outline icon of 32 by 32 pixels, white on nothing', () => {
  const image = png('appPackage/outline.png');
  expect(image).toMatchObject({ width: 32, height: 32, depth: 8, colourType: 6 });
  const all = pixels(image);
  const seen = Array.from({ length: 32 * 32 }, (_, at) => all.subarray(at * 4, at * 4 + 4)).filter(
    (pixel) => pixel[3]! > 0,
  );
  expect(seen.length).toBeGreaterThan(100);
  expect(seen.length).toBeLessThan(32 * 32);
  expect(seen.filter((pixel) => pixel[0]! < 250 || pixel[1]! < 250 || pixel[2]! < 250)).toEqual([]);
});
