import { open } from 'node:fs/promises';
import { TextDecoder } from 'node:util';

/** What of a file is read: more than a runbook that is read to its end can have. */
const MOST_BYTES = 4 * 1024 * 1024;

/** The text of a file. What is no text in UTF-8 becomes U+FFFD; what is too long for anybody is cut. */
export async function readText(path: string): Promise<string> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(Math.min((await file.stat()).size, MOST_BYTES));
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    const bytes = buffer.subarray(0, bytesRead);
    const utf16 = encodingOf(bytes);
    if (utf16) {
      return `\ufffd${new TextDecoder(utf16).decode(bytes)}`;
    }
    // The last character of a part may be cut in two.
    return new TextDecoder('utf-8').decode(bytes, {
      stream: bytesRead === MOST_BYTES,
    });
  } finally {
    await file.close();
  }
}

/** Files of other encodings begin with a mark. */
function encodingOf([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) {
    return 'utf-16le';
  }
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}
