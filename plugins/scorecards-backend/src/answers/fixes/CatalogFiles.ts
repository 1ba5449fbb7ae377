import { LoggerService, UrlReaderService } from '@backstage/backend-plugin-api';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { isError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';
import { FixFileProblem } from '@fairlead/backstage-plugin-scorecards-common';
import { LRUCache } from 'lru-cache';

/** Characters. What people write by hand is smaller. */
const MOST_TEXT = 256 * 1024;

/** Characters of all files that are kept. */
const MOST_KEPT = 8 * 1024 * 1024;

/** Milliseconds. */
const TIMEOUT = 15_000;

class TooLargeError extends Error {}

interface KeptFile {
  etag: string;
  text: string;
}

/**
 * The files that declare entities, read through the integrations of the portal. A file that was read is asked for by its etag
 * from then on.
 */
export class CatalogFiles {
  readonly #integrations: ScmIntegrationRegistry;
  readonly #logger: LoggerService;
  readonly #urlReader: UrlReaderService;
  readonly #kept = new LRUCache<string, KeptFile>({
    maxSize: MOST_KEPT,
    sizeCalculation: ({ text }) => text.length + 1,
  });

  constructor(options: {
    integrations: ScmIntegrationRegistry;
    logger: LoggerService;
    urlReader: UrlReaderService;
  }) {
    this.#integrations = options.integrations;
    this.#logger = options.logger;
    this.#urlReader = options.urlReader;
  }

  /** Where a file is edited in a browser; undefined for one that no integration knows. */
  editUrl(url: string): string | undefined {
    return this.#integrations.byUrl(url)?.resolveEditUrl(url);
  }

  /** The text of a file, or why there is none. */
  async read(url: string): Promise<string | FixFileProblem> {
    if (!this.#integrations.byUrl(url)) {
      return {
        reason: 'unreachable',
        message: isolated`The portal has no integration with the host of '${url}'; make the edit there, or ask for one under 'integrations'`,
      };
    }
    try {
      return await this.#fetch(url);
    } catch (error) {
      const message = isError(error) ? error.message : String(error);
      this.#logger.debug(`Failed to read '${url}': ${message}`);
      return error instanceof TooLargeError
        ? {
            reason: 'too-large',
            message: isolated`'${url}' is larger than ${
              MOST_TEXT / 1024
            } KiB; make the edit by hand`,
          }
        : {
            reason: 'unreadable',
            message: isolated`'${url}' could not be read: ${message.slice(
              0,
              500,
            )}`,
          };
    }
  }

  async #fetch(url: string): Promise<string> {
    const kept = this.#kept.get(url);
    try {
      const response = await this.#urlReader.readUrl(url, {
        ...(kept && { etag: kept.etag }),
        signal: AbortSignal.timeout(TIMEOUT),
      });
      const text = response.stream
        ? await readBounded(response.stream())
        : assertBounded(await response.buffer()).toString('utf8');
      if (response.etag) {
        this.#kept.set(url, { etag: response.etag, text });
      }
      return text;
    } catch (error) {
      if (kept && isError(error) && error.name === 'NotModifiedError') {
        return kept.text;
      }
      throw error;
    }
  }
}

async function readBounded(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop by an error closes the stream.
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MOST_TEXT) {
      throw new TooLargeError();
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function assertBounded(bytes: Buffer): Buffer {
  if (bytes.length > MOST_TEXT) {
    throw new TooLargeError();
  }
  return bytes;
}
