import {
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import {
  AddressReader,
  AddressReading,
  MAX_TEXT_BYTES,
  ReadAddress,
} from './AddressReader';
import { describeFailure } from './describeFailure';
import { readBounded } from './readBounded';
import { readPage } from './readPage';

/** How hosts of code write the address of a file: `blob`, `src`, `raw`, or a path behind `_git`. */
const FILE = /\/(?:-\/)?(?:blob|raw|src)\/|\/_git\/[^/]+\?(?:.*&)?path=/;

/** What Backstage's readers call an answer that they do not take. */
const STATUS = /\b(401|403|429|5\d\d)\b/;

/**
 * Reads files at hosts of code as the catalog does: hosts, tokens and the raw form of an address are those of Backstage's
 * integrations.
 */
export class ScmReader implements AddressReader {
  readonly #integrations: ScmIntegrations;
  readonly #urlReader: UrlReaderService;

  static create(options: {
    config: RootConfigService;
    urlReader: UrlReaderService;
  }): ScmReader {
    return new ScmReader(options);
  }

  private constructor(options: {
    config: RootConfigService;
    urlReader: UrlReaderService;
  }) {
    this.#integrations = ScmIntegrations.fromConfig(options.config);
    this.#urlReader = options.urlReader;
  }

  reads(url: string): boolean {
    return FILE.test(url) && this.#integrations.byUrl(url) !== undefined;
  }

  async read({ url, known, signal }: ReadAddress): Promise<AddressReading> {
    const file = url.replace(/#.*$/s, '');
    try {
      const answer = await this.#urlReader.readUrl(file, {
        etag: known?.etag,
        signal,
      });
      const { text, isTooLong } = await readBounded(answer, MAX_TEXT_BYTES);
      const read = readPage({ url: file, text, isTooLong });
      return {
        outcome: {
          kind: 'answer',
          status: 200,
          url: file,
          page: read?.page,
        },
        text: read?.markdown,
        baseUrl: file,
        validators: { etag: answer.etag },
      };
    } catch (error) {
      return readError(error, { file, known });
    }
  }
}

function readError(
  error: unknown,
  { file: url, known }: { file: string; known: ReadAddress['known'] },
): AddressReading {
  const answered = (status: number): AddressReading => ({
    outcome: { kind: 'answer', status, url },
    validators: known,
  });
  switch (isError(error) ? error.name : '') {
    case 'NotModifiedError':
      return answered(304);
    case 'NotFoundError':
      return answered(404);
    case 'AuthenticationError':
      return answered(401);
    case 'NotAllowedError':
      return answered(403);
    default: {
      const status = STATUS.exec(isError(error) ? error.message : '')?.[1];
      return status
        ? answered(Number(status))
        : { outcome: describeFailure(error) };
    }
  }
}
