import express, { type RequestHandler } from 'express';

/**
 * Takes the body of `PUT …/content` as bytes, whatever its type says.
 * @param largest bytes; a larger body is refused with 413
 */
export function contentBytes(largest: number): RequestHandler {
  const raw = express.raw({ type: () => true, limit: largest });
  return (request, response, next) => {
    if (request.method === 'PUT' && request.path.endsWith('/content')) raw(request, response, next);
    else next();
  };
}
