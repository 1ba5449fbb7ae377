import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  createFactDirectory,
  FactDirectory,
} from '@fairlead/backstage-plugin-scorecards-common';
import { ScorecardsService } from '@fairlead/backstage-plugin-scorecards-node';

const KEPT_FOR_MS = 60_000;

/** The facts that scorecards may name, as far as this backend can know. */
export interface KnownFacts {
  /** Undefined while they are not known: then nothing may be refused for naming an unknown one. */
  get(): Promise<FactDirectory | undefined>;
}

/**
 * Asks the scorecards backend, at most once a minute however many scorecards are processed at once.
 *
 * The catalog starts before other backends answer, and may run without any scorecards backend. So a failure is not an
 * error of the definition; nor is an empty answer, which means that no source has registered yet. The catalog processes
 * each entity again and again, and the scorecards backend itself validates before it puts a definition into force.
 */
export class ServiceKnownFacts implements KnownFacts {
  readonly #scorecards: ScorecardsService;
  readonly #logger: LoggerService;
  readonly #now: () => number;
  #last?: { at: number; directory: Promise<FactDirectory | undefined> };
  #isReachable = true;

  constructor(options: {
    scorecards: ScorecardsService;
    logger: LoggerService;
    now?: () => number;
  }) {
    this.#scorecards = options.scorecards;
    this.#logger = options.logger;
    this.#now = options.now ?? Date.now;
  }

  get(): Promise<FactDirectory | undefined> {
    const now = this.#now();
    if (!this.#last || now - this.#last.at >= KEPT_FOR_MS) {
      this.#last = { at: now, directory: this.#ask() };
    }
    return this.#last.directory;
  }

  async #ask(): Promise<FactDirectory | undefined> {
    try {
      const facts = await this.#scorecards.listFacts();
      this.#isReachable = true;
      return facts.length > 0 ? createFactDirectory(facts) : undefined;
    } catch (error) {
      if (this.#isReachable) {
        this.#isReachable = false;
        this.#logger.info(
          `The scorecards backend cannot be asked for its facts, scorecards are validated without them: ${stringifyError(
            error,
          )}`,
        );
      }
      return undefined;
    }
  }
}
