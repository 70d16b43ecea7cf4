import sharp from 'sharp';

/** A child's drawing: a house, one figure at a distance. No letters, which would look different on each machine. */
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="640">
  <rect width="900" height="640" fill="#efe7d6"/>
  <g fill="none" stroke="#3a4a7a" stroke-width="9" stroke-linecap="round">
    <path d="M120 560 L124 330 L262 214 L404 326 L400 562 Z"/><path d="M232 560 L234 448 L296 446 L298 560"/>
    <path d="M160 380 h60 v52 h-60 Z"/><path d="M322 384 h48 v48 h-48 Z" fill="#3a4a7a"/>
  </g>
  <g fill="none" stroke="#8a3b2e" stroke-width="8" stroke-linecap="round">
    <circle cx="708" cy="410" r="34"/><path d="M708 446 V528 M708 470 L664 500 M708 470 L750 504 M708 528 L680 584 M708 528 L738 584"/>
  </g>
  <path d="M60 590 C260 574 560 606 860 588" fill="none" stroke="#4d7a44" stroke-width="10"/>
</svg>`;

/** A photograph of a drawing as a telephone takes it: with the place where it was taken, which Lantern removes. */
export const drawingPhoto = (): Promise<Buffer> =>
  sharp(Buffer.from(drawing))
    .withExif({ IFD0: { Model: 'Telephone' }, IFD3: { GPSLatitude: '53/1 48/1 0/1', GPSLatitudeRef: 'N' } })
    .jpeg({ quality: 80 })
    .toBuffer();
