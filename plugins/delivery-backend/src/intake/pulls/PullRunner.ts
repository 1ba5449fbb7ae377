import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  DeliverySource,
  Subject,
} from '@fairlead/backstage-plugin-delivery-node';
import { Clock, inPages } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { isoTime } from '../../database/isoTime';
import { DbPullRow } from '../../database/tables';
import { Inbox } from '../inbox';
import { SourceRegistry } from '../sources/SourceRegistry';
import { createPullCache } from './createPullCache';
import { readPullSubjects } from './readPullSubjects';

/** Of a backfill: after so many subjects it is noted how far it got. */
const SUBJECTS_AT_A_TIME = 5;

const MAX_ERROR = 1_000;

/** What came of asking subjects. */
interface Asked {
  /** Whether any of them answered, be it with nothing. */
  hasAnswered: boolean;
  failures: { subject: Subject; reason: string }[];
}

export interface PullRunnerOptions {
  clock?: Clock;
  db: Knex;
  inbox: Inbox;
  logger: LoggerService;
  /** How far back a reconciliation asks, in milliseconds. @defaultValue 72 h */
  reconcileWindow?: number;
  sources: SourceRegistry;
}

/**
 * Asks sources for what they may have failed to send. What they answer goes into the inbox like what is sent, so all of
 * it may be done again.
 */
export class PullRunner {
  readonly #clock: Clock;
  readonly #options: PullRunnerOptions;

  static create(options: PullRunnerOptions): PullRunner {
    return new PullRunner(options);
  }

  private constructor(options: PullRunnerOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#options = options;
  }

  /** Asks a source for what changed lately. Throws only what the database throws; the rest is noted. */
  async reconcile(
    source: DeliverySource,
    options: { signal: AbortSignal },
  ): Promise<void> {
    const { db, reconcileWindow = 72 * 3_600_000 } = this.#options;
    const now = this.#clock();
    await db<DbPullRow>('pulls')
      .where({ source: source.id, via: 'reconcile', state: 'running' })
      .update({
        state: 'failed',
        finished_at: now,
        error: 'It ended before it was done',
      });
    const [pull] = await db<DbPullRow>('pulls')
      .insert({
        id: randomUUID(),
        source: source.id,
        via: 'reconcile',
        state: 'running',
        from: now - reconcileWindow,
        to: now,
        requested_at: now,
        started_at: now,
      })
      .returning('*');
    await this.#run(source, pull, options);
  }

  /** Goes on with the backfills that were asked for, the oldest first. */
  async backfill(options: { signal: AbortSignal }): Promise<void> {
    const { db, sources } = this.#options;
    const open = await db<DbPullRow>('pulls')
      .where({ via: 'backfill' })
      .whereIn('state', ['queued', 'running'])
      .orderBy('requested_at');
    for (const pull of open) {
      if (options.signal.aborted) {
        return;
      }
      const source = sources.get(pull.source);
      if (source) {
        await db<DbPullRow>('pulls')
          .where({ id: pull.id })
          .update({
            state: 'running',
            started_at: pull.started_at ?? this.#clock(),
          });
        await this.#run(source, pull, options);
      }
    }
  }

  async #run(
    source: DeliverySource,
    pull: DbPullRow,
    options: { signal: AbortSignal },
  ): Promise<void> {
    const { db, logger } = this.#options;
    const end = (state: 'done' | 'failed', error?: string) =>
      db<DbPullRow>('pulls')
        .where({ id: pull.id })
        .update({
          state,
          finished_at: this.#clock(),
          error: error?.slice(0, MAX_ERROR) ?? null,
        });
    try {
      const { hasAnswered, failures } = await this.#ask(source, pull, options);
      const error = describeFailures(failures);
      const isInVain = error && !hasAnswered && pull.read === 0;
      if (isInVain) {
        logger.warn(`The ${pull.via} of '${source.id}' failed: ${error}`);
      }
      await end(isInVain ? 'failed' : 'done', error);
    } catch (error) {
      if (options.signal.aborted && pull.via === 'backfill') {
        logger.info(`The backfill of '${source.id}' goes on with the next run`);
        return;
      }
      logger.warn(`The ${pull.via} of '${source.id}' failed`, toError(error));
      await end('failed', toError(error).message);
    }
  }

  /** Throws when it was stopped. */
  async #ask(
    source: DeliverySource,
    pull: DbPullRow,
    options: { signal: AbortSignal },
  ): Promise<Asked> {
    const { db } = this.#options;
    const after = pull.progress ? JSON.parse(pull.progress) : undefined;
    const subjects = await readPullSubjects(db, source, { after });
    const result: Asked = { hasAnswered: false, failures: [] };
    const atATime =
      pull.via === 'backfill' ? SUBJECTS_AT_A_TIME : subjects.length;
    for (const some of inPages(subjects, atATime)) {
      const asked = await this.#askFor(source, pull, some, options);
      result.hasAnswered ||= asked.hasAnswered;
      result.failures.push(...asked.failures);
      options.signal.throwIfAborted();
      await db<DbPullRow>('pulls')
        .where({ id: pull.id })
        .update({ progress: JSON.stringify(some.at(-1)) });
    }
    return result;
  }

  async #askFor(
    source: DeliverySource,
    pull: DbPullRow,
    subjects: readonly Subject[],
    options: { signal: AbortSignal },
  ): Promise<Asked> {
    const { db, inbox } = this.#options;
    const result: Asked = { hasAnswered: false, failures: [] };
    const pages = source.pull!.pull({
      since: isoTime(pull.from),
      until: isoTime(pull.to),
      subjects,
      signal: options.signal,
      cache: createPullCache({ clock: this.#clock, db, source: source.id }),
    });
    for await (const { payloads, failed = [] } of pages) {
      options.signal.throwIfAborted();
      result.failures.push(...failed);
      result.hasAnswered ||= payloads.length > 0 || failed.length === 0;
      if (payloads.length === 0) {
        continue;
      }
      await inbox.receive(source, payloads, {
        via: pull.via === 'backfill' ? 'backfill' : 'reconcile',
        pullId: pull.id,
      });
      await db<DbPullRow>('pulls')
        .where({ id: pull.id })
        .increment('read', payloads.length);
    }
    return result;
  }
}

function describeFailures(failures: Asked['failures']): string | undefined {
  const [first] = failures;
  return (
    first &&
    `${failures.length} could not be asked, the first of them ${first.subject.value}: ${first.reason}`
  );
}
