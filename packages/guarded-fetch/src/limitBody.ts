import { isolated } from '@fairlead/bidi-text';
import { TransformStream } from 'node:stream/web';
import { Response } from 'undici';

/** An answer whose body breaks off where it gets larger than allowed. What is counted is what it unpacks to. */
export function limitBody(response: Response, maxBytes: number): Response {
  if (!response.body) {
    return response;
  }
  let bytes = 0;
  const limited = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
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
    }),
  );
  return Object.defineProperties(new Response(limited, response), {
    redirected: { value: response.redirected },
    url: { value: response.url },
  });
}
