import { isolated } from '@fairlead/bidi-text';
import { TransformStream } from 'node:stream/web';
import { Response } from 'undici';
import { Deadline } from './createDeadline';

/**
 * An answer whose body breaks off where it gets larger than allowed, or at the deadline, which its end clears. What is
 * counted is what it unpacks to.
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
  // By the signal itself: once there is an answer, undici may forget the one that its request was given.
  void response.body
    .pipeTo(writable, { signal: deadline.signal })
    // Whoever reads the body is told.
    .catch(() => {})
    .finally(() => deadline.clear());
  return Object.defineProperties(new Response(limited, response), {
    redirected: { value: response.redirected },
    url: { value: response.url },
  });
}
