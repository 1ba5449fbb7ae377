import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { assertError } from '@backstage/errors';
import {
  FactSource,
  ObservedFactsPage,
} from '@fairlead/backstage-plugin-scorecards-node';
import { Clock } from '@fairlead/bulk-sql';
import { createGuardedFetch, OutgoingPolicy } from '@fairlead/guarded-fetch';
import { isolated } from '@fairlead/bidi-text';
import { StoredEntities } from '../../catalog/entities/StoredEntities';
import { DiscoveredFacts } from '../facts/DiscoveredFacts';
import { Instruments } from '../metrics/Instruments';
import { FactSink } from '../facts/FactSink';
import { abortable } from './abortable';
import { SourceRunOutcome, SourceRunStore } from './SourceRunStore';

export interface SourceRunnerOptions {
  auth: AuthService;
  clock?: Clock;
  discovered: DiscoveredFacts;
  entities: StoredEntities;
  instruments?: Instruments;
  logger: LoggerService;
  outgoing: OutgoingPolicy;
  runs: SourceRunStore;
  sink: FactSink;
}

/**
 * Runs fact sources: each page that a source sees is stored before the next is asked for. What goes wrong in one source
 * ends in its own status and touches no other; its facts keep their values and grow old.
 */
export class SourceRunner {
  readonly #clock: Clock;
  readonly #options: SourceRunnerOptions;

  static create(options: SourceRunnerOptions): SourceRunner {
    return new SourceRunner(options);
  }

  private constructor(options: SourceRunnerOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#options = options;
  }

  /** Runs a source once, for all entities or for those that changed. Never throws. */
  async run(
    source: FactSource,
    options: { signal: AbortSignal; changed?: ReadonlySet<string> },
  ): Promise<void> {
    const { instruments, logger, runs } = this.#options;
    try {
      const cursor = await runs.start(source.id, this.#clock());
      const end = await this.#observe(source, { ...options, cursor });
      await runs.finish(source.id, end, this.#clock());
      instruments?.sourceRan(source.id, end.outcome);
      if (end.error) {
        logger.warn(`Fact source '${source.id}': ${end.error}`);
      }
    } catch (error) {
      assertError(error);
      logger.error(`Fact source '${source.id}' could not be run`, error);
    }
  }

  async #observe(
    source: FactSource,
    options: {
      changed?: ReadonlySet<string>;
      cursor?: string;
      signal: AbortSignal;
    },
  ): Promise<SourceRunOutcome> {
    const { auth, discovered, entities, logger, outgoing, runs } =
      this.#options;
    const { changed, signal } = options;
    const troubles = { count: 0, first: '' };
    const connection = createGuardedFetch({
      limits: source.limits,
      policy: outgoing,
      signal,
    });
    try {
      const pages = source.observe({
        changed,
        credentials: await auth.getOwnServiceCredentials(),
        cursor: changed ? undefined : options.cursor,
        entities: query => entities.pages(query),
        fetch: connection.fetch,
        lastChanged: refs => entities.lastChanged(refs),
        logger: logger.child({ factSource: source.id }),
        signal,
      });
      for await (const page of abortable(pages, signal)) {
        if (page.declares) {
          await discovered.declare(source.id, page.declares);
        }
        const found = await this.#store(source, page);
        troubles.first ||= found[0] ?? '';
        troubles.count += found.length;
        if (page.cursor !== undefined && !changed) {
          await runs.saveCursor(source.id, page.cursor);
        }
      }
    } catch (error) {
      return { outcome: 'failure', error: messageOf(error, signal) };
    } finally {
      await connection.close();
    }
    return troubles.count === 0
      ? { outcome: 'success' }
      : {
          outcome: 'partial',
          error: isolated`failed on ${troubles.count} entities, the first: ${troubles.first}`,
        };
  }

  async #store(source: FactSource, page: ObservedFactsPage): Promise<string[]> {
    const { rejected } = await this.#options.sink.put(
      page.items.map(item => ({ ...item, source: source.id })),
      { scheduledSource: source.id },
    );
    return [
      ...rejected.map(
        ({ index, reason }) => `${page.items[index].entityRef}: ${reason}`,
      ),
      ...page.items.flatMap(({ entityRef, failures = {} }) =>
        Object.values(failures)
          .slice(0, 1)
          .map(({ error }) => `${entityRef}: ${error}`),
      ),
    ];
  }
}

function messageOf(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) {
    return 'stopped at its timeout, or at shutdown';
  }
  assertError(error);
  // The message of fetch only says that it failed; its cause has the reason.
  const { cause } = error;
  return cause instanceof Error
    ? `${error.message}: ${cause.message}`
    : error.message;
}
