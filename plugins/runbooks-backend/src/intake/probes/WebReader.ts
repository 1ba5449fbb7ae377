import {
  createGuardedFetch,
  createProbe,
  GuardedFetchOptions,
  OutgoingPolicy,
} from '@fairlead/guarded-fetch';
import {
  AddressReader,
  AddressReading,
  MAX_TEXT_BYTES,
  ReadAddress,
} from './AddressReader';
import { describeFailure } from './describeFailure';
import { readPage } from './readPage';

/** Reads pages of the web, wherever an address of them may lead, and nothing that only this server can reach. */
export class WebReader implements AddressReader {
  readonly #lookup: GuardedFetchOptions['lookup'];
  readonly #policy: OutgoingPolicy;

  static create(options: {
    lookup?: GuardedFetchOptions['lookup'];
    policy: OutgoingPolicy;
  }): WebReader {
    return new WebReader(options);
  }

  private constructor(options: {
    lookup?: GuardedFetchOptions['lookup'];
    policy: OutgoingPolicy;
  }) {
    this.#lookup = options.lookup;
    this.#policy = options.policy;
  }

  reads(url: string): boolean {
    return /^https?:/i.test(url);
  }

  async read({ url, known, signal }: ReadAddress): Promise<AddressReading> {
    // One connection for each address: thousands of hosts are asked once a day, and none is held on to.
    const connection = createGuardedFetch({
      // Does not wait as long as a `Retry-After` asks: the next probe of the address comes by its own schedule.
      limits: { concurrency: 1, maxDelay: 0 },
      lookup: this.#lookup,
      policy: this.#policy,
      signal,
    });
    try {
      const answer = await createProbe(connection.fetch)(url, {
        known,
        maxTextBytes: MAX_TEXT_BYTES,
        method: 'GET',
        signal,
      });
      const read =
        answer.text === undefined
          ? undefined
          : readPage({
              url: answer.url,
              contentType: answer.contentType,
              text: answer.text,
              isTooLong: answer.isTextCut ?? false,
            });
      return {
        outcome: {
          kind: 'answer',
          status: answer.status,
          url: answer.url,
          movedTo: answer.movedTo,
          contentType: answer.contentType,
          page: read?.page,
        },
        text: read?.markdown,
        baseUrl: answer.url,
        validators: answer.validators,
      };
    } catch (error) {
      return { outcome: describeFailure(error) };
    } finally {
      await connection.close();
    }
  }
}
