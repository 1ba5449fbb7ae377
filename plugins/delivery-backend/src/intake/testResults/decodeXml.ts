import { InputError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';

/** Where an XML declaration stands, if there is one. */
const DECLARATION = 200;

/**
 * Reads the text of an XML document: in the encoding of its byte order mark, or else that of its media type, of its own
 * declaration, or UTF-8.
 *
 * @throws InputError if the encoding is not known
 */
export function decodeXml(
  bytes: Uint8Array,
  options: { charset?: string } = {},
): string {
  const encoding = wideEncodingOf(bytes) ?? options.charset ?? declared(bytes);
  return createDecoder(encoding ?? 'utf-8')
    .decode(bytes)
    .trimStart();
}

/** By a byte order mark, or by the first character, which is `<`. That of UTF-8 is left out by the decoder. */
function wideEncodingOf([first, second]: Uint8Array): string | undefined {
  if ((first === 0xff && second === 0xfe) || (first && second === 0)) {
    return 'utf-16le';
  }
  return (first === 0xfe && second === 0xff) || (first === 0 && second)
    ? 'utf-16be'
    : undefined;
}

function declared(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, DECLARATION)).toString('latin1');
  const [, encoding] =
    /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']+)["']/.exec(start) ?? [];
  // The declaration may name the encoding that the text had in memory, for example UTF-16.
  return /^utf-?16/i.test(encoding ?? '') ? undefined : encoding;
}

function createDecoder(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch {
    throw new InputError(
      isolated`Body: the encoding '${encoding.slice(
        0,
        50,
      )}' is not known; send it in UTF-8`,
    );
  }
}
