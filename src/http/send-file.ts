import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { contentDisposition } from './content-disposition.ts';
import type { SentFile } from './route.ts';

/**
 * Sends a file from here, never by way of another address: nobody gets at it without Lantern. A fault on the way cuts the
 * answer off before its last byte, so that what came of it counts as nothing.
 */
export async function sendFile(response: Response, { name, mediaType, size, bytes }: SentFile): Promise<void> {
  response.statusCode = 200;
  response.setHeader('Content-Type', mediaType);
  response.setHeader('Content-Length', size);
  response.setHeader('Content-Disposition', contentDisposition(name));
  response.setHeader('Cache-Control', 'no-store');
  await pipeline(Readable.from(bytes, { objectMode: false }), response).catch((error: unknown) => {
    // Whoever asked has gone: that is no fault.
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE')) throw error;
  });
}
