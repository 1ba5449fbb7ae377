import { LoggerService } from '@backstage/backend-plugin-api';
import { Clock } from '@fairlead/bulk-sql';
import { ReadRevision } from '../streams/EntityStreams';
import { EntitySyncOutcome } from './EntitySyncOutcome';

/** All is streamed this often whatever the catalog says of its revision. */
const STREAMS_AT_LEAST_EVERY = 15 * 60_000;

/** What a sync did that streamed all entities. */
export interface WholeOutcome extends EntitySyncOutcome {
  /** Whether the copy is now what the catalog answered: nothing is kept that the stream did not bring. */
  isWhole: boolean;
}

/**
 * Spares a sync that would find nothing: the catalog is still at the revision that the copy has followed.
 *
 * @remarks
 *
 * What was followed is remembered by the process, not in the database: another replica, or another version of the code after
 * a restart, streams once for itself. A stream that finds a change which the revision did not tell of ends the trust in
 * revisions, until the process starts again.
 */
export class SyncedRevision {
  readonly #clock: Clock;
  readonly #logger: LoggerService;
  readonly #readRevision: ReadRevision;
  #followed?: { revision: string; at: number };
  #isTrusted = true;

  constructor(options: {
    clock: Clock;
    logger: LoggerService;
    readRevision: ReadRevision;
  }) {
    this.#clock = options.clock;
    this.#logger = options.logger;
    this.#readRevision = options.readRevision;
  }

  async run(sync: () => Promise<WholeOutcome>): Promise<EntitySyncOutcome> {
    // Read before the stream: what changes meanwhile belongs to the next run.
    const revision = await this.#read();
    const followed = this.#followed;
    const isFollowed = followed !== undefined && followed.revision === revision;
    const now = this.#clock();
    if (isFollowed && now - followed.at < STREAMS_AT_LEAST_EVERY) {
      return { changed: [], removed: [] };
    }
    this.#followed = undefined;
    const { isWhole, ...outcome } = await sync();
    if (revision !== undefined && isWhole) {
      const hasChanged = outcome.changed.length + outcome.removed.length > 0;
      if (isFollowed && hasChanged && (await this.#read()) === revision) {
        this.#isTrusted = false;
        this.#logger.warn(
          'Entities changed without a new revision of the catalog; from now on all are streamed each time',
        );
      } else {
        this.#followed = { revision, at: now };
      }
    }
    return outcome;
  }

  async #read(): Promise<string | undefined> {
    return this.#isTrusted ? this.#readRevision() : undefined;
  }
}
