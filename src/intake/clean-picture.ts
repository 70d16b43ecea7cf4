import sharp, { type Sharp } from 'sharp';

/** Larger than any camera's, and small beside what a bomb would unpack to. */
const mostPixels = 150_000_000;

const written: Readonly<Record<string, (picture: Sharp) => Sharp>> = {
  jpg: (picture) => picture.jpeg({ quality: 92, chromaSubsampling: '4:4:4' }),
  png: (picture) => picture.png(),
  webp: (picture) => picture.webp({ quality: 92 }),
};

/** Whether a kind of file is a picture that is written anew. */
export const isPicture = (ending: string): boolean => Object.hasOwn(written, ending);

/**
 * Writes a picture anew: upright as the camera meant it, and with its pixels alone. Where and when it was taken, by which
 * device, a small picture of an earlier state, and whatever else was hidden in the file, are gone.
 * @throws Error when it is damaged, or unpacks to more than any picture
 */
export function cleanPicture(bytes: Buffer, ending: string): Promise<Buffer> {
  const write = written[ending];
  if (!write) throw new TypeError(`${ending} is no picture that Lantern takes`);
  const picture = sharp(bytes, { failOn: 'error', limitInputPixels: mostPixels, animated: ending === 'webp' });
  return write(picture.autoOrient().toColourspace('srgb')).toBuffer();
}
