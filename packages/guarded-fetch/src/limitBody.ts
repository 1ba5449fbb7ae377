import { isolated } from '@fairlead/bidi-text';
import { TransformStream } from 'node:stream/web';
import { Response } from 'undici';
import { Deadline } from './createDeadline';

/**
 * The same answer with a body that fails once more than `maxBytes` of it were read, unpacked, or once the deadline is over.
 * The deadline is cleared when the body ends.
 */
export function limitBody(
  response: Response,
  options: { maxBytes: number; deadline: Deadline },
): Response {
  const { deadline, maxBytes } = options;
  if (!response.body) {
    deadline.clear();
    return response;
  }
  let bytes = 0;
  const { readable: limited, writable } = new TransformStream<
    Uint8Array,
    Uint8Array
  >({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) {
        controller.error(
          new Error(
            isolated`${response.url} answered more than ${maxBytes} bytes`,
          ),
        );
      } else {
        controller.enqueue(chunk);
      }
    },
  });
  // The signal is given to the pipe as well: once the answer has begun, undici may drop the one that the request had.
  void response.body
    .pipeTo(writable, { signal: deadline.signal })
    // The error reaches the reader of `limited`; here it would only be an unhandled rejection.
    .catch(() => {})
    .finally(() => deadline.clear());
  return Object.defineProperties(new Response(limited, response), {
    redirected: { value: response.redirected },
    url: { value: response.url },
  });
}
