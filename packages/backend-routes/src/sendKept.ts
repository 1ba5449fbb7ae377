import { Request, Response } from 'express';

/** Sends an answer that is kept as text, or 304 to an If-None-Match that still holds. @public */
export function sendKept(
  { etag, json }: { etag: string; json: string },
  { req, res }: { req: Request; res: Response },
): undefined {
  res.setHeader('ETag', etag);
  res.setHeader('Cache-Control', 'private, no-cache');
  if (req.fresh) {
    res.status(304).end();
  } else {
    // Without Express's `send`, which copies the text and looks for more to do than there is.
    res.setHeader('Content-Type', 'application/json; charset=utf-8');
    res.setHeader('Content-Length', Buffer.byteLength(json));
    res.end(json);
  }
  return undefined;
}
