import { CustomErrorBase, InputError } from '@backstage/errors';

class UnsupportedMediaTypeError extends CustomErrorBase {
  readonly statusCode = 415;
}

/**
 * How the text of a body is written, from the header that says what it is.
 *
 * @throws InputError without the header, or if the charset is not known, and an error with status 415 for anything but JSON
 */
export function readCharset(contentType: string | undefined): BufferEncoding {
  if (!contentType) {
    throw new InputError("Header Content-Type is missing: 'application/json'");
  }
  const [mediaType, ...parameters] = contentType
    .split(';')
    .map(part => part.trim().toLowerCase());
  if (mediaType !== 'application/json') {
    throw new UnsupportedMediaTypeError(
      "Have webhooks sent as 'application/json'; nothing else is read",
    );
  }
  const charset =
    parameters
      .find(parameter => parameter.startsWith('charset='))
      ?.slice('charset='.length)
      .replaceAll('"', '') ?? 'utf-8';
  if (!Buffer.isEncoding(charset)) {
    throw new InputError('The charset is not known: send UTF-8');
  }
  return charset;
}
