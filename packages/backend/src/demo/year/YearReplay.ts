import { LoggerService } from '@backstage/backend-plugin-api';
import { createYear } from './createYear';
import { DemoDelivery } from './DemoDelivery';
import { DemoSender } from './DemoSender';
import { ReplayProgress } from './ReplayProgress';
import { Repository } from './Repository';

const YEAR = 365 * 24 * 3_600_000;
const PART = 500;
const REPORT_INTERVAL = 3_000;

/** Lets the demo organisation live: sends its last year at first, and from then on what happens. */
export class YearReplay {
  readonly #logger: LoggerService;
  readonly #progress: ReplayProgress;
  readonly #repositories: readonly Repository[];
  readonly #sender: DemoSender;

  static create(options: {
    logger: LoggerService;
    progress: ReplayProgress;
    repositories: readonly Repository[];
    sender: DemoSender;
  }): YearReplay {
    return new YearReplay(options);
  }

  private constructor(options: {
    logger: LoggerService;
    progress: ReplayProgress;
    repositories: readonly Repository[];
    sender: DemoSender;
  }) {
    this.#logger = options.logger;
    this.#progress = options.progress;
    this.#repositories = options.repositories;
    this.#sender = options.sender;
  }

  /** Sends what was not sent yet. One that is stopped half-way goes on from there at its next run. */
  async run(options: { now: number; signal?: AbortSignal }): Promise<void> {
    const { now, signal } = options;
    const after = (await this.#progress.get()) ?? now - YEAR;
    const startedAt = Date.now();
    const deliveries = await createYear(this.#repositories, {
      after,
      upTo: now,
    });
    const isLong = deliveries.length > PART;
    if (isLong) {
      this.#logger.info(
        `Demo: sending ${deliveries.length} deliveries of the last year`,
      );
    }
    let reportedAt = startedAt;
    let sent = 0;
    for (const part of partsOf(deliveries)) {
      signal?.throwIfAborted();
      await this.#sender.send(part);
      await this.#progress.set(part[part.length - 1].at);
      sent += part.length;
      if (Date.now() - reportedAt > REPORT_INTERVAL) {
        reportedAt = Date.now();
        this.#logger.info(
          `Demo: ${sent} of ${deliveries.length} deliveries sent`,
        );
      }
    }
    await this.#progress.set(now);
    if (isLong) {
      const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
      this.#logger.info(
        `Demo: all ${deliveries.length} deliveries sent in ${seconds} s`,
      );
    }
  }
}

/** Parts that end between two moments, so that none is left out when the next run starts after the last of them. */
function* partsOf(
  deliveries: readonly DemoDelivery[],
): Iterable<DemoDelivery[]> {
  let start = 0;
  while (start < deliveries.length) {
    let end = Math.min(start + PART, deliveries.length);
    while (
      end < deliveries.length &&
      deliveries[end].at === deliveries[end - 1].at
    ) {
      end += 1;
    }
    yield deliveries.slice(start, end);
    start = end;
  }
}
