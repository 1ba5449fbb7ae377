import { InputError } from '@backstage/errors';
import express, { RequestHandler } from 'express';

const skip: RequestHandler = (_req, _res, next) => next();

/** Reads a body of at most `limit` bytes, JSON, text or bytes. A body that is not JSON is told so, and not echoed. */
export function readBody(options: {
  bytes?: boolean;
  limit: number;
  mediaTypes: readonly string[];
}): RequestHandler {
  const { limit } = options;
  const isJson = (type: string) => /[/+]json$/.test(type);
  const json = options.mediaTypes.filter(isJson);
  const other = options.mediaTypes.filter(type => !isJson(type));
  const readOther = options.bytes ? express.raw : express.text;
  // express treats an empty list as any media type.
  const readJson = json.length ? express.json({ limit, type: json }) : skip;
  const readRest = other.length ? readOther({ limit, type: other }) : skip;
  return (req, res, next) => {
    const done = (error?: any) => next(error && explain(error, limit));
    readJson(req, res, error =>
      error ? done(error) : readRest(req, res, done),
    );
  };
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
