import { UrlReaderServiceReadUrlResponse } from '@backstage/backend-plugin-api';

/** The beginning of a file, and whether there is more of it. */
export async function readBounded(
  answer: UrlReaderServiceReadUrlResponse,
  maxBytes: number,
): Promise<{ text: string; isTooLong: boolean }> {
  const bytes = await readBytes(answer, maxBytes + 1);
  return {
    text: bytes.subarray(0, maxBytes).toString('utf8'),
    isTooLong: bytes.byteLength > maxBytes,
  };
}

async function readBytes(
  answer: UrlReaderServiceReadUrlResponse,
  wanted: number,
): Promise<Buffer> {
  const stream = answer.stream?.();
  if (!stream) {
    return answer.buffer();
  }
  const parts: Buffer[] = [];
  let length = 0;
  // Leaving the loop ends the stream.
  for await (const part of stream) {
    const bytes = Buffer.from(part);
    parts.push(bytes);
    length += bytes.byteLength;
    if (length >= wanted) {
      break;
    }
  }
  return Buffer.concat(parts);
}
