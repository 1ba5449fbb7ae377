import { InputError } from '@backstage/errors';
import express, { RequestHandler } from 'express';

/** Reads a JSON body of at most `limit` bytes. A body that is not JSON is told so, and not echoed. */
export function readJsonBody(limit: number): RequestHandler {
  const read = express.json({ limit });
  return (req, res, next) =>
    read(req, res, error => next(error && explain(error, limit)));
}

/** The parser's own errors carry a `type`; all but these two say enough. */
function explain(error: Error & { type?: string }, limit: number): Error {
  switch (error.type) {
    case 'entity.parse.failed':
      return new InputError(`Body: not valid JSON: ${error.message}`);
    case 'entity.too.large':
      return Object.assign(error, {
        name: 'PayloadTooLargeError',
        message: `Body: at most ${limit} bytes; send it in parts`,
      });
    default:
      return error;
  }
}
