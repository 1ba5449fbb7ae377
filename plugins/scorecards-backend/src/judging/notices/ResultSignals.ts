import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  RESULTS_SIGNAL_CHANNEL,
  ResultsSignal,
} from '@fairlead/backstage-plugin-scorecards-common';

/** So long changes are gathered into one signal, milliseconds. */
const GATHER_FOR = 1_000;

/** More than so many entities are not named. */
const MOST_NAMED = 100;

/**
 * Tells open pages whose results changed, at most once a second, and nothing of the results, so that everybody may hear
 * it. Pages that hear nothing, because the portal has no signals, ask again by themselves.
 */
export class ResultSignals {
  readonly #logger: LoggerService;
  readonly #signals: SignalsService;
  readonly #uids = new Set<string>();
  #timer?: NodeJS.Timeout;

  static create(options: {
    logger: LoggerService;
    signals: SignalsService;
  }): ResultSignals {
    return new ResultSignals(options);
  }

  private constructor(options: {
    logger: LoggerService;
    signals: SignalsService;
  }) {
    this.#logger = options.logger;
    this.#signals = options.signals;
  }

  /** Notes that the results of entities changed, by the uids of the catalog. */
  changed(uids: readonly string[]): void {
    for (const uid of uids) {
      if (this.#uids.size <= MOST_NAMED) {
        this.#uids.add(uid);
      }
    }
    if (this.#uids.size > 0 && !this.#timer) {
      this.#timer = setTimeout(() => this.#publish(), GATHER_FOR).unref();
    }
  }

  #publish(): void {
    const message: ResultsSignal = {
      entityUids: this.#uids.size > MOST_NAMED ? null : [...this.#uids],
    };
    this.#uids.clear();
    this.#timer = undefined;
    this.#signals
      .publish({
        recipients: { type: 'broadcast' },
        channel: RESULTS_SIGNAL_CHANNEL,
        message,
      })
      .catch(error =>
        this.#logger.debug('No signal of changed results', toError(error)),
      );
  }
}
